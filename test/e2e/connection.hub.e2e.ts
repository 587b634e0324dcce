// A family on two flights: one hold, one price, one locator, all or nothing.
import { expect, test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { FlightPage } from './support/flight-page.ts';
import { AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('a party with a child and an infant on the lap is sold two flights at once', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.openWithStop({ from: 'BUF', to: 'LAX', date: '+2', party: '1+1+1' });

  // The tabs say which flight still wants seats; the next step leads there, and at the end to the hold.
  const flight = new FlightPage(page);
  const legs = page.getByRole('tablist', { name: 'Flights of this itinerary' }).getByRole('tab');
  await expect(legs).toHaveCount(2);
  const first = await flight.best();
  await flight.panel.getByRole('button', { name: 'Seats on the next flight' }).click();
  await expect(legs.nth(1)).toHaveAttribute('aria-selected', 'true');
  const second = await flight.best();
  expect([first.length, second.length]).toEqual([2, 2]);
  const locator = await flight.hold();

  const { passengers } = flight;
  await flight.name('PETROV/ELENA MRS');
  await passengers.getByLabel('Name of child 2').fill('PETROV/MISHA');
  const thisYear = new Date().getUTCFullYear();
  await passengers.getByLabel('Birth date of child 2').fill(`12MAR${thisYear - 8}`);
  await passengers.getByLabel('Name of the infant on the lap of adult 1').fill('PETROV/ANNA');
  await passengers.getByLabel('Birth date of the infant on the lap of adult 1').fill(`31DEC${thisYear - 1}`);
  await flight.contact('e.petrov@example.com');
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);

  const flights = page.getByRole('table', { name: 'Flights' }).getByRole('row');
  await expect(flights).toHaveCount(2);
  await expect(flights.nth(0)).toContainText(first.join(' '));
  await expect(flights.nth(1)).toContainText(second.join(' '));
  await expect(page.getByRole('table', { name: 'Passengers' }).getByRole('row', { name: 'PETROV/ANNA' })).toContainText('lap');
});
