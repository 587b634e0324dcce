// At 150 % and 200 % zoom, at 1024x768 and 1280x720 a search and a sale are finished by sight; at 1920 and 2560 the room is used; forced colours tell
// what colour tells. Each screen is kept as a picture in test-results, to be looked at.
import { mkdirSync } from 'node:fs';
import { type Locator, type Page, test } from '@playwright/test';
import { BoardPage, JFK_LAX } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PICTURES = 'test-results/screens';
mkdirSync(PICTURES, { recursive: true });

async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}.png` });
  }
}

/** Everything wanted is wholly in sight and not covered, and the page itself does not scroll. */
async function inSight(page: Page, ...wanted: readonly Locator[]): Promise<void> {
  for (const each of wanted) {
    await expect(each).toBeInViewport({ ratio: 1 });
    // Playwright presses nothing that something else covers.
    await each.click({ trial: true });
  }
  const over = () =>
    page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
  await expect.poll(over).toEqual([0, 0]);
}

const SIZES = [
  { what: '150 % zoom of 1280x800', width: 853, height: 533 },
  { what: '200 % zoom of 1280x800', width: 640, height: 400 },
  { what: '1024x768', width: 1024, height: 768 },
  { what: '1280x720', width: 1280, height: 720 },
  { what: '1920x1080', width: 1920, height: 1080 },
  { what: '2560x1440', width: 2560, height: 1440 },
];
for (const { what, width, height } of SIZES) {
  test(`a search and a sale at ${what} are finished by sight (panels were cut, prices ran out of the board)`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openConsole(page, hub.address, AGENT);
    const named = `${width}x${height}`;
    const board = new BoardPage(page);
    // On the lowest screen the search line scrolls away with the list. Its own key brings it back.
    await page.keyboard.press('F1');
    await inSight(page, board.field('From'), board.line.getByRole('button', { name: 'Search' }));
    await board.search({ ...JFK_LAX, adults: 2 });
    const row = board.rows('direct').first();
    await expect(row).toBeVisible();
    // The price of the economy cabin is the last thing in a row.
    await expect(row.getByRole('gridcell').last()).toContainText(/\d\.\d\d/);
    const cut = () =>
      row.evaluate((line) => {
        const room = line.getBoundingClientRect();
        const cells = [...line.children].map((cell) => cell.getBoundingClientRect()).filter(({ width }) => width > 0);
        return cells.filter((cell) => cell.right > room.right || cell.bottom > room.bottom + 1).length;
      });
    await expect.poll(cut).toBe(0);
    await picture(page, `board-${named}`);
    await board.open(row);

    const flight = new FlightPage(page);
    await inSight(page, flight.panel.getByRole('button', { name: 'Best seats' }));
    await flight.best();
    await inSight(page, flight.holdButton);
    for (const seat of await flight.chosenSeats()) await expect(flight.seat(seat)).toBeInViewport({ ratio: 1 });
    await picture(page, `seats-${named}`);
    await flight.holdButton.click();
    const timer = page.getByRole('timer', { name: 'Time left of the hold' });
    await inSight(page, timer);
    await expect(flight.passengers.getByLabel('Name of adult 1')).toBeFocused();
    await inSight(page, flight.passengers.getByLabel('Name of adult 1'));
    await picture(page, `names-${named}`);
    await page.keyboard.type('PETROV/ELENA MRS');
    await page.keyboard.press('Enter');
    await expect(flight.passengers.getByLabel('Name of adult 2')).toBeFocused();
    await page.keyboard.type('PETROV/IVAN MR');
    await page.keyboard.press('Enter');
    await expect(flight.passengers.getByLabel('Phone or e-mail')).toBeFocused();
    await inSight(page, flight.passengers.getByLabel('Phone or e-mail'));
    await page.keyboard.type('+1 212 555 0148');
    await page.keyboard.press('Enter');
    await expect(flight.panel.getByLabel('Cash given')).toBeFocused();
    // The step with the money follows the focus.
    await inSight(page, timer, flight.panel.getByLabel('Cash given'));
    await picture(page, `pay-${named}`);
    await page.keyboard.type('3000');
    await page.keyboard.press('Enter');
    const locator = await flight.sold();
    await inSight(page, page.getByText(locator, { exact: true }).first());
    await picture(page, `sold-${named}`);
  });
}

test('at 200 % zoom the steps of a sale and the screens are reached by keys and by a press', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.openDirect();
  const flight = new FlightPage(page);
  await flight.best();
  await flight.holdButton.click();
  const steps = page.getByRole('navigation', { name: 'Steps of the sale' });
  const current = steps.locator('[aria-current="step"]');
  await expect(current).toContainText('Passengers');
  await page.keyboard.press('PageDown');
  await expect(current).toContainText('Price');
  await expect(flight.price).toBeInViewport();
  await page.keyboard.press('PageDown');
  await expect(current).toContainText('Payment');
  await expect(flight.panel.getByLabel('Cash given')).toBeFocused();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(flight.passengers.getByLabel('Name of adult 1')).toBeFocused();
  await page.getByRole('button', { name: 'Open cabin' }).click();
  await expect(flight.grid).toBeInViewport();
  await page.getByRole('button', { name: /^Screens, now/ }).click();
  await page.getByRole('menuitem', { name: /Board/ }).click();
  await expect(board.line).toBeVisible();
});

test('forced colours tell a chosen seat, a load, the current row and screen, without the colours of the console', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.search({ ...JFK_LAX, adults: 2 });
  await page.screenshot({ path: `${PICTURES}/board-forced-colours.png` });
  const chosenRow = page.locator('.board-list .lr.on');
  await expect(chosenRow).toHaveCSS('outline-style', 'solid');
  await expect(page.locator('.rail button[aria-current]')).toHaveCSS('outline-style', 'solid');
  await board.open(board.rows('direct').first());
  const flight = new FlightPage(page);
  await flight.best();
  await page.screenshot({ path: `${PICTURES}/seats-forced-colours.png` });
  const [seat = ''] = await flight.chosenSeats();
  const looks = await page.evaluate(() =>
    ['is-free', 'is-chosen', 'is-here', 'is-elsewhere', 'is-sold', 'is-restricted'].map((look) => {
      const { backgroundColor, backgroundImage, borderStyle, borderRadius, borderColor } = getComputedStyle(
        document.querySelector(`.seat-legend .seat.${look}`) ?? document.body,
      );
      return [backgroundColor, backgroundImage, borderStyle, borderRadius, borderColor].join(' ');
    }),
  );
  expect(new Set(looks).size).toBe(looks.length);
  await expect(flight.seat(seat)).toHaveCSS('forced-color-adjust', 'none');
});

test('a sale of two flights at 150 % zoom shows its clock, its amount and its locator whole (tabs took their room)', async ({ page }) => {
  await page.setViewportSize({ width: 853, height: 533 });
  await openConsole(page, hub.address, AGENT);
  await new BoardPage(page).openWithStop({ from: 'BUF', to: 'LAX', date: '+2' });
  const flight = new FlightPage(page);
  await flight.best();
  await page.getByRole('tab').last().click();
  await flight.best();
  await flight.holdButton.click();
  const title = page.locator('.title');
  await inSight(page, page.getByRole('timer', { name: 'Time left of the hold' }), title.locator('.amount'));
  await flight.fillIn('PETROV/ELENA MRS');
  await page.getByRole('button', { name: 'Payment' }).click();
  await flight.payCash();
  const locator = await flight.sold();
  await inSight(page, title.getByText(locator));
});
