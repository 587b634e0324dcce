import { setTimeout as wait } from 'node:timers/promises';
import type { SeededRandom } from '../../main/seeded-random.ts';
import type { Input, Output, ReplyOf } from '../../shared/contract.ts';
import type { BookingState, BookingView } from '../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../shared/methods/changes.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { adult, sale } from '../main/support/test-hub.ts';
import type { DeskConsole } from './desk-console.ts';
import type { Ledger, SaleMethod, Sent } from './ledger.ts';

/** Where they sit: whatever can be asked there. */
export type AskedConsole = Pick<DeskConsole, 'call'>;

export interface SoldFlight {
  readonly id: number;
  readonly seats: readonly string[];
}

const THINK_MS_MAX = 12;

/** Refusals that life at a counter brings, and what the booking is after them; all others are faults. */
const EXPECTED: Partial<Record<RefusalCode, BookingState | 'unchanged'>> = {
  SEAT_HELD: 'unchanged',
  SEAT_SOLD: 'unchanged',
  CABIN_FULL: 'unchanged',
  HOLD_EXTENDED: 'unchanged',
  HOLD_EXPIRED: 'EXPIRED',
  PAYMENT_DECLINED: 'HOLD',
};

/**
 * Somebody who sells: holds, extends, lets go, takes cash and cards, changes, cancels; one thing after the other. What a kill
 * left unanswered is asked again under the same request number before anything else, as the console does it.
 */
export class Agent {
  readonly #random: SeededRandom;
  readonly console: number;
  readonly #ledger: Ledger;
  readonly #flights: readonly SoldFlight[];
  #booking: BookingView | undefined;
  #quote: Output<'bookings.cancelQuote'> | Output<'bookings.changeQuote'> | undefined;
  #open: Sent | undefined;

  /** `console`: the number of the one where they sit. */
  constructor(random: SeededRandom, console: number, ledger: Ledger, flights: readonly SoldFlight[]) {
    this.#random = random;
    this.console = console;
    this.#ledger = ledger;
    this.#flights = flights;
  }

  /** Sells until told to stop; rejects with Unanswered when the hub goes away. */
  async sell(at: AskedConsole, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.#next(at);
      await wait(this.#random.below(THINK_MS_MAX));
    }
  }

