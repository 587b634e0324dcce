// The whole sale without a mouse. Whoever stands in the queue waits for every key.
import { type Page, test } from '@playwright/test';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { Hub } from './support/start-hub.ts';

/** UI.md's promise: a walk-in with one passenger takes fewer than this after the search, without the letters of the name. */
const PRESSES_MAX = 20;

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

class Keys {
  readonly #page: Page;
  pressed = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
    this.pressed += keys.length;
  }

  /** Letter by letter, uncounted. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }
}

async function directAreListed(page: Page): Promise<void> {
  // Direct flights are few enough to be listed whole.
  await expect(page.getByText(/^\d+ to \d+ of \d+, cheapest first$/)).toBeVisible();
  await expect(page.getByRole('grid', { name: 'JFK to LAX' })).toHaveAttribute('aria-busy', 'false');
}

test('from sign-in to the next customer by keyboard alone, in under 20 presses after the search', async ({ page }) => {
  await page.goto(hub.address);
  const keys = new Keys(page);
  const flight = new FlightPage(page);

  await expect(page.getByLabel('Name')).toBeFocused();
  await keys.press('1');
  await keys.type('1204');
  await keys.press('Enter');
  await expect(page.getByRole('grid', { name: 'Departures of JFK' })).toBeVisible();
  await runCommand(page, 'JFK LAX +2');
  const found = page.getByRole('grid', { name: 'JFK to LAX' });
  await expect(found).toBeFocused();
  await keys.press('d');
  await directAreListed(page);

  keys.pressed = 0;
  await keys.press('Enter');
  await expect(flight.grid.getByRole('gridcell').and(page.locator(':focus'))).toBeVisible();
  await keys.press('b');
  await expect(flight.holdButton).toBeVisible();
  await expect(flight.grid.getByRole('gridcell', { selected: true })).toBeFocused();
  await keys.press('Enter');
  const locator = await flight.heldLocator();
  await expect(page.getByLabel('Name of adult 1')).toBeFocused();
  await keys.type('petrov/elena mrs');
  await keys.press('Enter');
  await expect(page.getByLabel('Phone or e-mail')).toBeFocused();
  await keys.press(...'2125550148');
  await keys.press('Enter');
  await expect(page.getByLabel('Cash given')).toBeFocused();
  // The second Enter of a hurried hand takes no money. C says that the cash is there.
  await keys.press('Enter');
  await expect(flight.panel).toContainText('still to pay');
  await keys.press('c', 'Enter');
  expect(await flight.sold()).toBe(locator);
  console.log(`A walk-in took ${keys.pressed} presses after the search, without the letters of the name.`);
  expect(keys.pressed).toBeLessThan(PRESSES_MAX);

  // One key more, and the next customer may be asked.
  await pressLetter(page, 'n');
  await expect(found).toBeVisible();
});

test('two passengers pick their seats by arrows, pay by card and voucher, and cancel, by keyboard alone', async ({ page }) => {
  await page.goto(hub.address);
  const keys = new Keys(page);
  const flight = new FlightPage(page);
  await expect(page.getByLabel('Name')).toBeFocused();
  await keys.press('2');
  await keys.type('2210');
  await keys.press('Enter');
  await expect(page.getByRole('grid', { name: 'Departures of JFK' })).toBeVisible();
  await runCommand(page, 'JFK LAX +2', '/');
  await expect(page.getByRole('grid', { name: 'JFK to LAX' })).toBeFocused();
  await keys.press('d');
  await directAreListed(page);
  await keys.press('ArrowDown', 'ArrowDown', 'Enter');

  const focused = flight.grid.getByRole('gridcell').and(page.locator(':focus'));
  await expect(focused).toBeVisible();
  await keys.press('a', 'Space', 'ArrowUp', 'Space');
  await expect(flight.holdButton).toBeVisible();
  await keys.press('Enter');
  const locator = await flight.heldLocator();
  await expect(page.getByLabel('Name of adult 1')).toBeFocused();
  await keys.type('petrov/elena mrs');
  await keys.press('Enter');
  await expect(page.getByLabel('Name of adult 2')).toBeFocused();
  await keys.type('petrov/ivan mr');
  await keys.press('Enter');
  await expect(page.getByLabel('Phone or e-mail')).toBeFocused();
  await keys.type('e.petrov@example.com');
  await keys.press('Enter');

  // 20.00 by voucher, the rest by card: the arrow keys change the tender.
  await expect(page.getByLabel('Cash given')).toBeFocused();
  await keys.press('ArrowUp');
  await keys.type('20');
  await keys.press('Tab');
  await expect(page.getByLabel('Voucher number')).toBeFocused();
  await keys.type('VQ8H2K');
  await keys.press('Enter');
  await expect(flight.panel.getByRole('rowheader', { name: 'Voucher VQ8H2K' })).toBeVisible();
  // The next voucher would go on in its number; one field back K chooses the card.
  await keys.press('Shift+Tab');
  await expect(page.getByLabel('Amount', { exact: true })).toBeFocused();
  await keys.press('k', 'Enter');
  expect(await flight.sold()).toBe(locator);

  await runCommand(page, locator, '/');
  await expect(page.getByRole('heading', { level: 1, name: locator })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel and refund' })).toBeFocused();
  await keys.press('x');
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Refund worksheet' }).getByRole('button', { name: 'Cancel and refund' })).toBeEnabled();
  await keys.press('Control+Enter');
  await expect(page.getByText('HX cancelled').first()).toBeVisible();
});
