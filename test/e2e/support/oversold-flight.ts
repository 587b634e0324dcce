import type { Page } from '@playwright/test';
import { type Minor, minor } from '../../../shared/money.ts';
import { AdminPage } from './admin-page.ts';
import { BoardPage } from './board-page.ts';
import type { DeskCalls } from './desk-calls.ts';
import { FlightPage } from './flight-page.ts';
import { localDate } from './local-date.ts';

const DAY = localDate('America/New_York', 3);
const adult = { type: 'ADT', infant: false, assistance: false } as const;
const LETTERS = 'ABCDEFGHI';
let requests = 0;
const requestId = (): string => `oversale-${DAY}-${++requests}`;

interface SoldTo {
  readonly bookingId: number;
  readonly locator: string;
  readonly total: Minor;
}

/** A flight of B6 from JFK to BUF with 30 seats in three days, and two later ones: half an hour of B6, one and a half of AA. */
export class OversoldFlight {
  readonly number: number;
  readonly name: string;
  readonly later: { readonly own: string; readonly other: string };

  constructor(number: number) {
    this.number = number;
    this.name = `B6 ${number}`;
    this.later = { own: `B6 ${number + 2}`, other: `AA ${number + 4}` };
  }

  /** Adds the flights, as a supervisor, and opens the first. */
  async add(page: Page): Promise<FlightPage> {
    const line = (flight: string, times: string, equipment: string) => `${flight},JFK,BUF,${DAY},${DAY},${times},${equipment},129.00`;
    await new AdminPage(page).addFlights(
      line(`B6,${this.number}`, '08:15,09:40', 'D38'),
      line(`B6,${this.number + 2}`, '08:45,10:05', '320'),
      line(`AA,${this.number + 4}`, '09:45,11:10', '320'),
    );
    return this.open(page);
  }

  async open(page: Page): Promise<FlightPage> {
    await page.keyboard.press('F1');
    const board = new BoardPage(page);
    await board.search({ from: 'JFK', to: 'BUF', date: DAY });
    await board.open(board.rows(this.name).first());
    const flight = new FlightPage(page);
    await flight.sees('1A', '(free|sold)');
    return flight;
  }

  async id({ call }: DeskCalls): Promise<number> {
    const [found] = (await call('flights.find', { carrier: 'B6', number: this.number, date: DAY })).flights;
    return found?.flightId ?? 0;
  }

  /** Sells seats to one booking: named ones, or above the seats. */
  async sell(desk: DeskCalls, seats: string[] | 'over', names: readonly string[]): Promise<SoldTo> {
    const flightId = await this.id(desk);
    const held = await desk.call('holds.place', {
      ...{ requestId: requestId(), legs: [{ flightId, cabin: 'Y', seats }], exitRowConfirmed: true },
      passengers: names.map(() => adult),
    });
    await desk.call('bookings.confirm', {
      ...{ requestId: requestId(), bookingId: held.bookingId },
      passengers: names.map((name) => {
        const [surname = '', given = ''] = name.split('/');
        return { type: 'ADT' as const, surname, given, title: 'MR' as const, birthDate: null, with: null };
      }),
      contact: { phone: '+1 646 555 0117', email: '', askedBy: 'Agency' },
      tenders: [{ kind: 'cash', amount: held.total, given: held.total }],
    });
    return { bookingId: held.bookingId, locator: held.locator, total: minor(held.total) };
  }

  /** Sells all 30 seats: 1A to Hale, 4A and 4C to two of the name Roy, the others to large parties. Returns the booking of Hale. */
  async fill(desk: DeskCalls): Promise<SoldTo> {
    const hale = await this.sell(desk, ['1A'], ['Hale/James']);
    for (const rows of [
      [1, 2, 3, 4],
      [5, 6, 7],
      [8, 9, 10],
    ]) {
      const seats = rows
        .flatMap((row) => ['A', 'C', 'D'].map((letter) => `${row}${letter}`))
        .filter((seat) => seat !== '1A' && seat !== '4A' && seat !== '4C');
      await this.sell(
        desk,
        seats,
        seats.map((_, at) => `Petrov/Ivan ${LETTERS[at]}`),
      );
    }
    await this.sell(desk, ['4A', '4C'], ['Roy/Dev', 'Roy/Ana']);
    return hale;
  }

  /** Who sits where, by the passenger list. */
  async seatOf(desk: DeskCalls, seat: string): Promise<string | undefined> {
    const { cabins } = await desk.call('flights.passengerList', { flightId: await this.id(desk) });
    return cabins[0]?.passengers.find((one) => one.seat === seat)?.name;
  }
}
