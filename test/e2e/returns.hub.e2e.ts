// A return is searched out and back in one step, sold as one booking, and one more passenger is added to it, all by keyboard.
import { test } from '@playwright/test';
import { ChangePage } from './support/change-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

// Out and home on one day, since the sample schedule does not reach as far ahead at every airport.
test('a return of two flights out and one back is sold as one booking, by keyboard alone', async ({ page }) => {
  await page.goto(hub.address);
  const { keyboard } = page;
  const flight = new FlightPage(page);
  await expect(page.getByLabel('Name')).toBeFocused();
  await keyboard.press('1');
  await keyboard.type('1204');
  await keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Departures of JFK' })).toBeVisible();
  await runCommand(page, 'JFK LAX +1 +0');

  const out = page.getByRole('grid', { name: 'JFK to LAX' });
  await expect(out).toBeFocused();
  await expect(out).toHaveAttribute('aria-busy', 'false');
  const chosen = out.getByRole('row', { selected: true });
  // Down to the first way out with a stop.
  while ((await chosen.textContent())?.includes('direct')) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const band = page.getByRole('region', { name: 'Return' });
  await expect(page.getByRole('grid', { name: 'LAX to JFK' })).toBeFocused();
  const home = page.getByRole('grid', { name: 'LAX to JFK' }).getByRole('row', { selected: true });
  while (!(await home.textContent())?.includes('direct')) await keyboard.press('ArrowDown');
  await expect(band.getByRole('status')).toContainText('USD for 1');
  const total = /= ([\d.,]+)/.exec((await band.getByRole('status').textContent()) ?? '')?.[1] ?? 'no total';
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Return of 3 flights' })).toBeAttached();
  const focused = flight.grid.getByRole('gridcell').and(page.locator(':focus'));
  for (let leg = 0; leg < 3; leg++) {
    await expect(page.getByRole('tab', { selected: true })).toHaveAttribute('id', `leg-tab-${leg}`);
    await expect(focused).toBeVisible();
    await pressLetter(page, 'b');
    await expect(flight.grid.getByRole('gridcell', { selected: true })).toBeFocused();
    if (leg < 2) await keyboard.press('Enter');
  }
  await expect(page.getByRole('region', { name: 'Hold and payment' })).toContainText(total);
  await keyboard.press('Enter');
  const locator = await flight.heldLocator();
  await expect(page.getByLabel('Name of adult 1')).toBeFocused();
  await keyboard.type('petrov/elena mrs');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Phone or e-mail')).toBeFocused();
  await keyboard.type('2125550148');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Cash given')).toBeFocused();
  await keyboard.press('c');
  await keyboard.press('Enter');
  expect(await flight.sold()).toBe(locator);

  await runCommand(page, locator, '/');
  await expect(page.getByRole('heading', { level: 1, name: locator })).toBeVisible();
  const itinerary = page.getByRole('region', { name: 'Itinerary' });
  await expect(itinerary).toContainText('Way back');
  await expect(itinerary).toContainText('JFK to LAX');
  await expect(itinerary.getByText('Connection')).toHaveCount(1);
});

