import { isDeepStrictEqual } from 'node:util';
import { CLOSE_MS, SEATS } from '../world.ts';
import { refused } from './expected.ts';
import type { Leg, Model, ModelBooking, ModelName } from './model.ts';
import { type Asking, type ChangeOf, no, type Plan, type Standing } from './plan-change.ts';
import { underOf } from './refund-policies.ts';
import { namesRight } from './sale-checks.ts';
import { withOthers } from './seat-fares.ts';

/** A leg with other infants on laps. Its seats cost what they did. */
function legWith(model: Model, leg: Leg, laps: Leg['laps']): Leg {
  const made = withOthers(leg, leg.others, laps);
  const soldAt = model.soldAt.get(leg);
  if (soldAt) model.soldAt.set(made, soldAt);
  return made;
}

/** Infants come on the laps of adults who travel already, at what an infant on a lap pays now. */
export function planInfant(model: Model, booking: ModelBooking & Standing, { infants }: ChangeOf<'infant'>, asking: Asking): Plan {
  const { now, actor } = asking;
  const { party, legs, names } = booking;
  const flights = model.flown(legs);
  if (flights.some(({ cancelled }) => cancelled)) throw refused('FLIGHT_CANCELLED');
  if (flights.some(({ departs }) => departs <= now)) throw refused('CHANGE_REFUSED');
  if (actor.role !== 'supervisor' && flights.some(({ departs }) => departs - CLOSE_MS <= now)) throw refused('SALES_CLOSED');
  if (party.some(({ seatFrom }) => seatFrom)) throw no('an infant gets its seat on the way');
  const laps = new Set(infants.map(({ with: place }) => place ?? -1));
  const carries = (place: number): boolean => names.some(({ with: carrier }) => carrier === place);
  const taken = infants.map(({ with: place }) => place ?? -1).find(carries);
  if (taken !== undefined) throw refused('CHANGE_REFUSED', { problem: `passenger ${taken + 1} has an infant on the lap` });
  const holding = party.map((held, place) => (laps.has(place) ? { ...held, infant: true } : held));
  const comes = infants.map(
    ({ type, surname, given, birthDate, with: carrier }): ModelName => ({ type, surname, given, birthDate, with: carrier }),
  );
  namesRight({ party: holding, legs }, [...names, ...comes]);
  for (const { flightId, seats } of legs) {
    const map = SEATS[model.flight(flightId).map] ?? {};
    if (seats.some((seat, place) => laps.has(place) && map[seat]?.exit)) throw refused('EXIT_ROW_REFUSED');
  }
  let due = 0;
  const after = legs.map((leg, at) => {
    const flight = flights[at] as (typeof flights)[number];
    const { fareOf } = model.priced(flight, leg.cabin, now, false, 1);
    const fare = fareOf('INF', false);
    // Most policies ask nothing for who has no seat.
    if (fare === fareOf('ADT', false)) return leg;
    due += fare * infants.length;
    const under = underOf(model.refundPolicies.under(model.policies.of(flight, now).name));
    const own = isDeepStrictEqual(under, underOf(leg)) ? {} : { refund: under };
    return legWith(model, leg, [...(leg.laps ?? []), ...infants.map(({ with: place }) => ({ at: place ?? 0, fare, ...own }))]);
  });
  if (due > 0) model.met.push('infant pays');
  return { after: { party: holding, legs: after, names: [...names, ...comes] }, due };
}

/** Infants on these laps stay at home, and nobody else. */
export function withoutLaps(model: Model, { party, legs, names }: Standing, freed: readonly number[]): Standing {
  const places = new Set(party.flatMap(({ passenger }, place) => (freed.includes(passenger) ? [place] : [])));
  if (places.size === 0) return { party, legs, names };
  return {
    party: party.map((held, place) => (places.has(place) ? { ...held, infant: false } : held)),
    legs: legs.map((leg) =>
      legWith(
        model,
        leg,
        leg.laps?.filter(({ at }) => !places.has(at)),
      ),
    ),
    names: names.filter(({ with: carrier }) => carrier === null || !places.has(carrier)),
  };
}
