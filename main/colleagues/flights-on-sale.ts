import type { JournalEvent } from '../../shared/events.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/instants.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { localDateAt } from '../queries/search/local-day.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { isSimulated } from '../training/simulated-desks.ts';
import type { Ask } from './simulated-console.ts';

const DAYS = 3;
const BOARDS_KEPT_MS = 5 * MINUTE_MS;
/**
 * So many of a hundred turns go to a flight that a person opened, held or sold lately, so that seats move where a trainee works; as many to the
 * next departures.
 */
const WATCHED_SHARE = 0.35;
const SOON_SHARE = 0.35;
const WATCHED_MAX = 6;
const SOON_FLIGHTS = 25;

export interface FlightChoice {
  readonly flightId: number;
  /** From the first cabin to the last. */
  readonly cabins: readonly Cabin[];
}

/** What simulated desks sell: departures of home, from the boards of three days, read again every five minutes; and wherever people work. */
export class FlightsOnSale {
  readonly #home: { readonly airport: string; readonly zone: string };
  readonly #random: SeededRandom;
  #flights: readonly FlightSummary[] = [];
  #readAt = -Infinity;
  /** Flights that people touched last, the newest last. Undefined: not read yet. */
  readonly #watched = new Map<number, FlightSummary | undefined>();

  constructor(home: { readonly airport: string; readonly zone: string }, random: SeededRandom) {
    this.#home = home;
    this.#random = random;
  }

  /** Must be called before a choice. */
  async read(ask: Ask, now: Instant): Promise<void> {
    for (const [flightId, known] of this.#watched) {
      if (known) continue;
      const map = await ask('flights.seatMap', { flightId });
      if (map.ok && !map.value.flight.cancelled) this.#watched.set(flightId, map.value.flight);
      else this.#watched.delete(flightId);
    }
    if (now - this.#readAt < BOARDS_KEPT_MS) return;
    this.#readAt = now;
    const { airport, zone } = this.#home;
    const flights: FlightSummary[] = [];
    for (let day = 0; day < DAYS; day++) {
      const board = await ask('flights.board', { from: airport, date: localDateAt(now + day * DAY_MS, zone) });
      if (board.ok) flights.push(...board.value.flights);
    }
    this.#flights = flights;
  }

  hear(events: readonly JournalEvent[]): void {
    for (const { data, desk } of events) {
      if (desk === '-' || isSimulated(desk) || !('legs' in data)) continue;
      for (const { flightId } of data.legs) this.watch(flightId);
    }
  }

  /** A person works at this flight. */
  watch(flightId: number): void {
    const known = this.#watched.get(flightId);
    this.#watched.delete(flightId);
    this.#watched.set(flightId, known);
    for (const [oldest] of this.#watched) if (this.#watched.size > WATCHED_MAX) this.#watched.delete(oldest);
  }

  /** `sellableUntil`: flights that leave before it are closed. */
  choose(sellableUntil: Instant): FlightChoice | undefined {
    const leavesLater = ({ departsAt }: FlightSummary) => departsAt > sellableUntil;
    const open = this.#flights.filter(leavesLater);
    const watched = [...this.#watched.values()].filter((flight) => flight !== undefined).filter(leavesLater);
    const drawn = this.#random.next();
    const from =
      drawn < WATCHED_SHARE && watched.length > 0 ? watched : drawn < WATCHED_SHARE + SOON_SHARE ? open.slice(0, SOON_FLIGHTS) : open;
    const flight = from.length > 0 ? this.#random.pick(from) : undefined;
    return flight && { flightId: flight.flightId, cabins: flight.cabins.map(({ cabin }) => cabin) };
  }
}
