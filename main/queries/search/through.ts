import { assert } from '../../../shared/assert.ts';
import type { Reference } from '../../reference/reference.ts';
import { type ConnectionTime, connectionTime } from '../../rules/connections.ts';
import type { ThroughPair } from '../../store/tables/through-numbers-table.ts';
import type { Change } from './best-itineraries.ts';
import { caught } from './caught.ts';
import type { LegFlights } from './leg-flights.ts';
import type { AirportPair, Stop } from './stops.ts';
import type { TakesItineraries } from './takes-itineraries.ts';
import type { ThroughPairs } from './through-pairs.ts';

/** One pair of airports of a search, with its stops and when a first flight may leave. */
export interface ThroughSide {
  readonly pair: AirportPair;
  readonly stops: readonly Stop[];
  readonly leaves: (departs: number) => boolean;
  readonly sameAirport: boolean;
}

/**
 * Two legs of one number with too little time between them to change planes, by their places in LegFlights, and the stops that they touch. `from`, `to`:
 * undefined at the ends of the way.
 */
interface Through {
  readonly first: number;
  readonly next: number;
  readonly firstId: number;
  readonly nextId: number;
  readonly from: Stop | undefined;
  readonly via: Stop;
  readonly to: Stop | undefined;
}

/**
 * Adds the itineraries in which passengers stay on board where the time is too short to change planes. All others are found as connections. So
 * this adds what those do not have, and nothing twice.
 */
export async function findThrough(
  reference: Reference,
  pairs: ThroughPairs,
  side: ThroughSide,
  legs: LegFlights,
  found: TakesItineraries,
  most: 1 | 2,
): Promise<void> {
  const { pair, stops, leaves } = side;
  const [origin, destination] = [pair.origin.code, pair.destination.code];
  const outward = most === 1 ? await pairs.between(origin, destination) : await pairs.from(origin);
  if (most === 1 && outward.length === 0) return;
  const stopAt = new Map(stops.map((stop) => [stop.airport.code, stop]));
  const known = (some: readonly ThroughPair[]): Through[] =>
    some.flatMap((one) => (legs.fits(one.carrier, one.equipment) ? throughOf(reference, pair, stopAt, legs, one) : []));
  const out = known(outward.filter(({ first_departs }) => leaves(first_departs)));
  for (const { first, next, via, to } of out) {
    if (!to && via.milesFromOrigin + via.milesToDestination <= pair.flownMilesMax) found.add([stay(via)], first, next);
  }
  if (most === 1) return;
  const home = known(await pairs.to(destination)).filter(({ from }) => from !== undefined);
  for (const one of out) if (one.to) addAfter(reference, side, legs, found, one, home);
  for (const one of home) addBefore(reference, side, legs, found, one);
}

/**
 * A pair as this search sees it; none when it lands where this search does not go, or leaves time to change planes. Fifteen of sixteen do, so they are
 * left out before anything is made of them.
 */
function throughOf(
  reference: Reference,
  { origin, destination }: AirportPair,
  stopAt: ReadonlyMap<string, Stop>,
  legs: LegFlights,
  one: ThroughPair,
): Through[] {
  const via = stopAt.get(one.via);
  const [from, to] = [stopAt.get(one.origin), stopAt.get(one.destination)];
  if (!via || (!from && one.origin !== origin.code) || (!to && one.destination !== destination.code)) return [];
  const time = connectionTime(reference, from?.airport ?? origin, via.airport, via.airport, to?.airport ?? destination);
  const wait = one.next_departs - one.first_arrives;
  if (!time || wait >= time.minimumMs) return [];
  const { carrier, equipment } = one;
  return [
    {
      first: legs.one(one.origin, one.via, {
        id: one.first_id,
        departs_at: one.first_departs,
        flown_ms: one.first_arrives - one.first_departs,
        base_fare: one.first_fare,
        carrier,
        equipment,
      }),
      next: legs.one(one.via, one.destination, {
        id: one.next_id,
        departs_at: one.next_departs,
        flown_ms: one.next_arrives - one.next_departs,
        base_fare: one.next_fare,
        carrier,
        equipment,
      }),
      firstId: one.first_id,
      nextId: one.next_id,
      from,
      via,
      to,
    },
  ];
}

/** Itineraries that begin with a short stay on board and go on by one more flight. */
function addAfter(
  reference: Reference,
  { pair, sameAirport }: ThroughSide,
  legs: LegFlights,
  found: TakesItineraries,
  { first, next, nextId, via, to }: Through,
  home: readonly Through[],
): void {
  assert(to, 'the second leg lands at a stop');
  const flown = via.milesFromOrigin + milesBetween(reference, via, to);
  for (const onward of home) {
    if (onward.firstId !== nextId || flown + to.milesToDestination > pair.flownMilesMax) continue;
    found.add([stay(via), stay(to)], first, next, onward.next);
  }
  for (const last of sameAirport ? [to] : to.city) {
    if (last === via || flown + last.milesToDestination > pair.flownMilesMax) continue;
    const time = connectionTime(reference, via.airport, to.airport, last.airport, pair.destination);
    if (!time) continue;
    const changes = [stay(via), changeAt(to, last, time)];
    const thirds = caught(legs, next, last.lasts, time);
    for (let third = thirds.from; third < thirds.until; third++) found.add(changes, first, next, third);
  }
}

/** Itineraries that end with a short stay on board, and reach it by a flight that leaves time to change. */
function addBefore(
  reference: Reference,
  { pair, stops, sameAirport }: ThroughSide,
  legs: LegFlights,
  found: TakesItineraries,
  { first, next, from, via }: Through,
): void {
  assert(from, 'the first leg leaves from a stop');
  const flown = milesBetween(reference, from, via) + via.milesToDestination;
  for (const stop of sameAirport ? [from] : stops.filter((each) => each.city === from.city)) {
    if (stop === via || stop.milesFromOrigin + flown > pair.flownMilesMax) continue;
    const time = connectionTime(reference, pair.origin, stop.airport, from.airport, via.airport);
    if (!time) continue;
    const changes = [changeAt(stop, from, time), stay(via)];
    for (let before = stop.firsts.from; before < stop.firsts.until; before++) {
      const wait = legs.departs(first) - legs.arrives(before);
      if (wait >= time.minimumMs && wait <= time.layoverMsMax) found.add(changes, before, first, next);
    }
  }
}

const milesBetween = (reference: Reference, one: Stop, other: Stop): number => reference.miles(one.airport, other.airport) ?? 0;

const stay = ({ airport }: Stop): Change => ({ arrivesAt: airport, departsAt: airport, minimumMinutes: 0 });

const changeAt = (arrives: Stop, leaves: Stop, { minimumMinutes }: ConnectionTime): Change => ({
  arrivesAt: arrives.airport,
  departsAt: leaves.airport,
  minimumMinutes,
});
