import { SEATS } from '../world.ts';
import type { FareOf, Leg, Model, ModelBooking } from './model.ts';

type Others = NonNullable<Leg['others']>;
type Sitting = readonly Pick<ModelBooking['party'][number], 'type'>[];

export const withOthers = (leg: Leg, others: Leg['others'], laps: Leg['laps']): Leg => {
  const { others: _others, laps: _laps, ...rest } = leg;
  return { ...rest, ...(others && others.length > 0 ? { others } : {}), ...(laps && laps.length > 0 ? { laps } : {}) };
};

/** The fare of a seat, at another place of its leg. */
export function otherLike(model: Model, other: Others[number], at: number): Others[number] {
  const moved = { ...other, at };
  const addedAt = model.addedAt.get(other);
  if (addedAt) model.addedAt.set(moved, addedAt);
  return moved;
}

/** A leg with other seats, each at what it costs by the policy under which it was sold. */
export function pricedAgain(model: Model, leg: Leg, seats: readonly string[], sitting: Sitting): Leg {
  const fareOf = model.soldAt.get(leg);
  if (!fareOf) return withOthers({ ...leg, seats: [...seats] }, undefined, leg.laps);
  const facts = SEATS[model.flight(leg.flightId).map] ?? {};
  const others = seats.flatMap((seat, at): Others[number][] => {
    const before = leg.others?.find((other) => other.at === at);
    const later = before && model.addedAt.get(before);
    const fare = (later ?? fareOf)(sitting[at]?.type ?? 'ADT', facts[seat]?.exit === true);
    if (later) return [added(model, { ...before, fare }, later)];
    return fare === fareOf('ADT', false) ? [] : [{ at, fare }];
  });
  const changed = withOthers({ ...leg, seats: [...seats] }, others, leg.laps);
  model.soldAt.set(changed, fareOf);
  return changed;
}

/** The fare of a seat that was added later. */
export function added(model: Model, other: Others[number], fareOf: FareOf): Others[number] {
  model.addedAt.set(other, fareOf);
  return other;
}
