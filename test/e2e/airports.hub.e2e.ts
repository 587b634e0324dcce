// A supervisor adds an airport that no list knows. Its schedule is imported, an agent finds it by name, and a flight from it is sold.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DAY = localDate('America/New_York', 3);
const SCHEDULE = `B6,9031,QQX,JFK,${DAY},${DAY},08:15,12:20,320,129.00`;

test('an airport is added by keyboard, its flights are imported, found by its name, shown by its zone and sold', async ({
  browser,
  page,
}) => {
  const supervisors = await browser.newContext();
  const supervisor = await supervisors.newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await openConsole(page, hub.address, AGENT, 'T1-04');
  const admin = new AdminPage(supervisor);
  await admin.open('Airports');
  await expect(supervisor.getByText('All airports are as they came with Aisle')).toBeVisible();
  const form = supervisor.getByRole('form', { name: 'Add airport' });
  await form.getByLabel('Code', { exact: true }).focus();
  await supervisor.keyboard.type('qqx');
  await supervisor.keyboard.press('Tab');
  await supervisor.keyboard.press('Tab');
  for (const text of ['Prairie Regional Airport', 'Prairie Town', 'qqx', 'us']) {
    await supervisor.keyboard.type(text);
    await supervisor.keyboard.press('Tab');
  }
  await supervisor.keyboard.type('chicago');
  await supervisor.keyboard.press('ArrowDown');
  await supervisor.keyboard.press('Enter');
  await expect(form.getByLabel('Time zone')).toHaveValue('America/Chicago');
  await supervisor.keyboard.press('Tab');
  await supervisor.keyboard.type('41.25');
  await supervisor.keyboard.press('Tab');
  await supervisor.keyboard.type('95.5W');
  await expect(form.getByText(/^Nobody knows QQX yet/)).toBeVisible();
  await supervisor.keyboard.press('Tab');
  await supervisor.keyboard.type('opens this week');
  await supervisor.keyboard.press('Enter');
  await supervisor.keyboard.press('Enter');
  const list = supervisor.getByRole('table', { name: 'Airports added or corrected' });
  await expect(list.getByRole('row', { name: 'QQX' })).toContainText('Prairie Regional Airport, Prairie Town (QQX)');
  await expect(list.getByRole('row')).toHaveCount(2);

  await admin.addFlights(SCHEDULE);
  const from = page.getByRole('combobox', { name: 'From' });
  await page.keyboard.press('F1');
  await from.fill('prairie');
  await expect(page.getByRole('option', { name: 'QQX' })).toContainText('Prairie Regional Airport, US');
  const board = new BoardPage(page);
  await board.search({ from: 'QQX', to: 'JFK', date: DAY });
  const row = board.rows('B6 9031').first();
  // By the clocks of Chicago and of New York.
  await expect(row).toContainText('08:15');
  await expect(row).toContainText('12:20');
  await board.open(row);
  const sale = new FlightPage(page);
  await sale.pick('20A');
  await sale.hold();

  // Another zone from that day on: the flight keeps its moment until its schedule is imported again.
  await admin.open('Airports');
  await list.getByRole('button', { name: 'Correct QQX' }).click();
  const correct = supervisor.getByRole('form', { name: 'Correct QQX' });
  await expect(correct.getByLabel('Name')).toHaveValue('Prairie Regional Airport');
  await correct.getByLabel('Time zone').fill('America/Denver');
  await correct.getByLabel('Time zone').press('Tab');
  await expect(
    correct.getByText(
      /^1 flight to come: 1 leave, 0 arrive\. Until their schedule is imported again, they are shown 60 minutes earlier at QQX/,
    ),
  ).toBeVisible();
  await correct.getByLabel('Reason').fill('it lies in Mountain time');
  await correct.getByLabel('Reason').press('Enter');
  await expect(list.getByRole('row', { name: 'QQX' })).toHaveCount(2);
  await page.keyboard.press('F1');
  await expect(board.rows('B6 9031').first()).toContainText('07:15');
  await admin.open('Import');
  await supervisor.getByRole('button', { name: 'Import another file' }).click();
  await admin.addFlights(SCHEDULE);
  await expect(board.rows('B6 9031').first()).toContainText('08:15');
});
