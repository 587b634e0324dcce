import type { Page } from '@playwright/test';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { AdminPage } from './admin-page.ts';
import { BoardPage } from './board-page.ts';
import { expect } from './expect.ts';
import { FlightPage } from './flight-page.ts';
import { SUPERVISOR, signIn } from './sign-in.ts';

interface Expiry {
  /** At the sign-in screen. */
  readonly page: Page;
  /** Sets the clock of the hub's computer forward. */
  moveTime(ms: number): Promise<void>;
  /** What else must be seen while the seats are held, and once their time is over. */
  held?(seats: readonly string[]): Promise<void>;
  ended?(seats: readonly string[]): Promise<void>;
}

/** A hold of one minute ends on the screen: last minute told, seats free, chip gone, and the sale says what happened. */
export async function watchHoldExpire({ page, moveTime, held, ended }: Expiry): Promise<void> {
  await signIn(page, SUPERVISOR, 'T1-01');
  await new AdminPage(page).setHoldMinutes(1);
  await page.keyboard.press('F1');
  await new BoardPage(page).openDirect();

  const flight = new FlightPage(page);
  const seats = await flight.best();
  const locator = await flight.hold();
  await expect(flight.chip(locator)).toBeVisible();
  await expect(flight.panel).toContainText('ends soon');
  await flight.fillIn('PETROV/ELENA MRS');
  await held?.(seats);

  await moveTime(MINUTE_MS);
  await expect(flight.panel.getByRole('alert').filter({ hasText: 'The hold time is over. The seats went back to sale.' })).toBeVisible();
  await expect(flight.chip(locator)).toHaveCount(0);
  await expect(page.getByText(`Hold ${locator} ended. ${seats.join(' ')} went back to sale.`)).toBeVisible();
  for (const seat of seats) await flight.sees(seat, 'free(, next best)?');
  await ended?.(seats);

  // The same customer goes on with one key, and nothing has to be typed again. At first the key does nothing: it may have been meant for the payment.
  await expect(flight.panel.getByRole('button', { name: /^Hold .* again/ })).toBeEnabled();
  await page.keyboard.press('Enter');
  expect(await flight.heldLocator()).not.toBe(locator);
  await expect(flight.passengers.getByLabel('Name of adult 1')).toHaveValue('PETROV/ELENA MRS');
}
