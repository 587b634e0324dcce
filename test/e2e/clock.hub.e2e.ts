// The clock of the hub's computer goes on by days, and later back: nothing is sold by a time that nobody has confirmed.
import { type Page, test } from '@playwright/test';
import { DAY_MS, HOUR_MS } from '../../shared/instants.ts';
import { AdminPage } from './support/admin-page.ts';
import { expectAccessible } from './support/axe.ts';
import { expect } from './support/expect.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeEach(async () => {
  hub = await Hub.start();
});
test.afterEach(() => hub.remove());
test.use({ viewport: { width: 1280, height: 800 } });

const question = (page: Page) => page.getByRole('alertdialog', { name: 'Is this the right date and time?' });
const hold = (page: Page) => page.getByRole('form', { name: 'Hold time' });

test('after a week of sleep a console is locked, and whoever signs in confirms date and time with Enter', async ({ browser, page }) => {
  const others = await browser.newContext();
  const before = await others.newPage();
  await openConsole(before, hub.address, AGENT);
  await hub.moveTime(7 * DAY_MS);
  await expect(before.getByLabel('PIN')).toBeVisible();
  await openConsole(page, hub.address, SUPERVISOR);
  await expect(question(page)).toBeVisible();
  await expectAccessible(page, 'the question');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing is sold or changed' })).toBeVisible();
  await expectAccessible(page, 'the bar');
  await new AdminPage(page).open('Settings');
  await hold(page).getByLabel('Minutes, 1 to 30').fill('7');
  await hold(page).getByRole('button', { name: 'Save' }).click();
  await expect(hold(page)).toContainText('Nobody has confirmed date and time yet');
  await page.getByRole('button', { name: 'Show date and time' }).click();
  await expect(question(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeHidden();
  await hold(page).getByRole('button', { name: 'Save' }).click();
  await expect(hold(page)).toContainText('Saved.');
  await others.close();
});

test('a store that stands 26 h ahead says so, and a supervisor sets it right in Admin', async ({ page }) => {
  await hub.moveTime(26 * HOUR_MS);
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await hub.moveTime(-26 * HOUR_MS);
  const trouble = page.getByRole('alert').filter({ hasText: 'The time of this store is 26 h ahead' });
  await expect(trouble).toBeVisible();
  await trouble.getByRole('button', { name: 'Open Settings' }).click();
  const section = page.getByRole('region', { name: 'Date and time' });
  await expect(section).toContainText('stands ahead');
  await expectAccessible(page, 'date and time');
  await section.getByRole('button', { name: 'Set the time right' }).click();
  const dialog = page.getByRole('alertdialog');
  await expectAccessible(page, 'setting it right');
  await dialog.getByRole('button', { name: 'Set the time right' }).click();
  await expect(dialog).toBeHidden();
  await expect(trouble).toBeHidden();
  await expect(section).toContainText('Both go together');
});
