import type { Page } from '@playwright/test';
import { BoardPage } from './board-page.ts';
import { FlightPage } from './flight-page.ts';
import { AGENT, openConsole } from './sign-in.ts';

/** A sale of one seat with names and contact, so that only the money is missing. */
export async function almostSold(page: Page, address: string): Promise<{ flight: FlightPage; seat: string; locator: string }> {
  await openConsole(page, address, AGENT);
  await new BoardPage(page).openDirect();
  const flight = new FlightPage(page);
  const [seat = ''] = await flight.best();
  const locator = await flight.hold();
  await flight.fillIn('PETROV/ELENA MRS');
  return { flight, seat, locator };
}
