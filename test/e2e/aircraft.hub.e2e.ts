// A supervisor adds an aircraft that sells weight, and gives it to a flight. An agent sells until its weight is gone, though seats are free.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { pressLetter } from './support/press-letter.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DAY = localDate('America/New_York', 3);

test('an aircraft with a weight limit is added, given to a flight by keyboard, and sells no passenger more than it may carry', async ({
  browser,
  page,
}) => {
  test.slow();
  const supervisors = await browser.newContext();
  const supervisor = await supervisors.newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  const admin = new AdminPage(supervisor);
  await admin.addFlights(`B6,9011,JFK,BUF,${DAY},${DAY},08:15,09:40,320,129.00`, `B6,9012,JFK,BUF,${DAY},${DAY},09:50,11:10,320,129.00`);
  await admin.open('Aircraft');
  await expect(supervisor.getByText('No aircraft is known yet')).toBeVisible();
  const form = supervisor.getByRole('form', { name: 'Add aircraft' });
  await form.getByLabel('Registration').fill('n123aa');
  await form.getByLabel('Type').fill('320');
  await form.getByLabel('Weight limit').fill('150');
  await form.getByLabel('Reason').fill('new in the fleet');
  // The second Enter finds an empty form and adds nothing.
  await form.getByLabel('Reason').press('Enter');
  await form.getByLabel('Reason').press('Enter');
  const list = supervisor.getByRole('table', { name: 'Aircraft' });
  await expect(list.getByRole('row', { name: 'N123AA' })).toContainText('150 kg');
  await expect(list.getByRole('row')).toHaveCount(2);

  await openConsole(page, hub.address, AGENT, 'T1-04');
  const open = async (at: typeof page, flight: string) => {
    await at.keyboard.press('F1');
    const board = new BoardPage(at);
    await board.search({ from: 'JFK', to: 'BUF', date: DAY });
    await board.open(board.rows(flight).first());
    return new FlightPage(at);
  };
  const sale = await open(page, 'B6 9011');
  const flight = await open(supervisor, 'B6 9011');
  await flight.grid.getByRole('gridcell').first().focus();
  await pressLetter(supervisor, 'Shift+E');
  const dialog = supervisor.getByRole('dialog', { name: 'Aircraft of B6 9011' });
  await expect(dialog.getByLabel('Registration')).toBeFocused();
  await supervisor.keyboard.type('n123aa');
  await dialog.getByLabel('Gate').fill('b4');
  await dialog.getByLabel('Reason').fill('as planned');
  await dialog.getByLabel('Reason').press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('N123AA, gate B4')).toBeVisible();
  await expect(page.getByText('0 of 150 kg')).toBeVisible();

  await sale.pick('20A');
  await sale.hold();
  await expect(page.getByText(/ of 150 kg/)).toBeVisible();
  await expect(page.getByText('no weight left for an adult')).toBeVisible();
  await expect(supervisor.getByText('no weight left for an adult')).toBeVisible();
  await flight.pick('21A');
  await supervisor.keyboard.press('Enter');
  await expect(supervisor.getByText(/^B6 9011 may carry 150 kg, and \d+ kg are taken/).first()).toBeAttached();
  await flight.sees('21B', 'free');

  // The next flight leaves ten minutes after this one has landed: the same aircraft cannot fly it.
  const next = await open(supervisor, 'B6 9012');
  await next.grid.getByRole('gridcell').first().focus();
  await pressLetter(supervisor, 'Shift+E');
  const other = supervisor.getByRole('dialog', { name: 'Aircraft of B6 9012' });
  await other.getByLabel('Registration').fill('N123AA');
  await other.getByLabel('Reason').fill('as planned');
  await other.getByLabel('Reason').press('Enter');
  await expect(other.getByRole('alert')).toContainText('N123AA flies B6 9011 too close to B6 9012: between them it needs 30 minutes.');
  await supervisor.keyboard.press('Escape');
  await supervisors.close();
});
