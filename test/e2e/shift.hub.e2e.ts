// The shift of a drawer, from its float to its Z, by keyboard; and what is printed.
import { readFile } from 'node:fs/promises';
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { expectAccessible } from './support/axe.ts';
import { BoardPage, JFK_LAX } from './support/board-page.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { notePrints } from './support/note-prints.ts';
import { pdfFonts } from './support/pdf-fonts.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { AGENT, OTHER_AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function openDrawer(page: Page, float: string): Promise<void> {
  await page.getByLabel('Float', { exact: true }).fill(float);
  await page.keyboard.press('Enter');
  await expect(page.getByText('open since')).toBeVisible();
}

/** Sells a seat in cash. Returns its locator. */
async function sellInCash(page: Page, name: string): Promise<string> {
  await page.keyboard.press('F1');
  await new BoardPage(page).openDirect(JFK_LAX);
  const flight = new FlightPage(page);
  await flight.best();
  const locator = await flight.hold();
  await flight.fillIn(name);
  await flight.payCash();
  await flight.sold();
  return locator;
}

/** The difference has been on the screen long enough. */
const mayClose = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: /^Close and print Z/ })).not.toHaveAttribute('aria-disabled', 'true');

const centsOf = (text: string): number => Math.round(Number(text.replace(/[^\d.]/g, '')) * 100);

test('a drawer is opened with a float, a sale and a refund in cash are counted blind, and the Z is printed; the next Z has the next number', async ({
  page,
}) => {
  await openConsole(page, hub.address, AGENT);
  await page.keyboard.press('F6');
  await openDrawer(page, '300');
  await sellInCash(page, 'Łukasz/Ŋana mr');
  const cancelled = await sellInCash(page, 'Petrov/Elena ms');
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(cancelled);
  await expect(reservations.booking(cancelled)).toBeVisible();
  await reservations.action('Cancel and refund').click();
  await reservations.worksheet.getByRole('button', { name: 'Cancel and refund' }).click();
  await expect(page.getByText('HX cancelled').first()).toBeVisible();

  await page.keyboard.press('F6');
  await expect(page.getByRole('table', { name: 'Sales' }).getByRole('row')).toHaveCount(5);
  const cash = page.getByRole('table', { name: 'Cash USD' });
  await expect(cash).toContainText('hidden');
  await expect(page.getByRole('banner').getByText(/^Shift/)).toBeVisible();
  await expectAccessible(page, 'shift');

  // The X report is printed without the cash that must be there.
  await page.getByRole('button', { name: /Count the drawer/ }).focus();
  await pressLetter(page, 'x');
  const sheet = page.locator('body > .sheet');
  await expect(sheet).toContainText('X report, desk T1-04');
  await expect(sheet).toContainText('Float300.00Takenhidden');

  await pressLetter(page, 'c');
  await expect(page.getByLabel('Pieces of 100.00 USD')).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('1');
  await expect(page.getByText('Give in the count, 350.00 USD so far')).toBeVisible();
  await expectAccessible(page, 'count of a drawer');
  // A hurried second press closes nothing: the difference has not been read yet.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  // The sale that stands is in the drawer, the one that was cancelled is not.
  const row = (name: string) => cash.getByRole('row', { name }).getByRole('cell').last();
  await expect(row('Expected')).not.toContainText('hidden');
  const [taken, back, expected] = [
    centsOf(await row('Cash sales').innerText()),
    centsOf(await row('Cash refunds').innerText()),
    centsOf(await row('Expected').innerText()),
  ];
  expect(back).toBeGreaterThan(0);
  expect(expected).toBe(300_00 + taken - back);
  await expect(page.getByText(expected > 350_00 ? /short/ : /over/).first()).toBeVisible();

  // Whoever types the reason at once types it there, not into the command bar.
  const reason = page.getByLabel('Reason of the difference');
  await expect(reason).toBeFocused();
  await mayClose(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Say why/)).toBeVisible();
  await expect(reason).toBeFocused();
  await page.keyboard.type('counted by Łucja, seen by Ŋ');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Last close Z 1')).toBeVisible();
  await expect(sheet).toContainText('Z 1, desk T1-04');
  await expect(sheet).toContainText('Reason of the difference: counted by Łucja, seen by Ŋ');

  await openDrawer(page, '300');
  await page.getByRole('button', { name: /Count the drawer/ }).focus();
  await pressLetter(page, 'c');
  await page.getByLabel('Pieces of 100.00 USD').fill('3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The count agrees.')).toBeVisible();
  await mayClose(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Last close Z 2')).toBeVisible();
  await expect(sheet).toContainText('Z 2, desk T1-04');
});

