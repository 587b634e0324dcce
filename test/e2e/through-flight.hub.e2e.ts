// One number that goes on with the same aircraft: one itinerary where nobody could change planes, one seat on both legs, one booking.
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { runCommand } from './support/run-command.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Past the sample day, so that nothing else flies there. */
const DAY = localDate('America/New_York', 4);

/** QX 9071 is 35 minutes at Montreal, where 90 are needed to change planes. QX 9073 leaves as soon, and QX 9075 goes on with another aircraft. */
const FILE = `carrier,number,origin,destination,from,departs,arrives,equipment,configuration,base_fare,currency
QX,9071,JFK,YUL,${DAY},09:00,10:30,320,Y150,129.00,USD
QX,9071,YUL,YVR,${DAY},11:05,13:35,320,Y150,201.00,USD
QX,9073,YUL,YVR,${DAY},11:05,13:40,320,Y150,99.00,USD
QX,9075,JFK,YUL,${DAY},09:45,11:15,320,Y150,88.00,USD
QX,9075,YUL,YVR,${DAY},11:50,14:20,32N,Y150,88.00,USD
`;

async function schedule(page: Page): Promise<void> {
  const admin = new AdminPage(page);
  await admin.open('Import');
  await admin.chooseFile({ name: 'own.csv', text: FILE });
  await admin.applyFlights();
}

test('a through flight is found as one itinerary, and one seat that is free on both legs is held, paid and booked', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  await schedule(page);
  const flight = new FlightPage(page);
  const tab = (leg: number) => page.getByRole('tablist', { name: 'Flights of this itinerary' }).getByRole('tab').nth(leg);

  // The best seat of the second leg alone is sold first: whoever sits there on the first leg would have to get up.
  await runCommand(page, `QX9071 ${DAY}`);
  await page.getByRole('option', { name: /YUL–YVR/ }).click();
  const [sold = ''] = await flight.best();
  await flight.hold();
  await flight.fillIn('SMITH/JOHN MR');
  await flight.payCash();
  await flight.sold();

  // The only way there: neither the cheaper number nor the other aircraft leaves time to change planes.
  const board = new BoardPage(page);
  await runCommand(page, `JFK YVR ${DAY}`);
  const rows = board.rows(/QX 90\d\d/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('YUL 0 h 35 on board');
  await expect(rows).toContainText('JFK–YVR');
  await expect(rows.getByText('QX 9071')).toHaveCount(1);
  const [total = 'no price'] = /\d+\.\d\d/.exec(await rows.innerText()) ?? [];
  await board.open(rows);

  // By its number it opens the same, and with Enter alone: the whole journey stands before its legs.
  const seats = page.getByRole('tablist', { name: 'Flights of this itinerary' });
  await expect(seats).toContainText('stays on board');
  await runCommand(page, `QX9071 ${DAY}`);
  const choices = page.getByRole('option');
  await expect(choices).toHaveCount(3);
  await expect(choices.first()).toContainText('JFK–YVR, 1 stop, stays on board');
  await page.keyboard.press('Enter');
  await expect(choices).toHaveCount(0);
  await expect(seats.getByRole('tab')).toHaveCount(2);

  // A seat that is not free on both is said to be so. The best seat is one for both.
  await expect(page.getByRole('tablist', { name: 'Flights of this itinerary' })).toContainText('stays on board');
  await flight.pick(sold);
  await expect(page.getByText(`${sold} is not free on the next leg.`).first()).toBeVisible();
  await expect(tab(1)).toContainText('0 of 1 seats');
  await flight.best();
  // The seat that is not free on both gives way only when the hub has answered.
  await flight.sees(sold, 'free');
  const [both = ''] = await flight.chosenSeats();
  expect(both).not.toBe(sold);
  await expect(tab(0)).toContainText(both);
  await expect(tab(1)).toContainText(both);

  // Nobody is given an exit row, but whoever picks one has it on both.
  await page.keyboard.press('Escape');
  await flight.pick('13A');
  await expect(tab(1)).toContainText('13A');
  await expect(page.getByText('13A is not free')).toHaveCount(0);
  await expect(page.getByText(/at the exit \(13A\)$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await flight.pick(both);
  await expect(tab(1)).toContainText(both);

  // The price is the sum of the legs, the one that the board told.
  await expect(flight.panel).toContainText(total);
  const [sum, ...fares] = ((await flight.panel.innerText()).match(/\d+\.\d\d/g) ?? []).map(Number);
  expect(fares).toHaveLength(2);
  expect(fares.reduce((before, fare) => before + fare)).toBe(sum);
  const locator = await flight.hold();
  await flight.fillIn('PETROV/ELENA MRS');
  // In a narrow window the clock and the amount stay in sight beside two flights (they were pushed out of it).
  await page.setViewportSize({ width: 853, height: 533 });
  for (const part of [page.getByRole('timer'), page.locator('.hold-line .amount')]) await expect(part).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await flight.payCash('5000');
  expect(await flight.sold()).toBe(locator);

  await runCommand(page, locator);
  const itinerary = page.getByRole('region', { name: 'Itinerary' });
  await expect(itinerary).toContainText('stays on board');
  const legs = itinerary.getByRole('listitem').filter({ hasText: 'HK confirmed' });
  await expect(legs).toHaveCount(2);
  for (const leg of [0, 1]) await expect(legs.nth(leg)).toContainText(both);
  const passengers = page.getByRole('table', { name: 'Passengers' });
  for (const from of ['JFK', 'YUL']) await expect(passengers.getByRole('columnheader', { name: `QX 9071 ${from}` })).toBeVisible();
});
