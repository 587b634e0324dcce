import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';

interface Search {
  readonly from: string;
  readonly to?: string;
  /** `+2`, `tomorrow`, `24NOV`. */
  readonly date: string;
  readonly adults?: number;
  /** `2+1+1`, instead of adults alone. */
  readonly party?: string;
}

/** The sample day lies on today and two days more. The last of them is far enough off to be given back whole. */
export const JFK_LAX: Search = { from: 'JFK', to: 'LAX', date: '+2' };

/** The board: its search line and its list. */
export class BoardPage {
  readonly #page: Page;
  readonly line: Locator;
  readonly list: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.line = page.getByRole('search');
    this.list = page.getByRole('main').getByRole('grid');
  }

  /** A field is found by its label, since an open list of places keeps all else from assistive technology. */
  field(label: string): Locator {
    return this.line.getByLabel(label, { exact: true });
  }

  async ask({ from, to = '', date, adults = 1, party = String(adults) }: Search): Promise<void> {
    await this.field('From').fill(from);
    await this.field('To').fill(to);
    await this.field('Passengers').fill(party);
    await this.field('Date, local').fill(date);
    await this.field('Date, local').press('Enter');
  }

  async search(search: Search): Promise<void> {
    await this.ask(search);
    const label = search.to ? `${search.from} to ${search.to}, ` : `Departures of ${search.from}, `;
    await expect(this.#page.getByRole('grid', { name: label })).toHaveAttribute('aria-busy', 'false');
  }

  /** The rows that hold a text. */
  rows(text: string | RegExp): Locator {
    return this.list.getByRole('row').filter({ hasText: text });
  }

  async open(row: Locator): Promise<void> {
    await row.dblclick();
    await expect(
      this.#page.getByRole('region', { name: 'Seats, nose to the left' }).getByRole('gridcell').and(this.#page.locator(':focus')),
    ).toBeVisible();
  }

  /** The first flight that goes there without a stop. */
  async openDirect(search: Search = JFK_LAX): Promise<void> {
    await this.search(search);
    await this.open(this.rows('direct').first());
  }

  /** The first itinerary with a stop. */
  async openWithStop(search: Search): Promise<void> {
    await this.search(search);
    await this.open(
      this.rows(/\d+ h \d+/)
        .filter({ hasNotText: 'direct' })
        .first(),
    );
  }
}
