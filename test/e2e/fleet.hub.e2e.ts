// A map drawn in the editor is flown and sold, by keyboard alone where it is drawn.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a map drawn in the editor is flown and sold', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  const admin = new AdminPage(page);
  const day = localDate('America/New_York', 4);
  const head = 'carrier,number,origin,destination,from,departs,arrives,equipment,configuration,base_fare,currency';
  await admin.open('Import');
  await admin.chooseFile({ name: 'own.csv', text: `${head}\nQX,9011,JFK,BUF,${day},08:15,09:40,320,Y150,129.00,USD\n` });
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Apply the schedule' }).click();
  await expect(page.getByText('own.csv is applied.')).toBeVisible();

  // The file's configuration made a map of 25 rows: nobody can sell row 26.
  await admin.open('Fleet');
  await page.getByRole('textbox', { name: 'Type, carrier or configuration' }).fill('320 y150');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'QX 320 Y150' })).toBeVisible();
  // The flight's grid is "Seats": the same seat was picked here once, in the map, before the flight had come.
  const map = page.getByRole('grid', { name: 'Seats of the map' });
  const cell = (name: string) => map.getByRole('gridcell', { name: new RegExp(`^${name}, `) });
  await expect(cell('25 A')).toBeVisible();
  await expect(cell('26 A')).toHaveCount(0);

  // Row 1 goes, and a row 26 comes behind row 25.
  await pressLetter(page, 'e');
  await expect(page.getByText('draft v1, row 1')).toBeVisible();
  await expect(cell('1 A')).toBeFocused();
  await page.keyboard.press('Shift+Delete');
  await expect(cell('1 A')).toHaveCount(0);
  for (let row = 2; row < 25; row += 1) await page.keyboard.press('ArrowRight');
  await expect(cell('25 A')).toBeFocused();
  await pressLetter(page, 'a');
  await expect(cell('26 A')).toBeFocused();
  await pressLetter(page, 'l');
  await expect(cell('26 A')).toHaveAccessibleName(/extra legroom/);
  await page.keyboard.press('Control+z');
  await expect(cell('26 A')).not.toHaveAccessibleName(/extra legroom/);
  await expect(page.getByText('1 flight changes')).toBeVisible();
  await expect(page.getByText('Everybody keeps the seat.')).toBeVisible();

  // The day stays tomorrow. The reason, and Ctrl Enter.
  await page.getByRole('textbox', { name: 'Reason' }).fill('row 1 is a galley now');
  await expect(page.getByRole('button', { name: 'Take over' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^v1 flies from .* on 1 flight\./)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Versions' }).getByRole('row', { name: /^v1 / })).toContainText('row 1 is a galley now');

  await runCommand(page, `QX9011 ${day}`);
  const flight = new FlightPage(page);
  await flight.pick('26A');
  await expect(flight.seat('1A')).toHaveCount(0);
  await flight.hold();
  await flight.fillIn('SMITH/JOHN MR');
  await flight.payCash();
  await flight.sold();
});
