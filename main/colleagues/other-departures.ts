import { DAY_MS, dateOfDay, dayNumber } from '../../shared/instants.ts';
import type { InnerHub } from '../hub/hub.ts';
import { localDateAt, localDay } from '../queries/search/local-day.ts';
import type { UnsoldFlightRow } from '../queries/unsold-flights.ts';
import type { Reference } from '../reference/reference.ts';
import type { OtherDepartures as Kept } from '../store/tables/training-day.ts';
import { SAMPLE_DAYS } from '../training/sample-day.ts';
import type { FlightSeller } from './flight-seller.ts';

/**
 * Flights of other airports that are sold, of the days that are not over. They take some 450,000 bookings and 0.8 GB. All 50,000 flights would
 * take 5 GB, so those beyond stay empty.
 */
export const OTHER_FLIGHTS_MAX = 6_000;
/** Flights that are sold beside each other, so that the writer is never idle between two. */
const AT_ONCE = 3;

export interface OtherDeparturesOptions {
  readonly hub: Pick<InnerHub, 'now'>;
  readonly reference: Pick<Reference, 'airportOn'>;
  readonly seller: FlightSeller;
  readonly home: string;
  /** Keeps what is sold and what is to be sold. */
  readonly keep: (others: readonly Kept[]) => Promise<void>;
}

interface Asked {
  readonly airport: string;
  readonly date: string;
  /** The flight that somebody looks at: it goes first. */
  first: number | undefined;
}

interface Selling extends Asked {
  readonly flights: UnsoldFlightRow[];
}

const keyOf = ({ airport, date }: Pick<Asked, 'airport' | 'date'>) => `${airport} ${date}`;

/**
 * The departures of other airports, which are sold when a desk looks at them: an airport and a date at a time. Several of them take turns, the
 * next departure first, so that the top of each board fills at once. The plan is seeded by flight, so the order of asking changes nothing. Flights
 * that are closed by then stay empty, because nothing may be dated before the newest entry of the journal.
 */
export class OtherDepartures {
  readonly #options: OtherDeparturesOptions;
  readonly #known = new Set<string>();
  readonly #asked: Asked[] = [];
  #selling: Selling[] = [];
  #kept: readonly Kept[] = [];

  constructor(options: OtherDeparturesOptions) {
    this.#options = options;
  }

  /** What the store has kept. What was cut off is sold to its end. */
  begin(kept: readonly Kept[]): void {
    this.#kept = kept;
    for (const { airport, date, sold } of kept) {
      this.#known.add(keyOf({ airport, date }));
      if (!sold) this.#asked.push({ airport, date, first: undefined });
    }
  }

  /** Whether there is something to sell. */
  get waits(): boolean {
    return this.#asked.length > 0 || this.#selling.length > 0;
  }

  /** A desk looks at an airport's departures of a local date, or at one of these flights. */
  lookAt(airport: string, date: string, first?: number): void {
    const { hub, reference, home } = this.#options;
    const zone = reference.airportOn(airport, dayNumber(date))?.zone;
    if (zone === undefined || airport === home) return;
    const now = hub.now();
    if (date < localDateAt(now, zone) || date > localDateAt(now + (SAMPLE_DAYS - 1) * DAY_MS, zone)) return;
    const key = keyOf({ airport, date });
    if (!this.#known.has(key)) {
      this.#known.add(key);
      this.#asked.push({ airport, date, first });
    }
    if (first !== undefined) for (const one of [...this.#asked, ...this.#selling]) if (keyOf(one) === key) one.first = first;
  }

  /** Sells some flights of what waits. */
  async step(): Promise<void> {
    const asked = this.#asked.shift();
    if (asked) return this.#begin(asked);
    const { seller } = this.#options;
    const turn = this.#selling.slice(0, AT_ONCE);
    const done = await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, place) => {
        const one = turn[place % turn.length];
        const flight = one && nextOf(one);
        return flight === undefined || (await seller.sellOne(flight)) ? undefined : one;
      }),
    );
    if (seller.stopped) return;
    const refused = done.filter((one) => one !== undefined);
    // Whoever looks at them again asks anew.
    for (const one of refused) this.#known.delete(keyOf(one));
    const over = turn.filter((one) => one.flights.length === 0 && !refused.includes(one));
    const rest = this.#selling.filter((one) => !refused.includes(one) && !over.includes(one));
    this.#selling = [...rest.slice(AT_ONCE), ...rest.slice(0, AT_ONCE)];
    if (over.length > 0) await this.#keep(over.map((one) => keyOf(one)));
  }

  async #begin(asked: Asked): Promise<void> {
    const { hub, reference, seller, home } = this.#options;
    const { airport, date } = asked;
    const zone = reference.airportOn(airport, dayNumber(date))?.zone ?? '';
    const { from, until } = localDay(date, zone);
    const after = Math.max(hub.now(), from - 1);
    const flights = await seller.unsold({ which: 'from-other', home, airport, after, before: until });
    const yesterday = dateOfDay(Math.floor(hub.now() / DAY_MS) - 1);
    const others = this.#kept.filter((one) => one.date >= yesterday && keyOf(one) !== keyOf(asked));
    const sold = others.reduce((sum, one) => sum + one.flights, 0);
    if (flights.length === 0 || sold + flights.length > OTHER_FLIGHTS_MAX) return;
    this.#kept = [...others, { airport, date, flights: flights.length, sold: false }];
    await this.#options.keep(this.#kept);
    this.#selling.push({ ...asked, flights: [...flights] });
  }

  async #keep(soldNow: readonly string[]): Promise<void> {
    this.#kept = this.#kept.map((one) => (soldNow.includes(keyOf(one)) ? { ...one, sold: true } : one));
    await this.#options.keep(this.#kept);
  }
}

function nextOf(one: Selling): UnsoldFlightRow | undefined {
  const place = one.first === undefined ? -1 : one.flights.findIndex(({ id }) => id === one.first);
  one.first = undefined;
  return place > 0 ? one.flights.splice(place, 1)[0] : one.flights.shift();
}
