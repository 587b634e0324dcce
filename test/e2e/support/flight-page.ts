import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';

const LOCATOR = '[A-HJ-NP-Z2-9]{6}';

/** A flight: its seat grid and the sale beside it. */
export class FlightPage {
  readonly #page: Page;
  readonly grid: Locator;
  /** The third column: the hold, its payment, or what became of it. */
  readonly panel: Locator;
  readonly passengers: Locator;
  readonly price: Locator;
  readonly tray: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.grid = page.getByRole('grid', { name: 'Seats', exact: true });
    this.panel = page.getByRole('region', { name: 'Hold and payment' });
    this.passengers = page.getByRole('region', { name: 'Passengers' });
    this.price = page.getByRole('region', { name: 'Why this price' });
    this.tray = page.getByRole('region', { name: /^Holds of desk/ });
  }

  /** A seat as it is called on the screen: `12C`. */
  seat(name: string): Locator {
    const [, row, letter] = /^(\d+)([A-Z])$/.exec(name) ?? [];
    return this.grid.getByRole('gridcell', { name: new RegExp(`^${row} ${letter}, `) });
  }

  /** Waits until a seat is said to be so: `free`, `chosen`, `held by this desk`, `held by desk T1-05`, `sold`. */
  async sees(name: string, state: string): Promise<void> {
    await expect(this.seat(name)).toHaveAccessibleName(new RegExp(`, ${state}(,|$)`));
  }

  /** The free economy seats, outside exit rows, in the order of the cabin. */
  async freeSeats(): Promise<string[]> {
    const free = this.grid.getByRole('gridcell', { name: /, economy, (?!exit).*free$/ });
    await expect(free.first()).toBeVisible();
    const names = await free.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
    return names.filter((name) => !name.includes('exit row')).map((name) => name.slice(0, name.indexOf(',')).replace(' ', ''));
  }

  async chosenSeats(): Promise<string[]> {
    const chosen = this.grid.getByRole('gridcell', { selected: true });
    const names = await chosen.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
    return names.map((name) => name.slice(0, name.indexOf(',')).replace(' ', ''));
  }

  /** Chooses the best seats where none was chosen: the answer is not told apart from an older choice. */
  async best(): Promise<string[]> {
    await this.panel.getByRole('button', { name: 'Best seats' }).click();
    await expect(this.grid.getByRole('gridcell', { selected: true }).first()).toBeVisible();
    return this.chosenSeats();
  }

  async pick(name: string): Promise<void> {
    await this.seat(name).click();
    await this.sees(name, 'chosen( for .+)?');
  }

  /** Holds the seats that are chosen. Before some are, there is one that holds so many together. */
  get holdButton(): Locator {
    return this.panel.getByRole('button', { name: /^Hold (?!\d+ together)\d/ });
  }

  get confirmButton(): Locator {
    return this.panel.getByRole('button', { name: /^(Take (?!back)|Try the card)/ });
  }

  /** Holds what is chosen and gives the locator. */
  async hold(): Promise<string> {
    await this.holdButton.click();
    return this.heldLocator();
  }

  async heldLocator(): Promise<string> {
    const held = new RegExp(`Hold\\s*(${LOCATOR})`);
    await expect(this.panel).toContainText(held);
    await expect(this.panel.getByRole('timer')).toBeVisible();
    const [, locator = ''] = held.exec(await this.panel.innerText()) ?? [];
    return locator;
  }

  chip(locator: string): Locator {
    return this.tray.getByRole('button', { name: locator });
  }

  async name(...names: string[]): Promise<void> {
    for (const [index, name] of names.entries()) await this.passengers.getByLabel(`Name of adult ${index + 1}`).fill(name);
  }

  async contact(contact: string): Promise<void> {
    await this.passengers.getByLabel('Phone or e-mail').fill(contact);
  }

  /** Names one adult and how to reach them, so that only the money is missing. */
  async fillIn(name: string): Promise<void> {
    await this.name(name);
    await this.contact('+1 212 555 0148');
  }

  async payCash(given = ''): Promise<void> {
    await this.panel.getByLabel('Cash given').fill(given);
    await this.confirmButton.click();
  }

  /** Confirms a sale whose money is all there. */
  async confirmPaid(): Promise<void> {
    await this.panel.getByRole('button', { name: /^Confirm/ }).click();
  }

  async payCard(answer: string): Promise<void> {
    await this.panel.getByText('Card', { exact: true }).click();
    await this.panel.getByRole('button', { name: /Training terminal/ }).click();
    await this.#page.getByRole('option', { name: answer, exact: true }).click();
    await this.confirmButton.click();
  }

  /** The sale is written down: gives the locator that stands large on the screen. */
  async sold(): Promise<string> {
    const sold = this.#page.getByRole('region', { name: 'Locator' });
    await expect(sold).toContainText('confirmed');
    const [locator = ''] = new RegExp(`\\b${LOCATOR}\\b`).exec(await sold.innerText()) ?? [];
    return locator;
  }
}
