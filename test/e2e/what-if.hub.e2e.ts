// A supervisor tries a draft before it is published, and sees afterwards what it did.
import { test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect } from './support/expect.ts';
import { pressLetter } from './support/press-letter.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a draft is tried on the flights of the store and on simulated demand, published, and its receipt written', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  await page.keyboard.press('F5');
  await page.getByRole('tab', { name: 'Policy' }).click();
  await page.getByRole('button', { name: 'Begin from a template' }).click();
  await page.getByRole('menuitem', { name: 'Load tiers' }).click();

  await page.getByRole('tab', { name: 'What-if' }).click();
  await page.getByRole('button', { name: /^Try it/ }).focus();
  await pressLetter(page, 'r');
  await expect(page.getByRole('button', { name: /^Run again/ })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('heading', { name: /^[\d,]+ flights change$/ })).toBeVisible();
  await expectAccessible(page, 'what-if');
  const simulated = page.getByRole('table', { name: 'Simulated flights' });
  // By tiers a seat costs 70 % until half of them are sold: flights are fuller, and a seat brings less.
  await expect(simulated.getByRole('row', { name: /^Load factor/ })).toContainText(/\+\d+\.\d pt/);
  await expect(simulated.getByRole('row', { name: /^Average price/ })).toContainText(/\u2212\d+\.\d %/);

  await page.getByRole('textbox', { name: /^Reason/ }).fill('Fuller flights');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/v\d+ came in since/)).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  const did = page.getByRole('region', { name: 'What it did' });
  // It is worked out beside everything else, as the trial is.
  await expect(did).toContainText(/[\d,]+ flights change, of [\d,]+/, { timeout: 120_000 });
  await expect(did).toContainText('Nothing was sold under it yet.');
});
