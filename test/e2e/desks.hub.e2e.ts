// A supervisor makes a browser on another computer a desk, by a code, and takes that back. By keyboard alone.
import { type BrowserContext, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect } from './support/expect.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole, SUPERVISOR, signIn } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start('--host', '0.0.0.0');
});
test.afterAll(() => hub.remove());

const desks = (page: Page) => page.getByRole('table', { name: 'Paired desks' });
const pairing = (page: Page) => page.getByRole('region', { name: 'Pairing' });
const digits = (page: Page) => page.getByRole('img', { name: /^Code \d/ });
/** The fingerprint as people compare it. */
const PRINT = /[0-9A-F]{4}( [0-9A-F]{4}){3}/;
const printOn = async (page: Page): Promise<string> => PRINT.exec(await page.locator('body').innerText())?.[0] ?? 'no fingerprint';

async function openDesks(page: Page): Promise<void> {
  await openConsole(page, hub.address, SUPERVISOR);
  await runCommand(page, 'admin desks');
  await expect(page.getByRole('tab', { name: 'Desks', selected: true })).toBeVisible();
  await expect(pairing(page)).toBeVisible();
}

/** Has the hub show a code for a desk of that name. */
async function offer(page: Page, desk: string): Promise<string> {
  await page.keyboard.press('F7');
  await pressLetter(page, 'a');
  await expect(page.getByLabel('Name of the desk')).toBeFocused();
  await page.keyboard.type(desk);
  await page.keyboard.press('Enter');
  await expect(digits(page)).toBeVisible();
  return ((await digits(page).getAttribute('aria-label')) ?? '').replace(/\D/g, '');
}

/** A browser on another computer, as the hub sees it. */
async function elsewhere(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(hub.farAddress);
  await expect(page.getByRole('form', { name: 'Pair this console' })).toBeVisible();
  return page;
}

const wrongOf = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a browser elsewhere becomes a desk, is renamed and is revoked, by keyboard alone', async ({ browser, page }) => {
  await openDesks(page);
  const code = await offer(page, 't3-03');
  await expect(pairing(page)).toContainText('T3-03');

  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const far = await elsewhere(context);
  expect(await printOn(far)).toBe(await printOn(page));
  await expectAccessible(far, 'pairing');
  await expectAccessible(page, 'desks');

  // A wrong code is counted, and the supervisor sees who tries.
  await far.keyboard.type(wrongOf(code));
  // In forced colours the system wrote what is typed over the first of the boxes.
  await far.emulateMedia({ forcedColors: 'active' });
  await expect(far.getByLabel('Code')).toHaveCSS('color', 'rgba(0, 0, 0, 0)');
  await far.emulateMedia({ forcedColors: 'none' });
  await far.keyboard.press('Enter');
  await expect(far.getByRole('alert')).toContainText('4 tries are left');
  await expect(pairing(page)).toContainText(`4 of 5, ${new URL(hub.farAddress).hostname}`);
  await expect(far.getByLabel('Code')).toBeFocused();
  await far.keyboard.type(code);
  // Twice the key, one desk.
  await far.keyboard.press('Enter');
  await far.keyboard.press('Enter');
  await expect(far.getByRole('button', { name: 'Sign in at desk T3-03' })).toBeVisible();
  await expect(pairing(page)).toContainText('T3-03 is paired.');

  await signIn(far, AGENT, 'T3-03');
  await expect(far.getByRole('banner')).toContainText('Desk T3-03');
  const row = desks(page).getByRole('row', { name: 'T3-03' });
  await expect(row).toContainText('live, browser');
  await expect(row).toContainText('Ana Ruiz');
  // The key is the browser's: it is the same desk after the page was loaded again, and nobody signs in anew.
  await far.reload();
  await expect(far.getByRole('banner')).toContainText('Desk T3-03');

  await page.keyboard.press('F7');
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { name: 'T3-03' })).toBeVisible();
  // Its background is taken away in forced colours: nothing said which row is chosen.
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(row).toHaveCSS('outline-style', 'solid');
  await page.emulateMedia({ forcedColors: 'none' });
  await pressLetter(page, 'e');
  await page.getByRole('dialog').getByLabel('Name').fill('T3-04');
  await page.keyboard.press('Enter');
  await expect(desks(page).getByRole('row', { name: 'T3-04' })).toBeVisible();
  await expect(far.getByText('This desk was T3-03 and is T3-04 now. Sign in to go on.')).toBeVisible();
  await signIn(far, AGENT, 'T3-04');

  await page.keyboard.press('F7');
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  const sure = page.getByRole('alertdialog');
  await expect(sure).toContainText('Ana Ruiz is signed out there');
  // Enter alone keeps it.
  await page.keyboard.press('Enter');
  await expect(sure).toHaveCount(0);
  await expect(far.getByRole('banner')).toContainText('Desk T3-04');
  await page.keyboard.press('Delete');
  await expect(sure).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(desks(page).getByRole('row', { name: 'T3-04' })).toContainText('revoked');
  await expect(far.getByText('This desk was revoked by a supervisor.')).toBeVisible();
  await far.reload();
  await expect(far.getByRole('form', { name: 'Pair this console' })).toBeVisible();
  await context.close();
});