test('a passenger list prints every name of a passport in the font that comes with Aisle, and the sales are saved as CSV', async ({
  page,
}) => {
  await openConsole(page, hub.address, AGENT, 'T1-05');
  await page.keyboard.press('F6');
  await openDrawer(page, '100');
  await sellInCash(page, 'Łukasz/Ŋana mr');
  await page.keyboard.press('F6');
  await page.getByRole('tab', { name: 'Flights' }).click();
  await notePrints(page);
  await page.getByRole('table', { name: 'Flights' }).getByRole('button').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', /^Passengers /);
  await expect(page.locator('body > .sheet')).toContainText('ŁUKASZ/ŊANA');
  const fonts = pdfFonts(await page.pdf());
  const inter = fonts.filter(({ name }) => name.startsWith('Inter')).flatMap(({ letters }) => [...letters]);
  for (const letter of 'ŁŊ') expect(inter, `${letter} in ${fonts.map(({ name }) => name).join(', ')}`).toContain(letter);

  // The list that is shown is saved.
  const savedList = async (): Promise<string[]> => {
    const saved = page.waitForEvent('download');
    await page.keyboard.press('Control+e');
    return (await readFile(await (await saved).path(), 'utf8')).split('\r\n');
  };
  expect((await savedList())[0]).toContain('Flight,Currency,Documents');
  await page.getByRole('tab', { name: 'Sales' }).click();
  const [head = '', sale = ''] = await savedList();
  expect(head).toContain('Locator,Kind,Desk,Agent,Agent name');
  expect(sale).toContain('sale,T1-05,ruiz,Ana Ruiz');
});

const HOUR_MS = 3_600_000;

test('a forgotten shift is closed by the next agent at its desk, before that only by a supervisor, from another desk too', async ({
  page,
  browser,
}) => {
  for (const desk of ['T1-07', 'T1-08']) {
    const forgets = await (await browser.newContext()).newPage();
    await openConsole(forgets, hub.address, AGENT, desk);
    await forgets.keyboard.press('F6');
    await openDrawer(forgets, '100');
    await forgets.context().close();
  }
  const next = await (await browser.newContext()).newPage();
  await openConsole(next, hub.address, OTHER_AGENT, 'T1-07');
  await next.keyboard.press('F6');
  await expect(
    next.getByText(/^Ana Ruiz or a supervisor closes this shift. From .+ JFK on, whoever works at this desk may.$/),
  ).toBeVisible();
  await expect(next.getByRole('button', { name: /Count the drawer/ })).toHaveCount(0);
  await next.context().close();

  // A supervisor finds it among the shifts, and closes it from another desk.
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await page.keyboard.press('F6');
  await page.getByRole('tab', { name: 'Shifts' }).click();
  const forgotten = page.getByRole('row', { name: /T1-08/ }).getByRole('button', { name: 'open, show it' });
  await forgotten.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The shift of Ana Ruiz at desk T1-08. Esc goes back to this desk.')).toBeVisible();
  await page.getByRole('button', { name: /Count the drawer/ }).focus();
  await pressLetter(page, 'c');
  await page.getByLabel('Pieces of 100.00 USD').fill('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The count agrees.')).toBeVisible();
  await mayClose(page);
  await page.keyboard.press('Control+Enter');
  const sheet = page.locator('body > .sheet');
  await expect(sheet).toContainText('Z 1, desk T1-08');
  await expect(sheet).toContainText('by osei at desk T1-01');
  // The own desk is shown again, where no shift was opened.
  await expect(page.getByRole('heading', { name: 'Open a shift' })).toBeVisible();

  await hub.moveTime(13 * HOUR_MS);
  const later = await (await browser.newContext()).newPage();
  await openConsole(later, hub.address, OTHER_AGENT, 'T1-07');
  await later.keyboard.press('F6');
  await expect(later.getByText('Ana Ruiz left this shift open. Count the drawer to close it.')).toBeVisible();
  await later.getByRole('button', { name: /Count the drawer/ }).focus();
  await pressLetter(later, 'c');
  // A locator that is scanned into the count is no number of pieces, and gives nothing in.
  await later.getByLabel('Pieces of 100.00 USD').fill('K7QF2M');
  await later.keyboard.press('Control+Enter');
  await expect(later.getByText('digits alone')).toBeVisible();
  await later.getByLabel('Pieces of 100.00 USD').fill('1');
  await later.keyboard.press('Control+Enter');
  await expect(later.getByText('The count agrees.')).toBeVisible();
  await mayClose(later);
  await later.keyboard.press('Control+Enter');
  await expect(later.locator('body > .sheet')).toContainText('Z 1, desk T1-07');
  await expect(later.getByText('Last close Z 1')).toBeVisible();
  await later.context().close();
});

