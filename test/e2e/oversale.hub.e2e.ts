// A small aircraft is sold above its seats. Who was asked gives a seat up, a seat is cancelled elsewhere, or boarding is denied and paid for.
import { type Page, test } from '@playwright/test';
import { moneyText, percentOf } from '../../shared/money.ts';
import { expectAccessible } from './support/axe.ts';
import { ChangePage } from './support/change-page.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import type { FlightPage } from './support/flight-page.ts';
import { OversoldFlight } from './support/oversold-flight.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

/** As long as a surname may be. */
const LONG = 'Wolfeschlegelsteinhausenbergerdorff/Hubert';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The oversale of the cabin on the screen, once it is known. */
async function openOversale(page: Page, flight: FlightPage, says = 'all seated'): Promise<void> {
  await flight.seat('1A').focus();
  await pressLetter(page, 'o');
  await expect(page.getByText(says)).toBeVisible();
}

/** Authorises more than there are seats: a number, or a percentage of the seats. */
async function authorise(page: Page, typed: string, comesTo: RegExp): Promise<void> {
  await pressLetter(page, 'a');
  const form = page.getByRole('form', { name: 'Authorised seats' });
  await form.getByLabel('Seats or percent').fill(typed);
  await expect(form.getByRole('button', { name: comesTo })).toBeVisible();
  await form.getByLabel('Reason').fill('not all will show');
  await form.getByLabel('Reason').press('Enter');
  await expect(form).toHaveCount(0);
}

test('an oversold flight: a volunteer takes a voucher and another flight, who had no seat gets that seat, and the letter is printed', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const oversold = new OversoldFlight(9011);
  const flight = await oversold.add(page);
  const desk = await openDesk(page, 'weber', 'T1-05');
  await oversold.fill(desk);

  await openOversale(page, flight);
  await authorise(page, '31', /Authorise 31/);

  // The screen hears of the sale above the seats at once.
  const { total: fare } = await oversold.sell(desk, 'over', ['Kim/Sora']);
  await expect(page.getByText('1 without a seat')).toBeVisible();
  const without = page.getByRole('table', { name: 'Passengers without a seat, in order' });
  await expect(without.getByRole('row', { name: /KIM\/SORA/ })).toContainText(moneyText(fare, 'USD'));
  const ways = page.getByRole('table', { name: 'Other flights' });
  await expect(ways.getByRole('row', { name: /AA 9015/ })).toContainText('1 h 30 late');
  await expect(ways.getByRole('row', { name: /AA 9015/ })).toContainText(moneyText(percentOf(fare, 200), 'USD'));
  await expectAccessible(page, 'oversold cabin');

  await pressLetter(page, 'v');
  const dialog = page.getByRole('dialog', { name: 'Ask HALE/JAMES MR, 1A' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'ask a volunteer');
  await dialog.getByLabel('Voucher in USD').fill('200');
  await dialog.getByLabel('Voucher in USD').press('Enter');
  await expect(dialog).toHaveCount(0);
  const volunteers = page.getByRole('table', { name: 'Volunteers' });
  await expect(volunteers.getByRole('row', { name: /HALE\/JAMES/ })).toContainText('asked');
  await page.keyboard.press('Control+Enter');
  await expect(volunteers.getByRole('row', { name: /HALE\/JAMES/ })).toContainText('took it');
  await expect(page.getByText('all seated')).toBeVisible();
  await expect(without).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Cost so far' }).getByRole('row', { name: /^Spent/ })).toContainText('200.00 USD');
  expect(await oversold.seatOf(desk, '1A')).toBe('KIM/SORA MR');

  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.printed = document.querySelector('.sheet')?.textContent ?? '';
    };
  });
  await pressLetter(page, 'p');
  const letters = page.getByRole('table', { name: 'Letters' });
  await expect(letters.getByRole('row', { name: /Volunteer agreement, HALE\/JAMES/ })).toContainText('printed');
  for (const text of ['Agreement to give up a seat', 'Acuerdo de cesión de plaza', 'HALE/JAMES MR', 'B6 9013', '200.00 USD'])
    await expect(page.locator('html')).toHaveAttribute('data-printed', new RegExp(text));
  // There is room to sign: the line stood right under the last sentence.
  await page.emulateMedia({ media: 'print' });
  const signed = page.locator('.letter .sign').first();
  expect(await signed.evaluate((line) => Number.parseFloat(getComputedStyle(line).marginTop))).toBeGreaterThan(40);
  await page.emulateMedia({ media: null });

  await page.keyboard.press('Escape');
  await flight.sees('1A', 'sold');
});

