import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

const FOCUS_WHERE_LETTERS_ACT = ':is([data-letters], [data-letters] *):focus:not(input, textarea)';

/**
 * Presses a letter or a digit that is a key, once the focus is where letters are keys. A screen moves it there a moment after it is drawn,
 * and before that the letter would open the command bar.
 */
export async function pressLetter(page: Page, key: string): Promise<void> {
  await expect(page.locator(FOCUS_WHERE_LETTERS_ACT)).toHaveCount(1);
  await page.keyboard.press(key);
}
