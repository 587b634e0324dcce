// A backup is made while people sell, and put back: what was sold later is gone, what was sold before is there.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage, JFK_LAX } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole, SUPERVISOR, signIn } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('a backup is made beside the sale, and a restore takes back what was sold after it', async ({ browser, page }) => {
  const agents = await browser.newContext();
  const agent = await agents.newPage();
  await openConsole(agent, hub.address, AGENT, 'T1-05');
  const flight = new FlightPage(agent);
  const sell = async (name: string): Promise<{ locator: string; flight: string; seat: string }> => {
    await agent.keyboard.press('F1');
    await new BoardPage(agent).openDirect();
    const called = await agent.getByRole('heading', { level: 1 }).innerText();
    const [seat = ''] = await flight.best();
    await flight.hold();
    await flight.fillIn(name);
    await flight.payCash();
    return { locator: await flight.sold(), flight: called.replace(' ', ''), seat };
  };
  const before = await sell('PETROV/ELENA MRS');

  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const admin = new AdminPage(page);
  await admin.open('Backups');
  const [, during] = await Promise.all([page.getByRole('button', { name: 'Back up now' }).click(), sell('OKAFOR/JOHN MR')]);
  await expect(page.getByText(/The newest backup is made and verified/).first()).toBeVisible();
  const rows = page.getByRole('table', { name: 'Backups' }).getByRole('row').filter({ hasText: 'on request' });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('verified');
  const after = await sell('SMITH/JANE MS');

  // By keyboard alone, and the first key keeps the store.
  const restore = rows.getByRole('button', { name: /^Restore the backup of/ });
  await restore.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Everything since then is gone from the store');
  await expect(dialog.getByRole('button', { name: 'Keep the store as it is' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(restore).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Keep the store as it is' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Restore this backup' })).toBeFocused();
  await page.keyboard.press('Enter');

  // Both consoles find the hub again by themselves and ask who is there.
  for (const console of [page, agent])
    await expect(console.getByRole('form', { name: 'Sign in' }).getByLabel('PIN')).toBeVisible({ timeout: 60_000 });
  await signIn(page, SUPERVISOR, 'T1-01');
  await admin.open('Backups');
  await expect(page.getByText(/This store was put back .* kept beside it as training-replaced-/)).toBeVisible();
  await signIn(agent, AGENT, 'T1-05');
  const reservations = new ReservationsPage(agent);
  await reservations.goThere();
  await reservations.find(after.locator);
  await expect(agent.getByText(`No booking with locator ${after.locator}`)).toBeVisible();
  await reservations.find(before.locator);
  await expect(reservations.booking(before.locator)).toBeVisible();

  // The board and the seats are those of the backup: what was sold later can be sold again.
  for (const [sold, state] of [[before, 'sold'] as const, [after, 'free'] as const]) {
    await runCommand(agent, `${sold.flight} ${JFK_LAX.date}`);
    await expect(agent.getByRole('heading', { level: 1 })).toHaveText(sold.flight.replace(/^../, '$& '));
    await flight.sees(sold.seat, state);
  }
  const again = await sell('SMITH/JANE MS');
  expect([before.locator, during.locator, after.locator]).not.toContain(again.locator);
  await agents.close();
});
