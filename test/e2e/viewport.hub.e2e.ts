// At 1280x800 everything that finishes a sale is in sight without scrolling; at 150 % zoom nothing runs over something else in Admin and a booking.
import { type Locator, type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { almostSold } from './support/almost-sold.ts';
import { BoardPage, JFK_LAX } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ viewport: { width: 1280, height: 800 } });

async function inSight(page: Page, ...wanted: readonly Locator[]): Promise<void> {
  for (const each of wanted) await expect(each).toBeInViewport({ ratio: 1 });
  const over = () =>
    page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
  await expect.poll(over).toEqual([0, 0]);
}

const SALES = [
  { what: 'one on a narrow body', adults: 1, to: 'LAX' },
  { what: 'nine on a wide body', adults: 9, to: 'HNL' },
];
for (const { what, adults, to } of SALES) {
  test(`a sale to ${what}, from the search to the receipt`, async ({ page }) => {
    await openConsole(page, hub.address, AGENT);
    const board = new BoardPage(page);
    await inSight(page, board.line, board.field('From'), board.line.getByRole('button', { name: 'Search' }), board.list);
    await board.search({ ...JFK_LAX, to, adults });
    await board.open(board.rows('direct').first());

    const flight = new FlightPage(page);
    await inSight(page, flight.tray, flight.panel.getByRole('button', { name: 'Best seats' }));
    await flight.best();
    await inSight(page, flight.holdButton);
    for (const seat of await flight.chosenSeats()) await inSight(page, flight.seat(seat));
    await flight.hold();
    const { panel, passengers } = flight;
    await inSight(page, panel.getByRole('timer'), panel.getByRole('button', { name: 'Release' }), panel.getByLabel('Cash given'));
    await inSight(page, passengers.getByLabel('Phone or e-mail'), passengers.getByLabel('Name of adult 1'), flight.price);
    await flight.name(...Array.from({ length: adults }, (_, index) => `PETROV/ELENA${'ABCDEFGHI'[index]} MRS`));
    await flight.contact('+1 212 555 0148');
    await inSight(page, flight.confirmButton);
    await panel.getByText('Card', { exact: true }).click();
    await inSight(page, flight.confirmButton, panel.getByRole('button', { name: /Training terminal/ }));
    await panel.getByText('Cash', { exact: true }).click();
    await flight.payCash();
    const locator = await flight.sold();
    await inSight(page, page.getByText(locator, { exact: true }).first(), page.getByRole('button', { name: 'Next customer' }));
  });
}

test('at 150 % zoom the columns of Admin and the top bar stay within their room (the longest reason ran over the next column)', async ({
  page,
}) => {
  await page.setViewportSize({ width: 853, height: 533 });
  await openConsole(page, hub.address, SUPERVISOR);
  const admin = new AdminPage(page);
  const panel = page.getByRole('tabpanel');
  const over = () =>
    panel.evaluate((shown) => [...(shown.firstElementChild?.children ?? [])].map((each) => each.scrollWidth - each.clientWidth));
  await admin.open('Vouchers');
  await panel.getByLabel('Amount').fill('250');
  await panel.getByLabel('Reason').fill('Denied boarding after an oversale, '.repeat(4).slice(0, 120));
  await panel.getByRole('button', { name: 'Issue voucher' }).click();
  await expect(panel.getByRole('table', { name: 'Voucher issued' })).toBeVisible();
  await expect.poll(over).toEqual([0, 0]);
  await admin.open('Settings');
  await expect(panel.getByRole('region', { name: 'Date and time' })).toBeVisible();
  await expect.poll(over).toEqual([0, 0]);
  const banner = page.getByRole('banner');
  await expect.poll(() => banner.evaluate((bar) => [...bar.children].every((each) => each.scrollWidth <= each.clientWidth))).toBe(true);
  await expect.poll(() => banner.evaluate((bar) => bar.scrollWidth - bar.clientWidth)).toBe(0);
});

test('at 150 % zoom a booking and its refund worksheet stay within their room (the worksheet ran into the money beside it)', async ({
  page,
}) => {
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCash();
  await flight.sold();
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await reservations.action('Cancel and refund').click();
  await expect(reservations.worksheet).toBeVisible();
  await page.setViewportSize({ width: 853, height: 533 });
  const tooWide = () =>
    page
      .getByRole('main')
      .evaluate((main) =>
        [...main.querySelectorAll('header, section section')]
          .filter((each) => each.scrollWidth > each.clientWidth)
          .map((each) => each.getAttribute('aria-labelledby') ?? each.className),
      );
  await expect.poll(tooWide).toEqual([]);
});

test('a change of airport stands on the line of its row on the board (its sign stood above the words)', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.search({ from: 'BUF', to: 'SAN', date: '+2' });
  await page.getByText('Same airport at each stop').click();
  const stop = board.list.locator('.stop', { hasText: 'change of airport' }).first();
  const lies = () =>
    stop.evaluate((words) => {
      const [row, sign] = [words, words.querySelector('svg')].map((part) => part?.getBoundingClientRect());
      return { isOneLine: (row?.height ?? 0) < 24, isSignOnIt: (sign?.y ?? 0) >= (row?.y ?? 0) };
    });
  await expect.poll(lies).toEqual({ isOneLine: true, isSignOnIt: true });
});
