import { DAY_MS } from '../../../shared/instants.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { carriedFares, lessened } from './carried-fares.ts';
import { refused } from './expected.ts';
import { isLessened, type LegMeaning, legMeanings } from './leg-meaning.ts';
import type { Leg, Model, ModelBooking, ModelFlight } from './model.ts';
import { no, type Standing } from './plan-change.ts';
import { sittingOn } from './sale-checks.ts';

/** What the carrier did, from the worst on. */
const WORST = ['cancelled', 'missed', 'connection', 'movedFar', 'seatGone', 'otherDestination', 'moved'] as const;
export type Done = (typeof WORST)[number];
export const worstOf = (kinds: readonly LegMeaning['kind'][]): Done | undefined => WORST.find((kind) => kinds.includes(kind));

/** Flights instead of some segments of a booking. */
export interface WayAsked {
  readonly replaces: readonly number[];
  readonly flights: readonly { readonly flightId: number; readonly cabin: Cabin; readonly seats: readonly string[] }[];
  readonly given: Done;
}

/** What the schedule says of a flight now, as a leg has it. */
const scheduled = ({ id: flightId, destination, departs: departsAt, arrives: arrivesAt, equipment, day }: ModelFlight) => ({
  ...{ flightId, destination, departsAt, arrivesAt, equipment },
  date: new Date(day * DAY_MS).toISOString().slice(0, 10),
});

/** A booking with other flights instead of some that it has. The others stay, and nothing is to be paid. */
export function planWay(model: Model, { party, legs, names }: ModelBooking & Standing, { replaces, flights, given }: WayAsked): Standing {
  const old = legs.filter(({ segment }) => replaces.includes(segment));
  if (old.length < replaces.length) throw refused('CHANGE_REFUSED');
  const last = Math.max(...legs.map(({ segment }) => segment));
  const back = old.every((leg) => leg.back) ? { back: true as const } : {};
  const instead = flights.map(({ flightId, seats }) => ({ flight: model.flight(flightId), seats }));
  const fares = carriedFares(model, old, instead, sittingOn(party, last));
  const added = flights.map(({ flightId, cabin, seats }, at): Leg => {
    const { like, ...fare } = fares[at] ?? { fare: 0 };
    const leg = { segment: last + 1 + at, ...scheduled(model.flight(flightId)), cabin, ...back, seats: [...seats], ...fare, given };
    const fareOf = like && model.soldAt.get(like);
    if (fareOf) model.soldAt.set(leg, fareOf);
    return leg;
  });
  const kept = legs.filter((leg) => !old.includes(leg));
  return { party, names, legs: [...kept, ...added].sort((a, b) => a.departsAt - b.departsAt) };
}

/** The flights of a booking as they are scheduled now, where they can still be flown by all of its passengers. */
export function planAsItIs(model: Model, booking: ModelBooking & Standing): { readonly after: Standing; readonly given: Done } {
  const { party, legs, names } = booking;
  const kinds = legMeanings(model, booking).map(({ kind }) => kind);
  const cannot = (kind: LegMeaning['kind'], at: number): boolean =>
    ['cancelled', 'missed', 'connection'].includes(kind) || (kind === 'seatGone' && legs[at]?.seats.includes('over') === true);
  if (kinds.some(cannot)) throw refused('CHANGE_REFUSED');
  const given = worstOf(kinds);
  if (!given) throw no('its flights are as they were sold');
  const after = legs.map((leg, at): Leg => {
    const kind = kinds[at] ?? 'none';
    if (kind === 'none') return leg;
    const flight = model.flight(leg.flightId);
    const sitting = sittingOn(party, leg.segment);
    const less = isLessened(model, leg, sitting) ? lessened(model, leg, leg.seats, flight.map, sitting) : leg;
    const made = { ...less, ...scheduled(flight), given: kind };
    const fareOf = model.soldAt.get(leg);
    if (fareOf) model.soldAt.set(made, fareOf);
    return made;
  });
  return { after: { party, names, legs: after }, given };
}
