// A small aircraft is sold above its seats. A passenger who was asked gives a seat up, who had none gets it, and the letter comes on paper.
import { expect, type Page, test } from '@playwright/test';
import { type Minor, minor, moneyText, percentOf } from '../../shared/money.ts';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { type DeskCalls, openDesk } from './support/desk-calls.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DAY = localDate('America/New_York', 3);

/** A flight with 30 seats, and two later ones. */
function addFlights(page: Page): Promise<void> {
  const line = (flight: string, times: string, equipment: string) => `${flight},JFK,BUF,${DAY},${DAY},${times},${equipment},129.00`;
  return new AdminPage(page).addFlights(
    line('B6,9011', '08:15,09:40', 'D38'),
    line('B6,9013', '08:45,10:05', '320'),
    line('AA,9015', '09:45,11:10', '320'),
  );
}

const adult = { type: 'ADT', infant: false, assistance: false } as const;
let requests = 0;
const requestId = (): string => `oversale-${DAY}-${++requests}`;

/** Sells seats to one booking: named ones, or above the seats. Returns what it cost, in cents. */
async function sell({ call }: DeskCalls, flightId: number, seats: string[] | 'over', names: readonly string[]): Promise<Minor> {
  const held = await call('holds.place', {
    ...{ requestId: requestId(), legs: [{ flightId, cabin: 'Y', seats }], exitRowConfirmed: true },
    passengers: names.map(() => adult),
  });
  await call('bookings.confirm', {
    ...{ requestId: requestId(), bookingId: held.bookingId },
    passengers: names.map((name) => {
      const [surname = '', given = ''] = name.split('/');
      return { type: 'ADT' as const, surname, given, title: 'MR' as const, birthDate: null, with: null };
    }),
    contact: { phone: '+1 646 555 0117', email: '', askedBy: 'Agency' },
    tenders: [{ kind: 'cash', amount: held.total, given: held.total }],
  });
  return minor(held.total);
}

const LETTERS = 'ABCDEFGHI';

test('an oversold flight: a volunteer takes a voucher and another flight, who had no seat gets that seat, and the letter is printed', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await addFlights(page);
  await page.keyboard.press('F1');
  const board = new BoardPage(page);
  await board.search({ from: 'JFK', to: 'BUF', date: DAY });
  await board.open(board.rows('B6 9011').first());
  const flight = new FlightPage(page);
  await flight.sees('1A', 'free');

  const desk = await openDesk(page, 'weber', 'T1-05');
  const [found] = (await desk.call('flights.find', { carrier: 'B6', number: 9011, date: DAY })).flights;
  const flightId = found?.flightId ?? 0;
  await sell(desk, flightId, ['1A'], ['Hale/James']);
  for (const rows of [
    [1, 2, 3, 4],
    [5, 6, 7],
    [8, 9, 10],
  ]) {
    const seats = rows
      .flatMap((row) => ['A', 'C', 'D'].map((letter) => `${row}${letter}`))
      .filter((seat) => seat !== '1A' && seat !== '4A' && seat !== '4C');
    await sell(
      desk,
      flightId,
      seats,
      seats.map((_, at) => `Petrov/Ivan ${LETTERS[at]}`),
    );
  }
  await sell(desk, flightId, ['4A', '4C'], ['Roy/Dev', 'Roy/Ana']);

  await flight.seat('1A').focus();
  await page.keyboard.press('o');
  await expect(page.getByText('all seated')).toBeVisible();
  await page.keyboard.press('a');
  const form = page.getByRole('form', { name: 'Authorised seats' });
  await form.getByLabel(/^Seats, at most/).fill('31');
  await form.getByLabel('Reason').fill('not all will show');
  await form.getByLabel('Reason').press('Enter');
  await expect(form).toHaveCount(0);

  // The screen hears of the sale above the seats at once.
  const fare = await sell(desk, flightId, 'over', ['Kim/Sora']);
  await expect(page.getByText('1 without a seat')).toBeVisible();
  const without = page.getByRole('table', { name: 'Passengers without a seat, in order' });
  await expect(without.getByRole('row', { name: /KIM\/SORA/ })).toContainText(moneyText(fare, 'USD'));
  const ways = page.getByRole('table', { name: 'Other flights' });
  await expect(ways.getByRole('row', { name: /AA 9015/ })).toContainText('1 h 30 late');
  await expect(ways.getByRole('row', { name: /AA 9015/ })).toContainText(moneyText(percentOf(fare, 200), 'USD'));

  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog', { name: 'Ask HALE/JAMES MR, 1A' });
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
  const { passengers } = (await desk.call('flights.passengerList', { flightId })).cabins[0] ?? { passengers: [] };
  expect(passengers.find(({ seat }) => seat === '1A')?.name).toBe('KIM/SORA MR');

  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.printed = document.querySelector('.sheet')?.textContent ?? '';
    };
  });
  await page.keyboard.press('p');
  const letters = page.getByRole('table', { name: 'Letters' });
  await expect(letters.getByRole('row', { name: /Volunteer agreement, HALE\/JAMES/ })).toContainText('printed');
  const paper = await page.evaluate(() => document.documentElement.dataset.printed ?? '');
  for (const text of ['Agreement to give up a seat', 'Acuerdo de cesión de plaza', 'HALE/JAMES MR', 'B6 9013', '200.00 USD'])
    expect(paper).toContain(text);

  await page.keyboard.press('Escape');
  await flight.sees('1A', 'sold');
});
