import type { Reference, SeatPlan } from '../../../main/reference/reference.ts';
import { connectionProblem } from '../../../main/rules/connections.ts';
import type { SeededRandom } from '../../../main/seeded-random.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { FLIGHT_COLUMNS, type FlightRow, flightName } from '../../../main/store/tables/flights-table.ts';
import { dateOfDay, HOUR_MS } from '../../../shared/instants.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import type { Cabin } from '../../../shared/seat-map.ts';

/** One cabin of a flight that is being filled, from its first seat on. */
export interface SoldCabin {
  readonly flight: FlightRow;
  /** What every booking says of this flight. */
  readonly leg: Omit<BookedLeg, 'segment' | 'cabin' | 'seats' | 'fare' | 'trace'>;
  readonly cabin: Cabin;
  readonly seats: readonly string[];
  readonly authorised: number;
  /** Seats from here on stay free, so that every flight can still be sold. */
  readonly room: number;
  /** The booking of each seat given out so far; 0 once its hold has ended. */
  readonly owners: number[];
  /** The segment of its booking that each of those seats is on. */
  readonly segments: number[];
  held: number;
  sold: number;
}

/** Seats given out on one flight in the mean; what a day some weeks ahead looks like. */
const SEATS_PER_FLIGHT = 40;
const SEATS_PER_BOOKING = 1.7;

/** The flights that people have booked, a fair sample of all, and who sits where. */
export class SoldFlights {
  readonly #random: SeededRandom;
  readonly #reference: Reference;
  /** Cabins that may have room. */
  readonly #open: SoldCabin[];
  readonly #byOrigin = new Map<string, SoldCabin[]>();
  readonly all: readonly SoldCabin[];

  constructor(db: SqliteDatabase, reference: Reference, random: SeededRandom, bookings: number) {
    this.#random = random;
    this.#reference = reference;
    const { flights } = db.query<{ flights: number }>('SELECT max(id) AS flights FROM flights').get() as { flights: number };
    const wanted = Math.ceil((bookings * SEATS_PER_BOOKING) / SEATS_PER_FLIGHT) + 20;
    const step = Math.max(1, Math.floor(flights / wanted));
    const rows = db.query<FlightRow>(`SELECT ${FLIGHT_COLUMNS} FROM flights WHERE id % ${step} = 0 ORDER BY id`).all() as FlightRow[];
    this.all = rows.flatMap((flight) => this.#cabinsOf(flight));
    this.#open = [...this.all];
    for (const cabin of this.all) {
      const from = this.#byOrigin.get(cabin.flight.origin);
      if (from) from.push(cabin);
      else this.#byOrigin.set(cabin.flight.origin, [cabin]);
    }
    for (const cabins of this.#byOrigin.values()) cabins.sort((a, b) => a.flight.departs_at - b.flight.departs_at);
  }

  #cabinsOf(flight: FlightRow): SoldCabin[] {
    const plan = this.#reference.seatPlan(flight.seat_map);
    if (!plan) return [];
    const leg = legOf(flight, this.#reference);
    const share = 0.2 + this.#random.next() * 0.75;
    return (Object.entries(plan.capacity) as [Cabin, number][]).map(([cabin, authorised]) => {
      const seats = sellableSeats(plan, cabin);
      return { flight, leg, cabin, seats, authorised, room: Math.floor(seats.length * share), owners: [], segments: [], held: 0, sold: 0 };
    });
  }

  /** One flight with room for a party, or two that connect. */
  legsFor(party: number): SoldCabin[] {
    for (;;) {
      const place = this.#random.below(this.#open.length);
      const first = this.#open[place];
      if (!first) throw new Error('the flights have no seats left: generate fewer bookings, or more flights');
      if (hasRoom(first, 1)) {
        if (!hasRoom(first, party)) continue;
        const next = this.#random.below(5) === 0 ? this.#connecting(first, party) : undefined;
        return next ? [first, next] : [first];
      }
      this.#open[place] = this.#open.at(-1) ?? first;
      this.#open.pop();
    }
  }

  #connecting(first: SoldCabin, party: number): SoldCabin | undefined {
    const from = this.#byOrigin.get(first.flight.destination) ?? [];
    let at = firstAfter(from, first.flight.arrives_at + HOUR_MS);
    for (const end = at + 30; at < end; at++) {
      const next = from[at];
      if (!next || next.flight.departs_at > first.flight.arrives_at + 5 * HOUR_MS) return undefined;
      if (next.cabin !== first.cabin || next.flight.destination === first.flight.origin || !hasRoom(next, party)) continue;
      if (!connectionProblem(first.flight, next.flight, this.#reference)) return next;
    }
    return undefined;
  }
}

const legOf = (flight: FlightRow, reference: Reference): SoldCabin['leg'] => ({
  flightId: flight.id,
  flight: flightName(flight),
  origin: flight.origin,
  destination: flight.destination,
  originZone: reference.airport(flight.origin)?.zone ?? '',
  destinationZone: reference.airport(flight.destination)?.zone ?? '',
  date: dateOfDay(flight.service_day),
  departsAt: flight.departs_at,
  arrivesAt: flight.arrives_at,
  equipment: flight.equipment,
});

const hasRoom = (cabin: SoldCabin, party: number): boolean => cabin.owners.length + party <= cabin.room;

function firstAfter(cabins: readonly SoldCabin[], at: number): number {
  let [low, high] = [0, cabins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cabins[middle]?.flight.departs_at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const seatLists = new Map<string, readonly string[]>();

function sellableSeats(plan: SeatPlan, cabin: Cabin): readonly string[] {
  const key = `${plan.map.id} ${cabin}`;
  let seats = seatLists.get(key);
  if (!seats) {
    seats = plan.seats.filter((seat) => seat.cabin === cabin && seat.sellable && !seat.exit).map(({ seat }) => seat);
    seatLists.set(key, seats);
  }
  return seats;
}
