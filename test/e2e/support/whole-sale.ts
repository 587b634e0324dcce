import type { Page } from '@playwright/test';
import { BoardPage, JFK_LAX } from './board-page.ts';
import { expect } from './expect.ts';
import { FlightPage } from './flight-page.ts';
import { pressLetter } from './press-letter.ts';
import { ReservationsPage } from './reservations-page.ts';

/** The whole way through, from the sign-in screen on: the same in a window and in a browser. */
export async function sellFindAndCancel(page: Page): Promise<void> {
  // Sign in as the training user who stands first on the screen.
  await page.getByRole('button', { name: /Ana Ruiz/ }).click();
  await page.getByLabel('PIN', { exact: true }).fill('1204');
  await page.getByLabel('PIN', { exact: true }).press('Enter');
  await expect(page.getByText('Training', { exact: true })).toBeVisible();

  // Search two days ahead for two, and open the first flight without a stop.
  const board = new BoardPage(page);
  await expect(page.getByRole('grid', { name: 'Departures of JFK' })).toBeVisible();
  await board.search({ ...JFK_LAX, adults: 2 });
  await board.open(board.rows('direct').first());

  // The best seats for two, held.
  const flight = new FlightPage(page);
  const seats = await flight.best();
  expect(seats).toHaveLength(2);
  const held = await flight.hold();
  await expect(flight.chip(held)).toContainText(seats.join(' '));

  // Names, contact, cash with change.
  await flight.name('PETROV/ELENA MRS', 'petrov/ivan mr');
  await flight.contact('+1 212 555 0148');
  await flight.payCash('3000');
  expect(await flight.sold()).toBe(held);
  await expect(page.getByRole('region', { name: 'Locator' })).toContainText('JFK');
  // An Enter too many leaves the confirmation as it is. Y says that the change was given.
  await expect(page.getByRole('group', { name: 'What next' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Paid' })).toContainText('Give back');
  await pressLetter(page, 'y');
  await expect(page.getByRole('region', { name: 'Paid' })).not.toContainText('Give back');
  await expect(flight.chip(held)).toHaveCount(0);
  for (const seat of seats) await flight.sees(seat, 'sold');

  // Found by locator, and by name.
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(held);
  await expect(reservations.booking(held)).toBeVisible();
  // A name that only one booking has opens it.
  await reservations.find('petrov/e');
  await expect(reservations.booking(held)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Passengers' })).toContainText('PETROV/IVAN MR');

  // Cancelled with the refund that was quoted.
  await reservations.action('Cancel and refund').click();
  await expect(reservations.worksheet).toContainText('100 % of');
  const cancel = reservations.worksheet.getByRole('button', { name: 'Cancel and refund' });
  const [, refund = ''] = /refund ([\d,.]+)/.exec(await cancel.innerText()) ?? [];
  expect(refund).not.toBe('');
  await cancel.click();
  await expect(page.getByRole('region', { name: `Booking ${held}` })).toContainText(`−${refund}`);

  // The seats are free again on the grid.
  await reservations.action('Sell these flights again').click();
  for (const seat of seats) await flight.sees(seat, 'free');
}
