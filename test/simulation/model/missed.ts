import type { Input } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { CLOSE_MS } from '../world.ts';
import { refused } from './expected.ts';
import type { Commands, Leg } from './model.ts';
import { legLike, no } from './plan-change.ts';
import { giveWaysUp } from './ways.ts';

export const MISSED: Commands = {
  'bookings.missed'(model, { bookingId, segment, by }: Input<'bookings.missed'>, { now }) {
    const booking = model.booking(bookingId);
    const { state, legs, version, party, total, tenders, fees, desk } = booking;
    if (state !== 'CONFIRMED') throw refused('BOOKING_NOT_CONFIRMED');
    const leg = legs.find((one) => one.segment === segment);
    if (!leg) throw no('it has no such flight');
    if ((leg.missed ?? null) === by) throw refused('CHANGE_REFUSED');
    const { cancelled, departs } = model.flight(leg.flightId);
    if (by && cancelled) throw refused('FLIGHT_CANCELLED');
    // Nobody is taken on board any more, and it is not longer ago than two days.
    if (by && (now < departs - CLOSE_MS || now >= departs + 2 * DAY_MS)) throw refused('CHANGE_REFUSED');
    const { missed: _, ...rest } = leg;
    const said: Leg = legLike(model, leg, by ? { missed: by } : {});
    const fareOf = model.soldAt.get(leg);
    if (!by && fareOf) model.soldAt.set(rest, fareOf);
    const names = model.names.get(bookingId) ?? [];
    model.versions.push({ bookingId, version, party, legs, total, names, tenders: tenders.length });
    const after = { ...booking, version: version + 1, legs: legs.map((one) => (one === leg ? (by ? said : rest) : one)) };
    model.bookings.set(bookingId, after);
    model.queues.changed.set(leg.flightId, now);
    const told = legs.map(({ flightId, cabin, seats }) => ({ flightId, cabin, seats, ...model.counter(flightId, cabin) }));
    model.events.push(['booking.missed', bookingId, { bookingId, desk, amount: 0, price: total, fees, paid: 0, legs: told }]);
    // What was kept for it was found for what was said before.
    giveWaysUp(model, bookingId);
    model.met.push(by ? `by the ${by}` : 'taken back');
    return { ...after, passengers: names };
  },
};