  /** Asks again what has no answer. */
  async settle(at: AskedConsole): Promise<void> {
    if (!this.#open) return;
    this.#open.resent = true;
    await this.#ask(at, this.#open);
  }

  async #next(at: AskedConsole): Promise<void> {
    if (this.#open) return this.settle(at);
    const booking = this.#booking;
    const { bookingId = 0 } = booking ?? {};
    const chance = this.#random.below(10);
    if (booking?.state === 'HOLD') {
      if (chance < 1) return this.#send(at, 'holds.extend', { bookingId });
      if (chance < 4) return this.#send(at, 'holds.release', { bookingId });
      return this.#send(at, 'bookings.confirm', this.#sale(booking));
    }
    if (booking?.state === 'CONFIRMED' && this.#quote) {
      const { offerId, kind } = this.#quote;
      this.#quote = undefined;
      // Seats of one cabin cost alike on these flights, and who does not travel is given money back.
      if (kind === 'change') return this.#send(at, 'bookings.change', { bookingId, offerId, tenders: [] });
      return this.#send(at, 'bookings.cancel', { bookingId, offerId });
    }
    if (booking?.state === 'CONFIRMED' && chance < 3)
      return this.#send(at, 'bookings.changeQuote', { bookingId, change: this.#change(booking) });
    if (booking?.state === 'CONFIRMED' && chance < 6) return this.#send(at, 'bookings.cancelQuote', { bookingId });
    this.#booking = undefined;
    return this.#send(at, 'holds.place', this.#hold());
  }

  #hold(): Omit<Input<'holds.place'>, 'requestId'> {
    const flight = this.#random.pick(this.#flights);
    const from = this.#random.below(flight.seats.length - 3);
    const seats = flight.seats.slice(from, from + 1 + this.#random.below(3));
    return { legs: [{ flightId: flight.id, cabin: 'Y', seats }], passengers: seats.map(() => adult), exitRowConfirmed: false };
  }

  /** Another seat for the first passenger, or one of several does not travel. */
  #change({ party, legs }: BookingView): BookingChange {
    const [first] = party;
    const leg = legs[0];
    if (party.length > 1 && this.#random.below(2) === 0) return { kind: 'leave', passengers: [first?.passenger ?? 1] };
    const seats = this.#flights.find(({ id }) => id === leg?.flightId)?.seats ?? [];
    const free = seats.filter((seat) => !leg?.seats.includes(seat));
    const moved = [{ passenger: first?.passenger ?? 1, seat: this.#random.pick(free) }];
    return { kind: 'seats', segment: leg?.segment ?? 1, seats: moved, exitRowConfirmed: false };
  }

  #sale(hold: BookingView): Omit<Input<'bookings.confirm'>, 'requestId'> {
    const card = (amount: number, testCard: 'approve' | 'decline' | 'decline-once') =>
      ({ kind: 'card', amount, approvalCode: null, testCard }) as const;
    const half = Math.floor(hold.total / 2);
    const tenders = this.#random.pick([
      () => sale(hold).tenders,
      () => sale(hold).tenders,
      () => sale(hold).tenders,
      () => sale(hold).tenders,
      () => sale(hold).tenders,
      () => [card(hold.total, 'approve')],
      () => [card(half, 'approve'), card(hold.total - half, this.#random.pick(['approve', 'decline']))],
      () => [card(hold.total, 'decline-once')],
    ]);
    return sale(hold, { tenders: tenders() });
  }

  #send<Name extends SaleMethod>(at: AskedConsole, method: Name, input: Omit<Input<Name>, 'requestId'>): Promise<void> {
    const sent = {
      method,
      input: { requestId: this.#ledger.nextRequest(), ...input },
      console: this.console,
      resent: false,
    } as unknown as Sent;
    this.#ledger.sent.push(sent);
    this.#open = sent;
    return this.#ask(at, sent);
  }

  async #ask(at: AskedConsole, sent: Sent): Promise<void> {
    // A nervous finger: the same request twice at once has one answer.
    const twice = this.#random.below(8) === 0;
    const [reply, again] = await Promise.all([answerOf(at, sent), twice ? answerOf(at, sent) : undefined]);
    if (again && JSON.stringify(again) !== JSON.stringify(reply))
      this.#ledger.problems.push(`${sent.input.requestId} ${sent.method} has two answers: ${JSON.stringify([reply, again])}`);
    sent.reply = reply;
    this.#open = undefined;
    if (reply.ok) this.#accepted(sent, reply.value);
    else this.#refused(sent, reply.refusal.code);
  }

  #accepted(sent: Sent, value: Output<SaleMethod>): void {
    if ('offerId' in value) {
      this.#quote = value;
      return;
    }
    if (sent.method === 'holds.place' && this.#ledger.bookings.has(value.bookingId))
      this.#ledger.problems.push(`booking ${value.bookingId} was given to two holds`);
    this.#booking = value;
    this.#ledger.bookings.set(value.bookingId, { state: value.state, view: value });
  }

  #refused(sent: Sent, code: RefusalCode): void {
    // A kill took the answer of the terminal away. The start after it gave the payment up, and nobody learns whether the card was charged.
    const forgotten = code === 'PAYMENT_TIMED_OUT' && sent.resent;
    // A hub that stops in order charges no second card, and lets the hold go.
    const stopped = code === 'PAYMENT_STOPPED' && this.#ledger.stops > 0;
    const after = forgotten ? 'HOLD' : stopped ? 'PAYMENT_FAILED' : EXPECTED[code];
    if (after === undefined) this.#ledger.problems.push(`${sent.input.requestId} ${sent.method} was refused: ${code}`);
    const booking = this.#booking;
    if (sent.method === 'holds.place' || !booking || after === 'unchanged' || after === undefined) return;
    this.#ledger.bookings.set(booking.bookingId, { state: after, view: booking });
    // A hold whose tender failed is paid by another one, or let go.
    if (after !== 'HOLD') this.#booking = undefined;
  }
}

/** The hub's answer, however often the hub asks for patience. A command that it had no time for was not begun. */
export async function answerOf<Name extends SaleMethod>(at: AskedConsole, { method, input }: Sent<Name>): Promise<ReplyOf<Name>> {
  for (;;) {
    const reply = await at.call(method, input);
    if (reply.ok || !['TOO_MANY_CALLS', 'BUSY'].includes(reply.refusal.code)) return reply;
    await wait(200);
  }
}
