// axe finds nothing on any screen, in either theme. What it cannot see, the keyboard tests do.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { almostSold } from './support/almost-sold.ts';
import { axeFindings, expectAccessible } from './support/axe.ts';
import { BoardPage, JFK_LAX } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('what is wrong would be found', async ({ page }) => {
  await page.goto(hub.address);
  await expect(page.getByRole('form', { name: 'Sign in' })).toBeVisible();
  await page.evaluate(() => {
    const pale = document.createElement('p');
    pale.textContent = 'hardly to be read';
    pale.style.color = '#ddd';
    document.querySelector('main')?.append(pale, document.createElement('input'));
  });
  const found = (await axeFindings(page)).map((finding) => finding.split(':')[0]);
  expect(found.toSorted()).toEqual(['color-contrast', 'label']);
});

test('sign-in, lock and the sheet of keys', async ({ page }) => {
  await page.goto(hub.address);
  await expect(page.getByRole('form', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await page.getByLabel('Name').fill('ruiz');
  await page.getByLabel('PIN', { exact: true }).fill('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Name or PIN is wrong.')).toBeVisible();
  await expectAccessible(page, 'sign-in refused');

  await openConsole(page, hub.address, AGENT);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page, 'sheet of keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /A\. Ruiz/ }).click();
  await expect(page.getByRole('menu', { name: 'User' })).toBeVisible();
  await expectAccessible(page, 'user menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+l');
  await expect(page.getByRole('form', { name: 'Unlock' })).toBeVisible();
  await expectAccessible(page, 'lock');
});

test('board', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.search({ from: 'JFK', date: '+1' });
  await expectAccessible(page, 'departures');
  await board.search({ from: 'JFK', to: 'MIA', date: '+2' });
  await expectAccessible(page, 'search results');
  await expect(board.list).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('Compare two itineraries')).toBeVisible();
  await expectAccessible(page, 'compare');
  await board.ask({ from: 'JFK', to: 'LAX', date: '+30' });
  await expect(page.getByText('Nothing flies from JFK to LAX')).toBeVisible();
  await expectAccessible(page, 'board without a flight');
  await board.ask({ from: 'JFK', to: 'JFK', date: '+1' });
  await expect(page.getByText('From and to are the same place.')).toBeVisible();
  await expectAccessible(page, 'board refused');
  await runCommand(page, 'JFK JFK tomorrow');
  await expect(page.getByRole('form', { name: 'Command bar' }).getByRole('alert')).not.toBeEmpty();
  await expectAccessible(page, 'command bar refused');
});

test('flight, from the seats to the receipt', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.search({ ...JFK_LAX, adults: 2 });
  await board.open(board.rows('direct').first());
  const flight = new FlightPage(page);
  await expect(flight.price).toContainText('Base fare');
  await expectAccessible(page, 'seat grid');
  await pressLetter(page, 'l');
  await expect(page.getByRole('region', { name: 'Seats as a list' })).toBeVisible();
  await expectAccessible(page, 'seats as a list');
  await pressLetter(page, 'l');
  await flight.best();
  await expectAccessible(page, 'seats chosen');
  await flight.hold();
  await expectAccessible(page, 'hold');
  await flight.name('PETROV/ELENA MRS', 'nobody');
  await flight.contact('12');
  await flight.panel.getByText('Card', { exact: true }).click();
  await expectAccessible(page, 'names and payment, not right yet');
  await flight.name('PETROV/ELENA MRS', 'PETROV/IVAN MR');
  await flight.contact('+1 212 555 0148');
  await flight.panel.getByText('Cash', { exact: true }).click();
  await flight.payCash('3000');
  await flight.sold();
  await expectAccessible(page, 'confirmation');
});

test('a booking, from its search to its cancellation', async ({ page }) => {
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCash();
  await flight.sold();
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await expect(page.getByText('Find a booking')).toBeVisible();
  await expectAccessible(page, 'find');
  await reservations.find('ZZZZZZ');
  await expect(page.getByText('No booking with locator ZZZZZZ')).toBeVisible();
  await expectAccessible(page, 'nothing found');
  await reservations.find('petrov/');
  // A single one opens by itself, and Esc shows the list.
  await expect(reservations.found.or(reservations.booking(locator))).toBeVisible();
  if (await reservations.booking(locator).isVisible()) {
    await expect(reservations.action('Cancel and refund')).toBeFocused();
    await page.keyboard.press('Escape');
  }
  await expect(reservations.found).toBeVisible();
  await expectAccessible(page, 'found');
  await reservations.openFound(locator);
  await expectAccessible(page, 'booking');
  await reservations.action('Cancel and refund').click();
  await expect(reservations.worksheet).toBeVisible();
  await expectAccessible(page, 'cancel worksheet');
  await reservations.worksheet.getByRole('button', { name: 'Cancel and refund' }).click();
  await expect(page.getByText('HX cancelled').first()).toBeVisible();
  await expectAccessible(page, 'booking cancelled');
});