test('the sums of two currencies both stay in sight under a long list, and at 150 % the list has lines (only the last sum was seen, and no line)', async ({
  page,
  browser,
}) => {
  const day = localDate('Europe/Paris', 3);
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await new AdminPage(page).addFlightsIn('EUR', `AF,9305,CDG,NCE,${day},${day},08:15,09:40,320,129.00`);
  const { call } = await openDesk(page, OTHER_AGENT, 'T1-11');
  const [inEuros] = (await call('flights.find', { carrier: 'AF', number: 9305, date: day })).flights;
  const date = localDate('America/New_York', 2);
  const inDollars = (await call('flights.board', { from: 'JFK', date })).flights.find(({ cancelled }) => !cancelled);
  const sell = async (flightId: number, at: number): Promise<void> => {
    const passenger = { type: 'ADT' as const, infant: false, assistance: false };
    const held = await call('holds.place', {
      ...{ requestId: `sum-hold-${flightId}-${at}`, legs: [{ flightId, cabin: 'Y' as const, seats: 'best' as const }] },
      ...{ passengers: [passenger], exitRowConfirmed: false },
    });
    const person = { type: 'ADT' as const, surname: 'Petrov', given: `Ivan ${'ABCDEFGHIJKL'[at]}`, title: 'MR' as const };
    await call('bookings.confirm', {
      ...{ requestId: `sum-sale-${flightId}-${at}`, bookingId: held.bookingId },
      passengers: [{ ...person, birthDate: null, with: null }],
      contact: { phone: '+1 646 555 0117', email: '', askedBy: 'Agency' },
      tenders: [{ kind: 'cash' as const, amount: held.total, given: held.total }],
    });
  };
  for (let at = 0; at < 10; at++) await sell((at % 2 === 0 ? inEuros : inDollars)?.flightId ?? 0, at);

  const desk = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openConsole(desk, hub.address, OTHER_AGENT, 'T1-11');
  await desk.keyboard.press('F6');
  const sales = desk.getByRole('table', { name: 'Sales' });
  const sums = sales.getByRole('row', { name: /^All 5/ });
  await expect(sums).toHaveCount(2);
  const [first, second] = await sums.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  expect(Math.abs((second ?? 0) - (first ?? 0)), 'one is not under the other').toBeGreaterThan(20);
  for (const sum of await sums.all()) await expect(sum).toBeInViewport({ ratio: 1 });

  await desk.getByRole('button', { name: 'Another currency' }).click();
  await desk.getByLabel('Currency 2').fill('EUR');
  await desk.getByLabel('Float 2').fill('80');
  await openDrawer(desk, '100');
  await desk.setViewportSize({ width: 853, height: 533 });
  const scope = desk.getByRole('button', { name: /Report of/ });
  await scope.click();
  await desk.getByRole('option', { name: 'this desk, today' }).click();
  await expect(scope).toBeFocused();
  await expect(sales).toBeVisible();
  // Neither the head of the list nor the bar at the foot lies over one that has the focus.
  for (const locator of (await sales.getByRole('button').all()).slice(0, 4)) {
    await locator.focus();
    await expect(locator).toBeInViewport({ ratio: 1 });
    const isOnTop = await locator.evaluate((button) => {
      const { left, top, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(left + 4, top + height / 2));
    });
    expect(isOnTop).toBe(true);
  }
  await desk.context().close();
});
