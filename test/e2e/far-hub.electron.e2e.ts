// A window of a hub on another computer: paired by a code and a look at the fingerprint, it sells, loses the hub and comes back.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page, test } from '@playwright/test';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { type OpenWindow, openWindow } from './support/open-window.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole, SUPERVISOR, signIn, unlock } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

test.describe.configure({ mode: 'serial' });

const PRINT = /[0-9A-F]{4}( [0-9A-F]{4}){3}/;
const printOn = async (page: Page): Promise<string> => PRINT.exec(await page.locator('body').innerText())?.[0] ?? 'no fingerprint';

let hub: Hub;
let browser: Browser;
let supervisor: Page;
let window: OpenWindow;
const folder = mkdtempSync(path.join(tmpdir(), 'aisle-far-'));

test.beforeAll(async () => {
  hub = await Hub.start('--host', '0.0.0.0');
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  supervisor = await browser.newPage();
  window = await openWindow({ farHub: hub.farAddress, folder });
});
test.afterAll(async () => {
  await window.close();
  await browser.close();
  await hub.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function offer(desk: string): Promise<string> {
  await supervisor.keyboard.press('F7');
  await pressLetter(supervisor, 'a');
  await expect(supervisor.getByLabel('Name of the desk')).toBeFocused();
  await supervisor.keyboard.type(desk);
  await supervisor.keyboard.press('Enter');
  const digits = supervisor.getByRole('img', { name: /^Code \d/ });
  await expect(digits).toBeVisible();
  return ((await digits.getAttribute('aria-label')) ?? '').replace(/\D/g, '');
}

test('the window shows the fingerprint of the hub, and pairs once a person has compared it', async () => {
  const { page } = window;
  await openConsole(supervisor, hub.address, SUPERVISOR);
  await runCommand(supervisor, 'admin desks');
  await expect(supervisor.getByRole('region', { name: 'Pairing' })).toBeVisible();
  const code = await offer('T4-01');
  await expect(page.getByRole('form', { name: 'Pair this console' })).toBeVisible();
  expect(await printOn(page)).toBe(await printOn(supervisor));

  await expect(page.getByLabel('Code')).toBeFocused();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Compare the two first, and say so here.')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByLabel('Code').press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in at desk T4-01' })).toBeVisible();
  await expect(supervisor.getByRole('region', { name: 'Pairing' })).toContainText('T4-01 is paired.');

  // Its key lies locked in a file of this account. No store, no log of one, no backup lies beside it.
  const kept = readFileSync(path.join(folder, 'window/far-hub.json'), 'utf8');
  expect(JSON.parse(kept).hubs).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['window']);
  expect(existsSync(path.join(folder, 'training.sqlite'))).toBe(false);
});

test('it sells a seat, loses the hub, says so, and goes on when the hub is back', async () => {
  const { page } = window;
  await signIn(page, AGENT, 'T4-01');
  await new BoardPage(page).openDirect();
  const flight = new FlightPage(page);
  const seats = await flight.best();
  const locator = await flight.hold();
  await flight.fillIn('PETROV/ELENA MRS');

  await hub.killNow();
  await expect(page.getByText(/^Stale since/)).toBeVisible();
  await hub.startAgain();
  // A hub that was started again takes nobody back without the PIN.
  const unlock = page.getByRole('form', { name: 'Unlock' });
  await unlock.getByLabel(`PIN of ${AGENT}`).fill('1204');
  await unlock.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('banner').getByText('Live', { exact: true })).toBeVisible();
  // Nothing that was typed is lost.
  await expect(flight.passengers.getByLabel('Name of adult 1')).toHaveValue('PETROV/ELENA MRS');
  await flight.payCash('5000');
  expect(await flight.sold()).toBe(locator);
  for (const seat of seats) await flight.sees(seat, 'sold');
});

test('it is the same desk after the next start, and is refused when it is revoked', async () => {
  await window.close();
  window = await openWindow({ farHub: hub.farAddress, folder });
  await expect(window.page.getByRole('button', { name: 'Sign in at desk T4-01' })).toBeVisible();

  // It was locked when the hub was started again.
  await unlock(supervisor, SUPERVISOR);
  const row = supervisor.getByRole('table', { name: 'Paired desks' }).getByRole('row', { name: 'T4-01' });
  await expect(row).toContainText('live');
  await row.getByRole('button').focus();
  await supervisor.keyboard.press('Delete');
  await expect(supervisor.getByRole('alertdialog')).toBeVisible();
  await supervisor.keyboard.press('Control+Enter');
  await expect(window.page.getByText('This desk was revoked by a supervisor.')).toBeVisible();
});

for (const kept of ['none', 'basic_text'] as const)
  test(`it makes no key where the safe of the computer is ${kept}, which protects nothing, and says what to do`, async () => {
    await window.app.evaluate(({ safeStorage }, backend) => {
      safeStorage.isEncryptionAvailable = () => backend !== 'none';
      safeStorage.getSelectedStorageBackend = () => (backend === 'none' ? 'unknown' : backend);
    }, kept);
    await window.page.reload();
    await expect(window.page.getByText('This computer has no safe for keys, so it can be no desk.')).toBeVisible();
    await expect(window.page.getByLabel('Code')).toHaveCount(0);
  });
