// What happens to a booking after its sale, at a counter: another cabin, a declined card, a party that parts, a passenger who does not travel.
import { type Page, test } from '@playwright/test';
import { DAY_MS } from '../../shared/instants.ts';
import { expectAccessible } from './support/axe.ts';
import { BoardPage, JFK_LAX } from './support/board-page.ts';
import { ChangePage } from './support/change-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, OTHER_AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Two economy seats of the first direct flight on a day, sold in cash, with the booking on the screen. */
async function soldToTwo(page: Page, date = JFK_LAX.date): Promise<{ locator: string; seats: string[]; change: ChangePage }> {
  await openConsole(page, hub.address, AGENT);
  const board = new BoardPage(page);
  await board.search({ ...JFK_LAX, date, adults: 2 });
  await board.open(board.rows('direct').first());
  const flight = new FlightPage(page);
  const seats = await flight.best();
  const locator = await flight.hold();
  await flight.name('PETROV/ELENA MRS', 'PETROV/IVAN MR');
  await flight.contact('+1 212 555 0148');
  await flight.payCash('9000');
  expect(await flight.sold()).toBe(locator);
  await pressLetter(page, 'y');
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await expect(reservations.booking(locator)).toBeVisible();
  return { locator, seats, change: new ChangePage(page) };
}

/** Holds the best seats of the next higher cabin, up to the offer. */
async function offerUpgrade(change: ChangePage, cabin: RegExp): Promise<void> {
  await change.begin('j');
  await change.row('Cabins', cabin).click();
  await expect(change.next(/Hold the seats and ask/)).toBeVisible();
  await change.next(/Hold the seats and ask/).click();
  await expect(change.offer.getByRole('heading', { name: /^Offer \d/ })).toBeVisible();
}

const HIGHER = /Business|First|Premium/;

test('an upgrade is paid by card first, then the seats change; a declined card leaves the booking as it was', async ({ page }) => {
  const { seats, change } = await soldToTwo(page);
  await offerUpgrade(change, HIGHER);
  const passengers = page.getByRole('table', { name: 'Passengers' });

  await change.payByCard('declines');
  await expect(change.offer).toContainText('The change is not paid: the bank refused the card.');
  await expect(change.offer).toContainText('The booking stays as it was.');
  await page.getByRole('button', { name: /Release the hold/ }).click();
  await page.getByRole('button', { name: /Keep it as it is/ }).click();
  for (const seat of seats) await expect(passengers).toContainText(seat);

  await offerUpgrade(change, HIGHER);
  await expect(change.offer).toContainText('go back to sale');
  await expectAccessible(page, 'offer of an upgrade');
  await change.payByCard('approves');
  await expect(change.done).toContainText('is changed');
  await expect(change.done).toContainText('paid');
  await pressLetter(page, 'y');
  for (const seat of seats) await expect(passengers).not.toContainText(seat);
  await expect(page.getByRole('region', { name: 'History' })).toContainText('cabin');
});

