import { assert } from '../../../shared/assert.ts';
import type { Instant } from '../../../shared/instants.ts';
import type { WaitReason } from '../../../shared/methods/waitlist.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { SeatedPassenger } from '../../rules/seat-choice.ts';
import { takenSeats } from '../../store/tables/claims-table.ts';
import { readCloseRules } from '../../store/tables/close-rules.ts';
import { type CabinCounter, cabinCounters, type FlightRow, flightById, flightName } from '../../store/tables/flights-table.ts';
import { readSetting } from '../../store/tables/settings-table.ts';
import type { WaitRow } from '../../store/tables/wait-row.ts';
import { cabinSeats } from '../../views/cabin-seats.ts';
import { classLeft } from '../../views/class-left.ts';
import { cabinPrice, pricingNow } from '../../views/flight-view.ts';
import { type ListNow, listNow, offersEndAt, whyNoSeats } from '../../views/list-now.ts';
import type { PricingNow } from '../../views/price-question.ts';
import { cabinTaken, flightTaken } from '../../views/price-question.ts';
import type { QueryContext } from '../query.ts';

/** The list of a cabin as it stands, with what an offer would be decided by. */
export interface ReadList {
  readonly list: ListNow;
  readonly counters: readonly CabinCounter[];
  readonly offersEnd: Instant;
  readonly pricing: PricingNow;
}

export async function readList(context: QueryContext, flight: FlightRow, cabin: Cabin): Promise<ReadList> {
  const { db, reference } = context;
  const plan = reference.seatPlan(flight.seat_map);
  assert(plan, `flight ${flight.id} flies with a seat map that this Aisle does not know`);
  const counters = await cabinCounters(db, flight.id);
  const offersEnd = offersEndAt(flight, await readSetting(db, 'offerCutOffMinutes'), await readCloseRules(db));
  const { usable } = await cabinSeats(db, flight.id, plan, cabin);
  const list = listNow({ flight, plan, cabin, usable }, await takenSeats(db, flight.id, 0), counters);
  return { list, counters, offersEnd, pricing: await pricingNow(context) };
}

const takenOf = ({ list: { plan, cabin }, counters }: ReadList) => ({
  ofCabin: cabinTaken(counters, cabin, plan.capacity[cabin] ?? 0),
  ofFlight: flightTaken(counters, plan),
});

/** What an adult pays in a party of so many, before this party is counted. Minor units. */
export function fareOfList(read: ReadList, party: number): number {
  const { flight, cabin } = read.list;
  return cabinPrice(flight, cabin, takenOf(read), { ...read.pricing, party });
}

/** Why the booking class that a party waits for is not open for it; undefined when it is, or when any class will do. */
function whyNoClass(read: ReadList, code: string | null, party: number): WaitReason | undefined {
  if (code === null) return undefined;
  const one = classLeft(read.pricing, read.list.flight, read.list.cabin, takenOf(read), code);
  if (one && one.left >= party) return undefined;
  return { kind: 'class', code, left: one?.left ?? null, byHand: one?.byHand === 'closed', party };
}

/** The first reason why a party is not served. */
export function whyWaits(read: ReadList, row: WaitRow, now: Instant): WaitReason {
  if (row.state === 'OFFERED') return { kind: 'offered' };
  const party = JSON.parse(row.party) as readonly SeatedPassenger[];
  const seats = whyNoSeats(read.list, party, read.offersEnd, now);
  if (seats) return seats;
  const closed = whyNoClass(read, row.booking_class, party.length);
  if (closed) return closed;
  if (row.fare_limit === null) return { kind: 'fits' };
  const fare = fareOfList(read, party.length);
  return fare > row.fare_limit ? { kind: 'fare', fare, limit: row.fare_limit } : { kind: 'fits' };
}

/** A flight as lists name it. */
export function waitFlight({ reference }: Pick<QueryContext, 'reference'>, row: FlightRow) {
  const { id, origin, destination, departs_at } = row;
  const zone = reference.airportAt(origin, departs_at)?.zone;
  assert(zone, `flight ${id} leaves from a place that this Aisle does not know`);
  return { flightId: id, flight: flightName(row), origin, destination, originZone: zone, departsAt: departs_at };
}

export async function waitFlightById(context: QueryContext, flightId: number) {
  const row = await flightById(context.db, flightId);
  assert(row, `flight ${flightId} has a waitlist and is not in the schedule`);
  return waitFlight(context, row);
}
