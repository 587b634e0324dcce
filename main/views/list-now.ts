import { type CloseRules, closesAt } from '../../shared/close-of-sales.ts';
import { type Instant, instant, isDue, MINUTE_MS } from '../../shared/instants.ts';
import type { WaitReason } from '../../shared/methods/waitlist.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { bestSeats, type SeatedPassenger } from '../rules/seat-choice.ts';
import { type CabinCounter, type FlightRow, mayStillHold } from '../store/tables/flights-table.ts';

/** What decides about the waitlist of a cabin at one moment. */
export interface ListNow {
  readonly flight: FlightRow;
  readonly plan: SeatPlan;
  readonly cabin: Cabin;
  /** Seats of the cabin that do not count as none. */
  readonly usable: number;
  /** Taken seats of the flight. */
  readonly taken: ReadonlySet<string>;
  /** Seats that nobody has, without exit rows and seats that cost extra. */
  readonly open: readonly string[];
  /** How many seats the cabin may still hold. */
  readonly mayHold: number;
  /** How many seats could be given now: of those that nobody has, as many as the cabin may hold. */
  readonly free: number;
}

/** From when on nothing is offered: the cut-off before departure, and never later than the close of sales. */
export function offersEndAt({ carrier, origin, departs_at }: FlightRow, cutOffMinutes: number, rules: CloseRules): Instant {
  return instant(Math.min(departs_at - cutOffMinutes * MINUTE_MS, closesAt(rules, carrier, origin, departs_at)));
}

/** By plan: each freed seat asks for them, and they never change. */
const given = new WeakMap<SeatPlan, Partial<Record<Cabin, readonly string[]>>>();

/** Seats of a cabin that are given to a waitlist: without exit rows and seats that cost extra. */
function givenSeats(plan: SeatPlan, cabin: Cabin): readonly string[] {
  const known = given.get(plan) ?? {};
  given.set(plan, known);
  known[cabin] ??= (plan.ofCabin.get(cabin) ?? [])
    .filter((seat) => seat.sellable && !seat.exit && !seat.codes.includes('CH'))
    .map(({ seat }) => seat);
  return known[cabin];
}

export function listNow(
  { flight, plan, cabin, usable }: Pick<ListNow, 'flight' | 'plan' | 'cabin' | 'usable'>,
  taken: ReadonlySet<string>,
  counters: readonly CabinCounter[],
): ListNow {
  const open = givenSeats(plan, cabin).filter((seat) => !taken.has(seat));
  const mayHold = mayStillHold(
    counters.find((counter) => counter.cabin === cabin),
    usable,
  );
  return { flight, plan, cabin, usable, taken, open, mayHold, free: Math.min(mayHold, open.length) };
}

/** The same list after these seats were given to a party. `counters`: of its cabin then. */
export function listAfter(list: ListNow, seats: readonly string[], counters: Omit<CabinCounter, 'cabin'>): ListNow {
  const open = list.open.filter((seat) => !seats.includes(seat));
  const mayHold = mayStillHold(counters, list.usable);
  return { ...list, open, mayHold, free: Math.min(mayHold, open.length) };
}

/** The best seats for a party of the list, in its order; undefined when it does not fit. */
export function seatsOfList(
  { plan, taken, open, mayHold, free, cabin }: ListNow,
  party: readonly SeatedPassenger[],
): readonly string[] | undefined {
  // A long list has many parties that are too large, and choosing seats is the dearest part of an offer.
  if (party.length > free) return undefined;
  // The seat that came free on a full flight, for one passenger: nothing is to be chosen.
  if (party.length === 1 && open.length === 1) return open;
  return bestSeats(plan, { taken, mayHold }, party, cabin)[0]?.seats;
}

/** How many seats could be had by who asks for them: exit rows and seats that cost extra are counted too. */
function freeOnRequest({ plan, cabin, taken, open, mayHold }: ListNow): number {
  const given = new Set(givenSeats(plan, cabin));
  const asked = (plan.ofCabin.get(cabin) ?? []).filter(({ sellable, seat }) => sellable && !given.has(seat) && !taken.has(seat));
  return Math.min(mayHold, open.length + asked.length);
}

/** The first reason why a party gets no seats now; undefined when only its fare limit could keep it from them. */
export function whyNoSeats(list: ListNow, party: readonly SeatedPassenger[], offersEnd: Instant, now: Instant): WaitReason | undefined {
  if (list.flight.cancelled === 1) return { kind: 'cancelled' };
  if (isDue(offersEnd, now)) return { kind: 'ended', at: offersEnd };
  const free = freeOnRequest(list);
  if (free === 0) return { kind: 'no-seat' };
  if (free < party.length) return { kind: 'too-few', party: party.length, free };
  return seatsOfList(list, party) ? undefined : { kind: 'no-fit' };
}