test('flights of the room of prices', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  await page.keyboard.press('F5');
  await expect(page.getByRole('table', { name: 'Flights' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Overbooking advice' })).toBeVisible();
  await expectAccessible(page, 'flights by money at stake');
  await page.getByRole('button', { name: 'As a table' }).click();
  await page.getByRole('region', { name: 'Overbooking advice' }).getByRole('button', { name: /^Edit/ }).click();
  await expectAccessible(page, 'a curve in figures, and another number of seats');
  const line = page.getByRole('textbox', { name: 'Filter flights' });
  await line.fill('lod<60');
  await expect(page.getByText('asks for nothing that is known')).toBeVisible();
  await expectAccessible(page, 'a filter line that cannot be read');
  await line.fill('JFK-LAX');
  await expect(page.getByText('JFK to LAX', { exact: true })).toBeVisible();
  await line.press('Enter');
  await expect(page.locator('[data-flight]:focus')).toBeVisible();
  await pressLetter(page, 'l');
  await expect(page.getByRole('table', { name: 'Percent sold by flight and day' })).toBeVisible();
  await expectAccessible(page, '30 days of a route');
});

test('an itinerary of two flights, and a payment under way', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.openWithStop({ from: 'BUF', to: 'LAX', date: '+2' });
  const flight = new FlightPage(page);
  await flight.best();
  await flight.panel.getByRole('button', { name: 'Seats on the next flight' }).click();
  await expect(page.getByRole('tab', { selected: true })).toContainText('0 of 1 seats');
  await flight.best();
  await expectAccessible(page, 'two flights');
  await flight.hold();
  await flight.fillIn('PETROV/ELENA MRS');
  await flight.payCard('does not answer');
  await expect(flight.panel).toContainText('The terminal is asking for the card');
  await expectAccessible(page, 'terminal asks');
});

test('a hold in its last minute, and one that has ended', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  await new AdminPage(page).setHoldMinutes(1);
  await page.keyboard.press('F1');
  await new BoardPage(page).openDirect();
  const flight = new FlightPage(page);
  await flight.best();
  await flight.hold();
  await expect(flight.panel).toContainText('ends soon');
  await expectAccessible(page, 'last minute of a hold');
  await hub.moveTime(60_000);
  await expect(flight.panel).toContainText('Hold ended');
  await expectAccessible(page, 'hold ended');
});

test('admin', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  const admin = new AdminPage(page);
  await admin.open('Import');
  await expectAccessible(page, 'import');
  const flights = ['B6,1,JFK,BUF,2027-01-01,08:00,09:00,320', 'B6,3,JFK,QQQ,2027-01-01,08:00,09:00,320'];
  const text = ['carrier,number,origin,destination,from,departs,arrives,equipment', ...flights, ''].join('\n');
  await admin.chooseFile({ name: 'winter.csv', text });
  await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
  await expectAccessible(page, 'import preview');
  await admin.open('Airports');
  await page.getByLabel('Code', { exact: true }).fill('JFK');
  await expect(page.getByRole('heading', { name: 'Versions of JFK' })).toBeVisible();
  await expectAccessible(page, 'airports');
  await admin.open('Fleet');
  await expect(page.getByRole('gridcell', { name: /^4 F, / })).toBeVisible();
  await expectAccessible(page, 'fleet');
  await page.getByRole('button', { name: 'Draw it' }).click();
  await page.getByRole('gridcell', { name: /^4 F, / }).click();
  await page.getByRole('button', { name: 'no seat' }).click();
  await expect(page.getByRole('gridcell', { name: '4 F, economy, no seat any more' })).toBeVisible();
  await expectAccessible(page, 'a map that is drawn');
  await page.getByRole('button', { name: 'import' }).click();
  await expect(page.getByRole('dialog', { name: 'Import a seat map' })).toBeVisible();
  await expectAccessible(page, 'import of a seat map');
  await page.keyboard.press('Escape');
  await admin.open('Users');
  await expect(page.getByRole('table', { name: 'Users' }).getByRole('row', { name: 'Ana Ruiz' })).toBeVisible();
  await expectAccessible(page, 'users');
  await page.getByRole('button', { name: 'Set PIN of ruiz' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'set PIN');
  await page.keyboard.press('Escape');
  await admin.open('Settings');
  await expect(page.getByRole('form', { name: 'Hold time' })).toBeVisible();
  await expectAccessible(page, 'settings');
  await admin.open('Refunds');
  await expect(page.getByRole('table', { name: /refund/i })).toBeVisible();
  await expectAccessible(page, 'refund policies');
  await admin.open('Backups');
  await page.getByRole('button', { name: 'Back up now' }).click();
  // The hourly one may be there as well.
  const asked = page.getByRole('table', { name: 'Backups' }).getByRole('row').filter({ hasText: 'on request' });
  await expect(asked).toHaveCount(1);
  await expectAccessible(page, 'backups');
  await asked.getByRole('button', { name: /^Restore the backup of/ }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page, 'restore');
  await page.keyboard.press('Escape');
});

test('first supervisor of a live store, and its empty board', async ({ page }) => {
  const live = await Hub.start('--live');
  await page.goto(live.address);
  const form = page.getByRole('form', { name: 'First supervisor' });
  await expect(form).toBeVisible();
  await expectAccessible(page, 'first supervisor');
  await form.getByLabel('Full name').fill('Maria Lind');
  await form.getByLabel('User name').fill('lind');
  await form.getByLabel('PIN, 4 to 12 digits').fill('4711');
  await form.getByLabel('The same PIN again').fill('4711');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing leaves JFK')).toBeVisible();
  await expectAccessible(page, 'empty board');
  await live.remove();
});

test('a hub that does not answer', async ({ page }) => {
  const lost = await Hub.start();
  await openConsole(page, lost.address, AGENT);
  await lost.killNow();
  await expect(page.getByText(/^Stale since/)).toBeVisible();
  await expectAccessible(page, 'stale');
  await lost.remove();

  await page.routeWebSocket(/\/socket$/, (socket) => socket.close());
  await page.goto(hub.address);
  await expect(page.getByRole('heading', { name: 'The hub does not answer' })).toBeVisible();
  await expectAccessible(page, 'no desk');
});
