// Tenders that are not in the drawer: an agency that pays later, and a wallet by its reference.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage, JFK_LAX } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('a supervisor opens the account of an agency, and an agent sells on it up to its limit and the rest by a wallet, by keyboard', async ({
  page,
  browser,
}) => {
  const supervisor = await (await browser.newContext()).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await new AdminPage(supervisor).open('Accounts');
  const opening = supervisor.getByRole('form', { name: 'New account' });
  await opening.getByLabel('Code').fill('harbour');
  await opening.getByLabel('Name').fill('Harbour Travel');
  await opening.getByLabel('Limit').fill('50');
  await supervisor.keyboard.press('Enter');
  const accounts = supervisor.getByRole('table', { name: 'Accounts' });
  await expect(accounts.getByRole('row', { name: 'HARBOUR' })).toContainText('50.00');

  await openConsole(page, hub.address, AGENT);
  await new BoardPage(page).openDirect(JFK_LAX);
  const flight = new FlightPage(page);
  await flight.best();
  await flight.hold();
  await flight.fillIn('Petrov/Elena ms');
  await page.getByLabel('Cash given').focus();
  await page.keyboard.press('Shift+V');
  await expect(page.getByLabel('Account code')).toBeFocused();
  await page.keyboard.type('harbour');
  await expect(flight.panel).toContainText('Harbour Travel, 50.00 USD may still be owed');
  await page.keyboard.press('Enter');
  await expect(flight.panel).toContainText('Account HARBOUR');
  await page.getByLabel('Amount').focus();
  await page.keyboard.press('Shift+K');
  await page.keyboard.type('412345678901');
  await page.keyboard.press('Enter');
  const locator = await flight.sold();

  await expect(accounts.getByRole('row', { name: 'HARBOUR' })).toContainText('50.0050.000.00');
  await expect(supervisor.getByRole('table', { name: 'Statement of HARBOUR' })).toContainText(locator);
  const received = supervisor.getByRole('form', { name: 'Payment received' });
  await received.getByLabel('Received, USD').fill('20');
  await received.getByLabel('Reference').fill('transfer 4711');
  await supervisor.keyboard.press('Enter');
  await expect(accounts.getByRole('row', { name: 'HARBOUR' })).toContainText('30.0050.0020.00');
  await supervisor.context().close();
});