test('a lower cabin is refused to an agent, and done by a supervisor with a reason: its difference goes back, by keyboard alone', async ({
  page,
  browser,
}) => {
  const { locator, change } = await soldToTwo(page);
  await offerUpgrade(change, HIGHER);
  await change.payByCard('approves');
  await expect(change.done).toContainText('is changed');
  await pressLetter(page, 'y');
  await change.begin('j');
  const refused = change.row('Cabins', /Economy/);
  await expect(refused).toContainText('a lower cabin is a downgrade; a supervisor does it with a reason');
  await refused.focus();
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
  await expect(change.offer.getByRole('heading', { name: /^Offer \d/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  const desk = await browser.newPage();
  await openConsole(desk, hub.address, SUPERVISOR, 'T1-09');
  await runCommand(desk, locator);
  await expect(new ReservationsPage(desk).booking(locator)).toBeVisible();
  const decided = new ChangePage(desk);
  await decided.begin('j');
  const lower = decided.row('Cabins', /Economy/);
  await expect(lower).toContainText('a lower cabin needs a reason');
  await pressLetter(desk, (await lower.getAttribute('aria-keyshortcuts')) ?? 'no key');
  await expect(desk.getByLabel('Reason for a lower cabin or price')).toBeFocused();
  await desk.keyboard.type('Seat 2A broken');
  await desk.keyboard.press('Enter');
  await expect(lower).toHaveAttribute('aria-pressed', 'true');
  await lower.focus();
  await desk.keyboard.press('Enter');
  await expect(decided.offer).toContainText('Goes back');
  await expect(decided.offer).toContainText('Reason: Seat 2A broken');
  await decided.take();
  await expect(decided.done).toContainText('to the card');
  await pressLetter(desk, 'y');
  await expect(desk.getByRole('region', { name: 'Itinerary' })).toContainText('economy');
  await expect(desk.getByRole('region', { name: 'History' })).toContainText('Seat 2A broken');
  await expect(desk.getByText('part refund')).toBeVisible();
  await desk.close();
});

test('two passengers swap their seats, and then the whole party is reseated with one key, by keyboard alone', async ({ page }) => {
  const { seats, change } = await soldToTwo(page);
  const passengers = page.getByRole('table', { name: 'Passengers' });
  const grid = page.getByRole('grid', { name: 'Seats', exact: true });
  const seatFocused = grid.getByRole('gridcell').and(page.locator(':focus'));
  await change.begin('s');
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  await pressLetter(page, '1');
  await expect(seatFocused).toHaveAccessibleName(/chosen for EP/);
  await page.keyboard.press('ArrowUp');
  await expect(seatFocused).toHaveAccessibleName(/chosen for IP/);
  await page.keyboard.press('Enter');
  await expect(seatFocused).toHaveAccessibleName(/chosen for EP/);
  await page.keyboard.press('Enter');
  await expect(change.offer).toContainText('Nothing to pay');
  await change.take();
  await expect(change.done).toContainText('is changed, nothing to pay');
  await pressLetter(page, 'y');
  await expect(passengers.getByRole('row', { name: /ELENA/ })).toContainText(seats[1] ?? '');
  await expect(passengers.getByRole('row', { name: /IVAN/ })).toContainText(seats[0] ?? '');

  await change.begin('s');
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  await pressLetter(page, 'b');
  await expect(seatFocused).toHaveAccessibleName(/chosen for EP/);
  await page.keyboard.press('Enter');
  await expect(change.offer).toContainText(/go back to sale/);
  await change.take();
  await pressLetter(page, 'y');
  for (const seat of seats) await expect(passengers).not.toContainText(seat);
});

test('a party is split: the new locator is told and opened, and another desk that looks on sees it', async ({ page, browser }) => {
  const { locator, change } = await soldToTwo(page);
  const other = await browser.newPage();
  await openConsole(other, hub.address, OTHER_AGENT, 'T1-05');
  const theirs = new ReservationsPage(other);
  await theirs.goThere();
  await theirs.find(locator);
  await expect(theirs.booking(locator)).toBeVisible();

  await change.begin('t');
  await change.row('Passengers', /IVAN/).click();
  await page.getByLabel('Phone or e-mail of the new booking').fill('+1 347 555 0100');
  await page.getByLabel('Requested by').fill('Ivan Petrov');
  await change.take();
  await expect(change.done).toContainText(`${locator} is split`);
  const [, made = ''] = /New locator\s*([A-Z0-9]{6})/.exec(await change.done.innerText()) ?? [];
  expect(made).not.toBe('');
  await expect(other.getByRole('table', { name: 'Passengers' })).not.toContainText('IVAN');
  await pressLetter(page, 'o');
  await expect(new ReservationsPage(page).booking(made)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Passengers' })).toContainText('PETROV/IVAN MR');
  await other.close();
});

test('one passenger does not travel: what goes back is offered first, and the other keeps the seat', async ({ page }) => {
  const { seats, change } = await soldToTwo(page);
  await change.begin('Shift+X');
  await pressLetter(page, '2');
  await expect(change.row('Passengers and flights', /IVAN/)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(change.offer).toContainText('Goes back');
  await expectAccessible(page, 'offer of a split');
  await expect(change.offer).toContainText('to cash');
  await change.take();
  await expect(change.done).toContainText('back out of the drawer');
  await pressLetter(page, 'y');
  const passengers = page.getByRole('table', { name: 'Passengers' });
  await expect(passengers).not.toContainText('IVAN');
  await expect(passengers).toContainText(seats[0] ?? '');
});

test('an infant comes onto the lap of an adult who travels already, by an offer, and is taken off alone', async ({ page }) => {
  const { seats, change } = await soldToTwo(page);
  await change.begin('i');
  await page.getByLabel(/^Name, infant of PETROV/).fill('petrova/mia');
  await page.getByLabel(/^Birth date, infant of/).fill(new Date(Date.now() - 200 * DAY_MS).toISOString().slice(0, 10));
  await page.keyboard.press('Enter');
  await expect(change.offer).toContainText(`lap of ${seats[0]}`);
  await change.take();
  await expect(change.done).toContainText('is changed');
  await pressLetter(page, 'y');
  await expect(page.getByRole('table', { name: 'Passengers' })).toContainText('PETROVA/MIA');

  await change.begin('Shift+X');
  await change.row('Passengers and flights', /MIA/).focus();
  await page.keyboard.press('3');
  await expect(change.row('Passengers and flights', /MIA/)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await change.take();
  await expect(change.done).toContainText('is changed');
  await pressLetter(page, 'y');
  const passengers = page.getByRole('table', { name: 'Passengers' });
  await expect(passengers).not.toContainText('MIA');
  for (const seat of seats) await expect(passengers).toContainText(seat);
});

test('one more flight is added by an offer: the way back is proposed, its price is paid first, and all flights stand in the booking', async ({
  page,
}) => {
  // Tomorrow, because the sample has three days and the cheapest flight may arrive on the next one.
  const { change } = await soldToTwo(page, '+1');
  const flights = page.getByRole('region', { name: 'Itinerary' }).getByRole('listitem');
  await expect(flights).toHaveCount(1);
  await change.begin('f');
  await page.getByText('one more').click();
  const back = change.row('Flights found', /about, in all/).first();
  await back.focus();
  await page.keyboard.press('1');
  await expect(back).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('region', { name: /^As changed/ })).toContainText('LAX');
  await page.keyboard.press('Enter');
  await expect(change.offer.getByRole('heading', { name: /^Offer \d/ })).toBeVisible();
  await expect(change.offer).toContainText('To pay');
  await change.payByCard('approves');
  await expect(change.done).toContainText('is changed');
  await pressLetter(page, 'y');
  await expect(flights.first()).toBeVisible();
  expect(await flights.count()).toBeGreaterThan(1);
});
