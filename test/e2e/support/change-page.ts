import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';
import { pressLetter } from './press-letter.ts';

/** The screen on which a sold booking changes: what changes, the offer, its payment. */
export class ChangePage {
  readonly #page: Page;
  readonly offer: Locator;
  readonly done: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.offer = page.getByRole('complementary', { name: 'Offer' });
    this.done = page.getByRole('region', { name: 'Done' });
  }

  /** Opens a kind of change by its key, from the actions of the booking. */
  async begin(key: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^Cancel and refund/ }).focus();
    await pressLetter(this.#page, key);
    await expect(this.#page.getByRole('navigation', { name: 'What changes' })).toBeVisible();
  }

  row(list: string, name: string | RegExp): Locator {
    return this.#page.getByRole('list', { name: list }).getByRole('button', { name });
  }

  /** The button at the end, which says what comes next. */
  next(name: string | RegExp): Locator {
    return this.#page.locator('.ch-acts').getByRole('button', { name });
  }

  async payByCard(answer: string): Promise<void> {
    await this.offer.getByText('Card', { exact: true }).click();
    await this.offer.getByRole('button', { name: /Training terminal/ }).click();
    await this.#page.getByRole('option', { name: answer, exact: true }).click();
    await this.take();
  }

  /** Ctrl Enter, as soon as the offer may be taken. */
  async take(): Promise<void> {
    await expect(this.next(/^(Take|Change|Cancel this part|Split)/)).toBeEnabled();
    await this.#page.keyboard.press('Control+Enter');
  }
}
