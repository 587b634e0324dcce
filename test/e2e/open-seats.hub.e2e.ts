// A party that chooses no seats is held for as long as was typed, sold, and gets the best seats later.
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { ChangePage } from './support/change-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DAY = localDate('America/New_York', 3);

/** Imports a flight of its own with an aircraft of 50 seats. */
const addFlight = (page: Page, number: number): Promise<void> =>
  new AdminPage(page).addFlights(`B6,${number},JFK,BUF,${DAY},${DAY},08:15,09:40,CR2,129.00`);

async function openFlight(page: Page, number: number, adults = 1): Promise<FlightPage> {
  const board = new BoardPage(page);
  await board.search({ from: 'JFK', to: 'BUF', date: DAY, adults });
  await board.open(board.rows(`B6 ${number}`).first());
  return new FlightPage(page);
}

async function openBooking(page: Page, locator: string): Promise<void> {
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await expect(reservations.booking(locator)).toBeVisible();
}

const passengers = (page: Page) => page.getByRole('table', { name: 'Passengers' });

test('a party is held without picking seats, sold, and gets the best ones from the booking', async ({ browser, page }) => {
  const supervisor = await (await browser.newContext()).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await addFlight(supervisor, 9021);
  await openConsole(page, hub.address, AGENT, 'T1-04');
  const flight = await openFlight(page, 9021, 2);
  await flight.sees('1A', 'free');
  await flight.panel.getByLabel('Minutes').fill('12');
  await flight.panel.getByLabel('Minutes').press('Enter');
  await flight.panel.getByRole('button', { name: /^No seat yet/ }).focus();
  await pressLetter(page, 'Shift+S');
  const locator = await flight.heldLocator();
  await expect(flight.panel).toContainText('no seat yet');
  await expect(flight.panel.getByRole('timer')).toContainText(/1[12]:\d\d/);
  await flight.name('PETROV/ELENA MRS', 'PETROV/IVAN MR');
  await flight.contact('+1 212 555 0148');
  await flight.payCash('900');
  expect(await flight.sold()).toBe(locator);
  await pressLetter(page, 'y');

  await openBooking(page, locator);
  await expect(passengers(page)).toContainText('no seat yet');
  const change = new ChangePage(page);
  await change.begin('s');
  await expect(change.next(/Ask what/)).toBeEnabled();
  await change.next(/Ask what/).click();
  await change.take();
  await expect(change.done).toContainText('is changed');
  await pressLetter(page, 'y');
  await expect(passengers(page)).not.toContainText('no seat yet');
  await expect(passengers(page)).toContainText('1A');
});