test('three flights out and three back are sold as one booking, the cash stays in sight, and no amount of an offer is cut off', async ({
  page,
}) => {
  await openConsole(page, hub.address, AGENT);
  const { keyboard } = page;
  const flight = new FlightPage(page);
  // By the calendar where the way back begins: after midnight in New York the sample day has one day less there.
  await runCommand(page, `BTV MFR ${localDate('America/Los_Angeles', 1)} ${localDate('America/Los_Angeles', 2)}`);
  // Nothing gets there with one stop: the list offers two.
  await page.getByRole('button', { name: 'Allow two stops' }).press('Enter');
  await expect(page.getByRole('grid', { name: 'BTV to MFR' })).toBeFocused();
  await keyboard.press('Enter');
  const back = page.getByRole('grid', { name: 'MFR to BTV' });
  await expect(back).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Return of 6 flights' })).toBeAttached();
  await expect(flight.grid.getByRole('gridcell').and(page.locator(':focus'))).toBeVisible();
  await pressLetter(page, 's');
  const locator = await flight.heldLocator();
  await expect(page.getByLabel('Name of adult 1')).toBeFocused();
  await keyboard.type('petrov/elena mrs');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Phone or e-mail')).toBeFocused();
  await keyboard.type('2125550148');
  await keyboard.press('Enter');
  const cash = page.getByLabel('Cash given');
  await expect(cash).toBeFocused();
  // What is seen at its middle is the field, and no button that lies over it.
  const seen = await cash.evaluate((field) => {
    const { x, y, width, height } = field.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === field;
  });
  expect(seen).toBe(true);
  await keyboard.press('c');
  await keyboard.press('Enter');
  expect(await flight.sold()).toBe(locator);

  await runCommand(page, locator);
  const itinerary = page.getByRole('region', { name: 'Itinerary' });
  await expect(itinerary.getByText('HK confirmed')).toHaveCount(6);
  await expect(itinerary.getByText('Connection')).toHaveCount(4);
  const change = new ChangePage(page);
  await change.begin('Shift+X');
  await change.row('Passengers and flights', / to BTV/).focus();
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(change.offer.getByRole('heading', { name: /^Offer \d/ })).toBeVisible();
  expect(await change.offer.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('a passenger is added to a sold return, and the difference is paid first, by keyboard alone', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  const { keyboard } = page;
  const flight = new FlightPage(page);
  await runCommand(page, 'JFK LAX +1 +0');
  await expect(page.getByRole('grid', { name: 'JFK to LAX' })).toBeFocused();
  await expect(page.getByRole('grid', { name: 'JFK to LAX' })).toHaveAttribute('aria-busy', 'false');
  await keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'LAX to JFK' })).toBeFocused();
  await keyboard.press('Enter');
  const focused = flight.grid.getByRole('gridcell').and(page.locator(':focus'));
  for (let leg = 0; leg < 2; leg++) {
    await expect(page.getByRole('tab', { selected: true })).toHaveAttribute('id', `leg-tab-${leg}`);
    await expect(focused).toBeVisible();
    await pressLetter(page, 'b');
    await expect(flight.grid.getByRole('gridcell', { selected: true })).toBeFocused();
    await keyboard.press('Enter');
  }
  const locator = await flight.heldLocator();
  await expect(page.getByLabel('Name of adult 1')).toBeFocused();
  await keyboard.type('petrov/elena mrs');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Phone or e-mail')).toBeFocused();
  await keyboard.type('2125550148');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Cash given')).toBeFocused();
  await keyboard.press('c');
  await keyboard.press('Enter');
  expect(await flight.sold()).toBe(locator);

  await runCommand(page, locator, '/');
  await expect(page.getByRole('button', { name: 'Cancel and refund' })).toBeFocused();
  await pressLetter(page, 'a');
  await expect(page.getByLabel('Name, adult 1')).toBeFocused();
  await keyboard.type('petrov/ivan mr');
  await keyboard.press('Enter');
  const offer = page.getByRole('complementary', { name: 'Offer' });
  await expect(offer.getByRole('heading', { name: 'Offer 1' })).toBeVisible();
  await expect(offer.getByRole('rowheader', { name: /, added$/ })).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^Take \d/ })).toBeEnabled();
  await keyboard.press('Control+Enter');
  const done = page.getByRole('region', { name: 'Done' });
  await expect(done).toContainText('is changed');
  await expect(done).toContainText('paid');
  await pressLetter(page, 'y');
  const passengers = page.getByRole('table', { name: 'Passengers' });
  await expect(passengers).toContainText('PETROV/ELENA MRS');
  await expect(passengers).toContainText('PETROV/IVAN MR');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('1 passenger added');
});
