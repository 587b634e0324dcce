// A schedule says how many seats each cabin has. No seat map has them, so one is made from the counts: the preview and the flight say so.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DAY = localDate('America/Chicago', 3);
const FILE = [
  'carrier,number,origin,destination,from,departs,arrives,equipment,configuration',
  `DL,9011,DAL,BUF,${DAY},08:15,11:40,CR9,F12Y64`,
  `DL,9012,DFW,BUF,${DAY},09:15,12:40,738,Y118`,
  `DL,9013,DFW,BUF,${DAY},10:15,13:40,738,J16Y144`,
].join('\n');

test('the seats that a file counts are those that are sold, and all airports of a city are searched at once', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const admin = new AdminPage(page);
  await admin.open('Import');
  await admin.chooseFile({ name: 'counts.csv', text: FILE });
  await page.getByRole('radio', { name: 'Seat maps (3)' }).click({ force: true });
  const maps = page.getByRole('table', { name: /^Seat maps/ });
  await expect(maps.getByRole('row', { name: 'CR9' })).toContainText('made from counts');
  await expect(maps.getByRole('row', { name: 'CR9' })).toContainText('F12 Y64');
  await expect(maps.getByRole('row', { name: 'Y118' })).toContainText('made from counts');
  await expect(maps.getByRole('row', { name: 'J16 Y144' })).toContainText('Boeing 737-800');
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Apply the schedule' }).click();
  await expect(page.getByText('counts.csv is applied.')).toBeVisible();

  await page.keyboard.press('F1');
  const board = new BoardPage(page);
  await board.search({ from: 'DFW', to: 'BUF', date: DAY });
  await expect(board.line).toContainText('(all: DFW*)');
  await expect(board.rows('DL 9011')).toHaveCount(0);
  await board.search({ from: 'DFW*', to: 'BUF', date: DAY });
  await board.open(board.rows('DL 9011').first());
  const flight = new FlightPage(page);
  const title = page.getByRole('main').locator('header').first();
  await expect(title).toContainText('CR9 F12Y64');
  await expect(title).toContainText('made from counts');
  await expect(flight.grid.getByRole('gridcell')).toHaveCount(76);
  await expect(flight.grid.getByRole('gridcell', { name: /first/ })).toHaveCount(12);
});
