import { z } from 'zod';
import { BOOKING_FLIGHTS_MAX, PARTY_MAX } from './bounds.ts';
import { ageOn } from './passengers.ts';

/** The age in whole years from which nobody travels on a lap. */
export const LAP_UNDER_YEARS = 2;

/**
 * An infant that turns 2 between two flights of one booking. It has a seat of its own from segment `segment` on (counted from 1). Before that it
 * is on the lap of the adult at place `with` of the party (counted from 0).
 *
 * Such infants stand last in the party, who sits earlier first. So seat n of every leg is that of passenger n, and a leg has as many seats as
 * passengers sit there.
 */
export const seatFrom = z.strictObject({
  segment: z.int().min(2).max(BOOKING_FLIGHTS_MAX),
  with: z
    .int()
    .min(0)
    .max(PARTY_MAX - 1),
});
export type SeatFrom = z.infer<typeof seatFrom>;

interface Held {
  readonly type: string;
  /** Carries an infant on the lap on every flight. */
  readonly infant: boolean;
  readonly seatFrom?: SeatFrom | undefined;
}

const isSeatedOn = ({ seatFrom: from }: Held, segment: number): boolean => from === undefined || from.segment <= segment;

/** Those of a party who have a seat on a segment (counted from 1), in the order of the party. Who carries an infant there is marked so. */
export function seatedOn<P extends Held>(party: readonly P[], segment: number): readonly P[] {
  if (party.every((held) => isSeatedOn(held, segment))) return party;
  const carriers = new Set(party.flatMap((held) => (held.seatFrom && !isSeatedOn(held, segment) ? [held.seatFrom.with] : [])));
  return party.map((held, place) => (carriers.has(place) ? { ...held, infant: true } : held)).filter((held) => isSeatedOn(held, segment));
}

/** What is wrong with the seats that begin later, in words; undefined when nothing is. `segments`: how many flights there are. */
export function laterSeatProblem(party: readonly Held[], segments: number): string | undefined {
  const later = party.flatMap(({ type, seatFrom: from }) => (from ? [{ type, ...from }] : []));
  if (later.some(({ type }) => type !== 'INS')) return 'give a later seat to somebody who is no infant';
  const [first] = later;
  if (!first) return undefined;
  if (later.some(({ segment }) => segment > segments)) return 'give a seat from a flight that there is not';
  const order = party.map((held) => held.seatFrom?.segment ?? 1);
  if (order.some((segment, place) => segment < (order[place - 1] ?? 1))) return 'do not name last who sits from a later flight on';
  if (later.some(({ with: place }) => party[place]?.type !== 'ADT' || party[place].infant)) return 'lack an adult with a free lap';
  return new Set(later.map(({ with: place }) => place)).size < later.length ? 'lack an adult with a free lap' : undefined;
}

/** The first of these legs on which somebody is 2 and may be on no lap; undefined when there is none. */
export const turnsTwoOn = <Leg extends { readonly date: string }>(birthDate: string, legs: readonly Leg[]): Leg | undefined =>
  legs.find(({ date }) => ageOn(birthDate, date) >= LAP_UNDER_YEARS);
