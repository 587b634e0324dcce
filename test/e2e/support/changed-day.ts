import type { Page } from '@playwright/test';
import { AdminPage } from './admin-page.ts';
import type { DeskCalls } from './desk-calls.ts';
import { localDate } from './local-date.ts';

/** A flight of an airline of its own: its number and what it flies at which local times. */
interface Flown {
  readonly number: number;
  readonly route: readonly [from: string, to: string];
  readonly times: readonly [departs: string, arrives: string];
}

export const MORNING: Flown = { number: 317, route: ['JFK', 'BUF'], times: ['08:45', '10:10'] };
export const NEXT: Flown = { number: 325, route: ['JFK', 'BUF'], times: ['09:45', '11:10'] };
export const NOON: Flown = { number: 327, route: ['JFK', 'BUF'], times: ['12:00', '13:25'] };
export const EVENING: Flown = { number: 329, route: ['JFK', 'BUF'], times: ['19:00', '20:25'] };

export const LATE: Flown = { number: 331, route: ['JFK', 'BUF'], times: ['21:00', '22:25'] };

/** The day that its flights leave, local to them. */
export const DAY = localDate('America/New_York', 3);
const adult = { type: 'ADT', infant: false, assistance: false } as const;
let requests = 0;

const lineOf = ({ number, route, times }: Flown): string => `YQ,${number},${route},${DAY},${DAY},${times},320,129.00`;

/** A schedule of carrier YQ in three days that a test sells from, and then changes by another file. */
export class ChangedDay {
  readonly #call: DeskCalls['call'];

  constructor({ call }: DeskCalls) {
    this.#call = call;
  }

  /** What the file says of a day: these flights and no others of the carrier. */
  static async import(page: Page, ...flights: readonly Flown[]): Promise<void> {
    await new AdminPage(page).addFlights(...flights.map(lineOf));
  }

  /** The next file of the carrier, by who imported the one before on the same page. */
  static async change(page: Page, ...flights: readonly Flown[]): Promise<void> {
    await ChangedDay.preview(page, ...flights);
    await new AdminPage(page).applyFlights();
  }

  /** The same as far as its preview. */
  static async preview(page: Page, ...flights: readonly Flown[]): Promise<void> {
    const admin = new AdminPage(page);
    await admin.open('Import');
    await page.getByRole('button', { name: 'Import another file' }).click();
    await admin.previewFlights('USD', ...flights.map(lineOf));
  }

  /** Sells seats of a flight to people who are told by e-mail, or to nobody's address. Gives the locator. */
  async sell({ number }: Flown, names: readonly string[], contact: { readonly email?: string; readonly phone?: string }): Promise<string> {
    const [found] = (await this.#call('flights.find', { carrier: 'YQ', number, date: DAY })).flights;
    const flightId = found?.flightId ?? 0;
    const held = await this.#call('holds.place', {
      ...{ requestId: this.#requestId(), legs: [{ flightId, cabin: 'Y', seats: 'best' }], exitRowConfirmed: false },
      passengers: names.map(() => adult),
    });
    await this.#call('bookings.confirm', {
      ...{ requestId: this.#requestId(), bookingId: held.bookingId },
      passengers: names.map((name) => {
        const [surname = '', given = ''] = name.split('/');
        return { type: 'ADT' as const, surname, given, title: 'MR' as const, birthDate: null, with: null };
      }),
      contact: { phone: contact.phone ?? '', email: contact.email ?? '', askedBy: 'Agency' },
      tenders: [{ kind: 'cash', amount: held.total, given: held.total }],
    });
    return held.locator;
  }

  #requestId(): string {
    requests += 1;
    return `changed-day-${requests}`;
  }
}
