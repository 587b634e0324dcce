import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import { pressLetter } from './press-letter.ts';
import { runCommand } from './run-command.ts';

/** Prices the route by booking classes. A price that moves far is typed, as the screen asks. */
export async function publishClasses(page: Page): Promise<void> {
  await runCommand(page, 'pricing JFK LAX');
  await page.getByRole('button', { name: 'Begin from a template' }).click();
  await page.getByRole('menuitem', { name: 'Nested booking classes' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Classes from today on');
  await page.keyboard.press('Control+Enter');
  const slip = page.getByRole('region', { name: 'Is this a slip?' });
  const done = page.getByText(/^v\d+ is in force\. Holds keep their price\.$/);
  await expect(slip.or(done).first()).toBeVisible();
  if (await slip.isVisible()) {
    const [price = ''] = /^\S+/.exec(await slip.getByText(/confirms it$/).innerText()) ?? [];
    await slip.getByLabel('Type the price').fill(price);
    await page.keyboard.press('Enter');
  }
  await expect(done).toBeVisible();
}

/** Decides about Q for the route on the days of the store, from the list of flights, by the keyboard alone. */
export async function decideOnQ(page: Page, reason: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Filter flights' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Flights' }).locator('button[aria-pressed="true"]')).toBeFocused();
  await expect(page.getByRole('table', { name: 'Booking classes' })).toBeVisible();
  await pressLetter(page, 'c');
  await expect(page.getByRole('textbox', { name: 'Class' })).toBeFocused();
  // All of the form is in sight, though it opens at the foot of a long panel.
  await expect(page.getByRole('form', { name: 'A class by hand' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('q');
  for (const key of ['Tab', 'Tab', 'ArrowRight', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.type('+0');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+2');
  await page.keyboard.press('Tab');
  await page.keyboard.type(reason);
  // Twice the key, one decision.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'A class by hand' })).toHaveCount(0);
}