test('a code ends after five wrong ones, and says so at both ends; another one pairs', async ({ browser, page }) => {
  await openDesks(page);
  const code = await offer(page, 'T3-05');
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const far = await elsewhere(context);
  for (const left of [4, 3, 2, 1]) {
    await far.keyboard.type(wrongOf(code));
    await far.keyboard.press('Enter');
    await expect(far.getByRole('alert')).toContainText(`${left} tries are left`);
  }
  await far.keyboard.type(wrongOf(code));
  await far.keyboard.press('Enter');
  await expect(far.getByRole('alert')).toContainText('This pairing code has ended.');
  await expect(pairing(page)).toContainText('The code for T3-05 has ended, and nothing was paired.');
  // The right code is worth nothing now.
  await far.keyboard.type(code);
  await far.keyboard.press('Enter');
  await expect(far.getByRole('alert')).toContainText('This pairing code has ended.');

  const again = await offer(page, 'T3-05');
  await far.getByLabel('Code').fill(again);
  await far.keyboard.press('Enter');
  await expect(far.getByRole('button', { name: 'Sign in at desk T3-05' })).toBeVisible();

  // Esc stops a code.
  await offer(page, 'T3-06');
  await page.keyboard.press('Escape');
  await expect(digits(page)).toHaveCount(0);
  await context.close();
});

test('another program gets its secret, once, and comes in with it', async ({ page, request }) => {
  await openDesks(page);
  await page.keyboard.press('F7');
  await pressLetter(page, 'a');
  await expect(page.getByLabel('Name of the desk')).toBeFocused();
  await page.keyboard.type('BI-01');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: /^System/ }).press('Enter');
  await page.getByLabel('Name of the desk').press('Enter');
  const secret = page.getByRole('status', { name: 'Secret of BI-01' });
  const key = await secret.innerText();
  expect(key).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
  await expectAccessible(page, 'secret');
  const status = async (bearer: string) =>
    (await request.post(`${hub.address}/v1/flights.board`, { headers: { Authorization: `Bearer ${bearer}` }, data: {} })).status();
  expect(await status(`${key}x`)).toBe(401);
  expect(await status(key)).not.toBe(401);
  await page.getByRole('button', { name: 'It is kept; take it away' }).press('Enter');
  await expect(secret).toHaveCount(0);
  await expect(desks(page).getByRole('row', { name: 'BI-01' })).toBeVisible();
  // The focus stood on the dialog of its rights, where Enter does nothing.
  await desks(page).getByRole('button', { name: 'BI-01' }).click();
  await pressLetter(page, 'm');
  await expect(page.getByRole('dialog').getByRole('button', { name: /May call/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
});
