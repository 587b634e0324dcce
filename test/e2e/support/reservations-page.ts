import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';

/** Reservations: find, the booking found, and its cancellation. */
export class ReservationsPage {
  readonly #page: Page;
  readonly #field: Locator;
  /** The locator of the booking that is open. */
  readonly #open: Locator;
  readonly found: Locator;
  readonly worksheet: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#field = page.getByLabel('Locator, name, flight, phone or e-mail');
    this.#open = page.getByRole('heading', { level: 1, name: /^[A-HJ-NP-Z2-9]{6}$/ });
    this.found = page.getByRole('table', { name: 'Found' });
    this.worksheet = page.getByRole('region', { name: 'Refund worksheet' });
  }

  /** From another screen, to what stood on Reservations before. */
  async goThere(): Promise<void> {
    await this.#page.keyboard.press('F3');
    await expect(this.#field.or(this.#open).first()).toBeVisible();
  }

  /** From the find screen or an open booking. */
  async find(text: string): Promise<void> {
    await expect(this.#field.or(this.#open).first()).toBeVisible();
    // On an open booking F3 leads to the search for another one.
    if (await this.#open.isVisible()) await this.#page.keyboard.press('F3');
    await this.#field.fill(text);
    await this.#field.press('Enter');
  }

  booking(locator: string): Locator {
    return this.#page.getByRole('heading', { level: 1, name: locator });
  }

  async openFound(locator: string): Promise<void> {
    await this.found.getByRole('button', { name: locator }).click();
    await expect(this.booking(locator)).toBeVisible();
  }

  action(name: string): Locator {
    return this.#page.getByRole('complementary', { name: 'Actions and history' }).getByRole('button', { name });
  }
}