test('a cabin is sold out and oversold by one: a seat that another console cancels goes to who has none, and both consoles see it at once', async ({
  page,
  browser,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const oversold = new OversoldFlight(9021);
  const flight = await oversold.add(page);
  const desk = await openDesk(page, 'weber', 'T1-05');
  const hale = await oversold.fill(desk);
  await openOversale(page, flight);
  await authorise(page, '105 %', /Authorise 31/);
  const changes = page.getByRole('table', { name: 'Last changes' });
  await expect(changes.getByRole('row', { name: /authorised 31 \(105 %\), was 30/ })).toContainText('osei');
  const kim = await oversold.sell(desk, 'over', ['Kim/Sora']);
  const without = page.getByRole('table', { name: 'Passengers without a seat, in order' });
  await expect(without.getByRole('row', { name: /KIM\/SORA/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /sold without a seat: KIM\/SORA MR/ })).toContainText('desk T1-05');

  // The other console has the flight before it, which says that it is oversold.
  const other = await browser.newPage();
  await openConsole(other, hub.address, AGENT, 'T1-04');
  const theirs = await oversold.open(other);
  await expect(other.getByText('1 oversold')).toBeVisible();
  const third = await browser.newPage();
  await openConsole(third, hub.address, SUPERVISOR, 'T1-06');
  const reservations = new ReservationsPage(third);
  await reservations.goThere();
  await reservations.find(hale.locator);
  await reservations.action('Cancel and refund').click();
  await reservations.worksheet.getByRole('button', { name: 'Cancel and refund' }).click();
  await expect(third.getByText(`${hale.locator} cancelled`)).toBeVisible();

  await expect(page.getByText('all seated')).toBeVisible();
  await expect(without).toHaveCount(0);
  await expect(other.getByText('1 oversold')).toHaveCount(0);
  await theirs.sees('1A', 'sold');
  expect(await oversold.seatOf(desk, '1A')).toBe('KIM/SORA MR');
  const kims = new ReservationsPage(other);
  await kims.goThere();
  await kims.find(kim.locator);
  await expect(other.getByRole('table', { name: 'Passengers' })).toContainText('1A');
  await other.close();
  await third.close();
});

test('who has no seat is moved to another flight by M; who is denied boarding is paid once, by C', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const oversold = new OversoldFlight(9031);
  const flight = await oversold.add(page);
  const desk = await openDesk(page, 'weber', 'T1-05');
  await oversold.fill(desk);
  await openOversale(page, flight);
  await authorise(page, '32', /Authorise 32/);
  const { total: fare } = await oversold.sell(desk, 'over', [LONG]);
  const duarte = await oversold.sell(desk, 'over', ['Duarte/Paul']);
  await expect(page.getByText('2 without a seat')).toBeVisible();

  // The last of the order is chosen.
  await pressLetter(page, 'm');
  const change = new ChangePage(page);
  await expect(page.getByRole('navigation', { name: 'What changes' })).toBeVisible();
  await change.row('Flights found', new RegExp(oversold.later.own)).click();
  await expect(page.getByRole('gridcell', { selected: true })).toBeVisible();
  await change.next(/Hold the seats and ask/).click();
  await expect(change.offer.getByRole('heading', { name: /^Offer \d/ })).toBeVisible();
  await change.take();
  await expect(change.done).toContainText('is changed');
  const moved = (await desk.call('bookings.get', { bookingId: duarte.bookingId })).booking.legs[0];
  expect(moved?.flight).toBe(oversold.later.own);

  await oversold.open(page);
  await openOversale(page, flight, '1 without a seat');
  await pressLetter(page, 'v');
  const ask = page.getByRole('dialog', { name: /^Ask / });
  await ask.getByLabel('Voucher in USD').fill('200');
  await ask.getByLabel('Voucher in USD').press('Enter');
  await expect(ask).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Volunteers' })).toContainText('asked');
  await pressLetter(page, 'n');
  await page.getByRole('button', { name: 'Said no' }).click();
  await expect(page.getByRole('table', { name: 'Volunteers' })).toContainText('said no');

  const ways = page.getByRole('table', { name: 'Other flights' });
  await ways.getByRole('button', { name: oversold.later.other }).click();
  await pressLetter(page, 'd');
  const deny = page.getByRole('alertdialog', { name: `Deny boarding to ${LONG.toUpperCase()} MR?` });
  // A name without a place to break does not push the buttons out of the dialog.
  await expect(deny.getByRole('button', { name: 'Deny boarding' })).toBeInViewport({ ratio: 1 });
  await deny.getByLabel('Reason').fill('nobody gave a seat up');
  await page.keyboard.press('Control+Enter');
  await expect(deny).toHaveCount(0);
  await expect(page.getByText('all seated')).toBeVisible();
  const owed = page.getByRole('table', { name: 'Compensation' }).getByRole('row', { name: /^WOLFESCHLEGEL/ });
  await expect(owed).toContainText(moneyText(percentOf(fare, 200), 'USD'));
  await expect(owed).toContainText('to pay');

  await pressLetter(page, 'c');
  const pay = page.getByRole('alertdialog', { name: /^Pay .* to WOLFESCHLEGEL.* MR\?$/ });
  await expect(pay).toContainText('The cash comes from the drawer of this desk');
  await page.keyboard.press('Control+Enter');
  await expect(pay).toHaveCount(0);
  await expect(owed).toContainText(/cash \d\d:\d\d, T1-01/);
  await expect(page.getByText('nothing to pay')).toBeVisible();
  await pressLetter(page, 'c');
  await expect(pay).toHaveCount(0);
});

