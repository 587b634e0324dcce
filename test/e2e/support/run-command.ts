import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/** Types a command into the bar, by the keyboard alone: `JFK LAX +2`, `pricing JFK LAX`, a locator. */
export async function runCommand(page: Page, command: string, opener: '/' | 'Control+k' = 'Control+k'): Promise<void> {
  await page.keyboard.press(opener);
  await expect(page.getByRole('combobox', { name: /^Go to/ })).toBeFocused();
  await page.keyboard.type(command);
  await page.keyboard.press('Enter');
}
