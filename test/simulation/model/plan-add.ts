import { isDeepStrictEqual } from 'node:util';
import { PARTY_MAX } from '../../../shared/bounds.ts';
import { own } from './bookings.ts';
import { refused } from './expected.ts';
import type { Leg, Model, ModelBooking, ModelName } from './model.ts';
import { type Asking, type ChangeOf, no, type Plan, type Standing } from './plan-change.ts';
import { priceOf } from './priced-leg.ts';
import { underOf } from './refund-policies.ts';
import { namesRight } from './sale-checks.ts';
import { added, withOthers } from './seat-fares.ts';

/** A leg with the seats of those who come, each at the fare of the hold. */
function joined(model: Model, leg: Leg, held: Leg): Leg {
  const before = leg.seats.length;
  const fareOf = model.soldAt.get(held) ?? (() => held.fare);
  const usual = fareOf('ADT', false);
  const later = (...asked: Parameters<typeof fareOf>): number => (fareOf(...asked) === usual ? held.fare : fareOf(...asked));
  const sameRefund = isDeepStrictEqual(underOf(held), underOf(leg));
  if (!sameRefund) model.met.push('another refund policy');
  const refund = sameRefund ? {} : { refund: underOf(held) };
  const others = held.seats.map((_, at) => {
    const fare = held.others?.find((other) => other.at === at)?.fare ?? held.fare;
    return added(model, { at: before + at, fare, ...refund }, later);
  });
  const laps = (held.laps ?? []).map((lap) => ({ ...lap, at: before + lap.at, ...refund }));
  const made = withOthers(
    { ...leg, seats: [...leg.seats, ...held.seats] },
    [...(leg.others ?? []), ...others],
    [...(leg.laps ?? []), ...laps],
  );
  const soldAt = model.soldAt.get(leg);
  if (soldAt) model.soldAt.set(made, soldAt);
  return made;
}

/** The passengers of a hold come to those of a booking, on all of its flights and in the same cabins. */
export function planAdd(model: Model, booking: ModelBooking & Standing, change: ChangeOf<'add'>, command: Asking): Plan {
  const { party, legs, names } = booking;
  const hold = own(model, change.hold, command);
  if (party.length + hold.party.length > PARTY_MAX) throw refused('GROUP');
  if (model.flown(legs).some(({ departs }) => departs <= command.now)) throw refused('CHANGE_REFUSED');
  if (hold.tenderFailedAt !== null) throw no('a card stands taken for the hold');
  if ([...party, ...hold.party].some(({ seatFrom }) => seatFrom)) throw no('an infant gets its seat on the way');
  const where = (all: readonly Leg[]): string => all.map(({ flightId, cabin }) => `${flightId} ${cabin}`).join();
  if (where(hold.legs) !== where(legs)) throw no('the seats are held on other flights or in another cabin');
  if (hold.legs.some(({ priced }) => priced)) throw no('the seats are held with a promotion');
  namesRight(hold, change.passengers);
  const comes = change.passengers.map(
    ({ type, surname, given, birthDate, with: carrier }): ModelName => ({
      ...{ type, surname, given, birthDate, with: carrier === null ? null : carrier + party.length },
    }),
  );
  const seated = hold.party.length;
  const last = Math.max(...party.map(({ passenger }) => passenger));
  const after: Standing = {
    party: [...party, ...hold.party.map((held, at) => ({ ...held, passenger: last + 1 + at }))],
    legs: legs.map((leg, at) => joined(model, leg, hold.legs[at] as Leg)),
    names: [...names.slice(0, party.length), ...comes.slice(0, seated), ...names.slice(party.length), ...comes.slice(seated)],
  };
  return { after, hold, due: priceOf(hold.legs) };
}
