import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';
import { pressLetter } from './press-letter.ts';

interface ScheduleFile {
  readonly name: string;
  readonly text: string;
}

/** Admin: import, users, jobs, settings, backups. */
export class AdminPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(
    tab:
      | 'Import'
      | 'Fleet'
      | 'Aircraft'
      | 'Airports'
      | 'Users'
      | 'Vouchers'
      | 'Accounts'
      | 'Jobs'
      | 'Messages'
      | 'Settings'
      | 'Refunds'
      | 'Backups',
  ): Promise<void> {
    await this.#page.keyboard.press('F7');
    await this.#page.getByRole('tab', { name: tab }).click();
  }

  /** Has the refund of a booking tried at once, by keyboard. Until a cancellation can no longer be undone it waits. Jobs must be open. */
  async tryJob(locator: string): Promise<void> {
    const row = this.#page.getByRole('table', { name: 'Jobs' }).getByRole('row', { name: locator });
    await expect(row).toBeVisible();
    // Letters act in the list: the key of the screen goes there.
    await this.#page.keyboard.press('F7');
    await pressLetter(this.#page, 'n');
    // A key that is no letter ends the 50 ms in which a second letter would be a scanner's.
    await this.#page.keyboard.press('ArrowUp');
    await expect(row.getByRole('button', { name: locator })).toBeFocused();
    await pressLetter(this.#page, 'r');
  }

  async setHoldMinutes(minutes: number): Promise<void> {
    await this.open('Settings');
    const form = this.#page.getByRole('form', { name: 'Hold time' });
    await form.getByLabel('Minutes, 1 to 30').fill(String(minutes));
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toContainText('Saved.');
  }

  async chooseFile({ name, text }: ScheduleFile): Promise<void> {
    const asked = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'Choose file' }).click();
    await (await asked).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  }

  /** Imports flights of its own, so that nobody else sells their seats: lines as `B6,9011,JFK,BUF,2026-11-24,2026-11-24,08:15,09:40,320,129.00`. */
  async addFlights(...lines: readonly string[]): Promise<void> {
    await this.addFlightsIn('USD', ...lines);
  }

  /** The same, priced in another currency. */
  async addFlightsIn(currency: string, ...lines: readonly string[]): Promise<void> {
    await this.previewFlights(currency, ...lines);
    await this.applyFlights();
  }

  /** As far as the preview of such a file. */
  async previewFlights(currency: string, ...lines: readonly string[]): Promise<void> {
    const head = 'carrier,number,origin,destination,from,to,departs,arrives,equipment,base_fare,currency';
    await this.open('Import');
    await this.chooseFile({ name: 'own.csv', text: `${[head, ...lines.map((line) => `${line},${currency}`)].join('\n')}\n` });
  }

  async applyFlights(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Apply', exact: true }).click();
    await this.#page.getByRole('alertdialog').getByRole('button', { name: 'Apply the schedule' }).click();
    await expect(this.#page.getByText('own.csv is applied.')).toBeVisible();
  }

  /** A figure of the preview, by the word under it: `added`. */
  count(word: string): Locator {
    return this.#page
      .locator('dl > div')
      .filter({ has: this.#page.getByText(word, { exact: true }) })
      .getByRole('definition');
  }

  async makeUser({ user, display, pin }: { user: string; display: string; pin: string }): Promise<void> {
    await this.open('Users');
    const form = this.#page.getByRole('form', { name: 'Add user' });
    await form.getByLabel('User name').fill(user);
    await form.getByLabel('Name on screen').fill(display);
    await form.getByLabel('PIN', { exact: true }).fill(pin);
    await form.getByLabel('PIN again').fill(pin);
    await form.getByRole('button', { name: 'Add user' }).click();
    await expect(this.#page.getByRole('table', { name: 'Users' }).getByRole('row', { name: display })).toBeVisible();
  }
}