test('a dialog stays about whom it was opened for, also when another desk changes the list behind it (it denied boarding to the next)', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const oversold = new OversoldFlight(9041);
  const flight = await oversold.add(page);
  const desk = await openDesk(page, 'weber', 'T1-05');
  await oversold.fill(desk);
  await openOversale(page, flight);
  await authorise(page, '32', /Authorise 32/);
  await oversold.sell(desk, 'over', ['Kim/Sora']);
  const duarte = await oversold.sell(desk, 'over', ['Duarte/Paul']);
  await expect(page.getByText('2 without a seat')).toBeVisible();

  await pressLetter(page, 'd');
  const deny = page.getByRole('alertdialog', { name: 'Deny boarding to DUARTE/PAUL MR?' });
  await deny.getByLabel('Reason').fill('nobody gave a seat up');
  const { bookingId } = duarte;
  const { offerId } = await desk.call('bookings.cancelQuote', { requestId: 'quote-behind-dialog', bookingId });
  await desk.call('bookings.cancel', { requestId: 'cancel-behind-dialog', bookingId, offerId });
  await expect(page.getByText('1 without a seat')).toBeVisible();
  await expect(deny.getByLabel('Reason')).toHaveValue('nobody gave a seat up');
  await page.keyboard.press('Control+Enter');
  await expect(deny.getByRole('alert')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('table', { name: 'Passengers without a seat, in order' })).toContainText('KIM/SORA MR');
  await expect(page.getByRole('table', { name: 'Compensation' })).toHaveCount(0);
});
