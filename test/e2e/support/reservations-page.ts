import { expect, type Locator, type Page } from '@playwright/test';

/** Reservations: find, the booking found, and its cancellation. */
export class ReservationsPage {
  readonly #page: Page;
  readonly found: Locator;
  readonly worksheet: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.found = page.getByRole('table', { name: 'Found' });
    this.worksheet = page.getByRole('region', { name: 'Refund worksheet' });
  }

  async goThere(): Promise<void> {
    await this.#page.keyboard.press('F3');
  }

  /** From the find screen, whatever stood on Reservations before. */
  async find(text: string): Promise<void> {
    const field = this.#page.getByLabel('Locator, name, flight, phone or e-mail');
    await expect(async () => {
      if (!(await field.isVisible())) await this.#page.keyboard.press('Escape');
      await expect(field).toBeVisible({ timeout: 500 });
    }).toPass();
    await field.fill(text);
    await field.press('Enter');
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
