import type { SeededRandom } from '../../main/seeded-random.ts';
import { ITINERARIES_SHOWN_FIRST } from '../../shared/bounds.ts';
import type { Input } from '../../shared/contract.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { Topic } from '../../shared/topics.ts';
import { adult, sale } from '../main/support/test-hub.ts';
import type { Answer, LoadConsole } from './load-console.ts';

import type { Route, SoldFlight } from './load-store.ts';
import type { PromisedBookings } from './promised-bookings.ts';
import { topicsOfFrame } from './topics-of-frame.ts';

/** What of a hundred calls a counter makes; the rest are cancellations. */
const SEARCHES = 60;
const MAPS = 20;
const HOLDS = 10;
const CONFIRMATIONS = 7;
/** Of ten holds so many are for two. */
const PAIRS = 3;

/** How many flights the first itineraries of a search with so many stops have on average, on the sample day. The console follows each of them. */
const FLIGHTS_SHOWN = [6, 25, 26] as const;

export interface CounterWorkOptions {
  readonly console: LoadConsole;
  readonly desk: string;
  readonly random: SeededRandom;
  readonly routes: readonly Route[];
  readonly stops: 0 | 1 | 2;
  readonly promised: PromisedBookings;
}

/**
 * The work of one counter, a call at a time: looks for flights, looks at a seat map, holds seats that are free on it, takes cash for them, lets go or
 * cancels. What it cannot do yet it prepares: without a hold there is nothing to pay.
 */
export class CounterWork {
  readonly #options: CounterWorkOptions;
  #route: Route;
  #map: { readonly flight: SoldFlight; readonly answer: Answer<'flights.seatMap'> } | undefined;
  readonly #holds: BookingView[] = [];
  /** Their numbers alone: a thousand counters sell 100,000 bookings in a quarter of an hour. */
  readonly #sold: number[] = [];
  #offer: Pick<Input<'bookings.cancel'>, 'bookingId' | 'offerId'> | undefined;
  #requests = 0;
  /** Flights of the list behind the seat map. */
  #shown: readonly number[] = [];

  constructor(options: CounterWorkOptions) {
    this.#options = options;
    this.#route = options.random.pick(options.routes);
  }

  /** Makes one call; rejects when the hub is lost. */
  async next(): Promise<void> {
    const chance = this.#options.random.below(100);
    if (chance < SEARCHES) return this.#search();
    if (chance < SEARCHES + MAPS) return this.#look();
    if (chance < SEARCHES + MAPS + HOLDS) return this.#hold();
    if (chance < SEARCHES + MAPS + HOLDS + CONFIRMATIONS) return this.#confirm();
    return this.#cancel();
  }

  async #search(): Promise<void> {
    const { console, random, routes, stops } = this.#options;
    this.#route = random.pick(routes);
    const { from, to, date } = this.#route;
    const party = { adults: 1 + random.below(2), children: 0, cabin: null };
    const known = console.known;
    await console.askUntilTaken('flights.search', {
      from,
      to,
      date,
      leavesFrom: 0,
      leavesTo: 1_440,
      ...party,
      maxStops: stops,
      sort: 'price',
      most: ITINERARIES_SHOWN_FIRST,
    });
    this.#shown = this.#flightsShown();
    await this.#follow(known);
  }

  async #look(): Promise<void> {
    const flight = this.#options.random.pick(this.#route.flights);
    const { known } = this.#options.console;
    const answer = await this.#options.console.askUntilTaken('flights.seatMap', { flightId: flight.id });
    if (answer.ok) this.#map = { flight, answer };
    await this.#follow(known);
  }

  /** Tells the hub what is on the screen now. `after`: what was known when that was asked for. */
  #follow(after: number): Promise<void> {
    const { console, desk } = this.#options;
    const open = this.#map ? [this.#map.flight.id] : [];
    const flights = new Set([...this.#shown, ...open]);
    return console.follow([...topicsOfFrame(desk), ...[...flights].map((id): Topic => `flight:${id}`)], after);
  }

  /** The flights of the route, and as many others as connections there would bring on the screen. */
  #flightsShown(): readonly number[] {
    const { random, routes, stops } = this.#options;
    const shown = this.#route.flights.map(({ id }) => id);
    for (let at = random.below(routes.length); shown.length < FLIGHTS_SHOWN[stops]; at++)
      shown.push(...(routes[at % routes.length]?.flights ?? []).map(({ id }) => id));
    return shown;
  }

  async #hold(): Promise<void> {
    const { random } = this.#options;
    if (!this.#map) return this.#look();
    const { flight, answer } = this.#map;
    const reply = answer.reply();
    const taken = new Set(reply.ok ? reply.value.taken.map(({ seat }) => seat) : []);
    const free = flight.seats.filter((seat) => !taken.has(seat));
    const count = random.below(10) < PAIRS ? 2 : 1;
    const from = random.below(Math.max(1, free.length - count + 1));
    const seats = free.slice(from, from + count);
    this.#map = undefined;
    if (seats.length === 0) return this.#look();
    await this.#change('holds.place', {
      legs: [{ flightId: flight.id, cabin: 'Y', seats }],
      passengers: seats.map(() => adult),
      exitRowConfirmed: false,
    });
  }

  async #confirm(): Promise<void> {
    const hold = this.#holds.shift();
    if (!hold) return this.#hold();
    await this.#change('bookings.confirm', sale(hold));
  }

  /** In turn a hold that nobody wants any more, and a sold booking: what it would cost, then the cancellation. */
  async #cancel(): Promise<void> {
    const { console, random } = this.#options;
    if (this.#offer) {
      const offer = this.#offer;
      this.#offer = undefined;
      return this.#change('bookings.cancel', offer);
    }
    const letGo = random.below(2) === 0 ? this.#holds.shift() : undefined;
    if (letGo) return this.#change('holds.release', { bookingId: letGo.bookingId });
    const sold = this.#sold.shift();
    if (!sold) return this.#confirm();
    const answer = await console.askUntilTaken('bookings.cancelQuote', { requestId: this.#requestId(), bookingId: sold });
    const quote = answer.reply();
    if (quote.ok) this.#offer = { bookingId: sold, offerId: quote.value.offerId };
    else this.#sold.push(sold);
  }

  async #change<Name extends 'holds.place' | 'bookings.confirm' | 'holds.release' | 'bookings.cancel'>(
    method: Name,
    input: Omit<Input<Name>, 'requestId'>,
  ): Promise<void> {
    const { console, promised } = this.#options;
    const answer = await console.askUntilTaken(method, { requestId: this.#requestId(), ...input } as Input<Name>);
    const reply = answer.reply() as { ok: true; value: BookingView } | { ok: false; refusal: { code: RefusalCode } };
    if (!reply.ok) return;
    promised.keep(reply.value);
    if (reply.value.state === 'HOLD') this.#holds.push(reply.value);
    if (reply.value.state === 'CONFIRMED') this.#sold.push(reply.value.bookingId);
  }

  #requestId(): string {
    return `load-${this.#options.console.number}-${++this.#requests}`.padEnd(12, '-');
  }
}
