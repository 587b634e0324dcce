import type { Input } from '../../../shared/contract.ts';
import { SEATS } from '../world.ts';
import { bestLeft } from './best-for.ts';
import { isFree, usableSeats } from './blocks.ts';
import { isSeat } from './claim-keys.ts';
import { refused } from './expected.ts';
import type { Commands, Leg, Model, ModelBooking } from './model.ts';
import { seatsLeft } from './open-left.ts';
import { PLACE_ON_TIME } from './place-on-time.ts';
import { PROMOTED, PROMOTED_MAX } from './policies.ts';
import { sittingOn } from './sale-checks.ts';

/** The seats of a leg if all of them are free, else the best ones for the party, by the rule that tests of its own prove. */
function seatsAgain(model: Model, { flightId, cabin, seats, segment }: Leg, party: ModelBooking['party']): readonly string[] {
  const { map } = model.flight(flightId);
  const facts = SEATS[map] ?? {};
  if (seats.every((seat) => facts[seat]?.cabin === cabin && facts[seat].sellable && isFree(model, flightId, seat))) return seats;
  return bestLeft(model, { flightId, cabin }, sittingOn(party, segment)) ?? seats;
}

/** The same. Who had no seat has none again, unless there are enough for who was above the seats. */
function seatsOrNone(model: Model, leg: Leg, party: ModelBooking['party']): readonly string[] | 'open' | 'over' {
  const { flightId, cabin, segment, seats } = leg;
  const none = seats.find((seat) => !isSeat(seat));
  if (none === undefined) return seatsAgain(model, leg, party);
  if (none === 'open') return none;
  const sitting = sittingOn(party, segment);
  const { held, sold } = model.counter(flightId, cabin);
  const room = Math.min(seatsLeft(model, { flightId, cabin }), usableSeats(model, flightId, cabin) - held - sold);
  return (sitting.length <= room ? bestLeft(model, { flightId, cabin }, sitting) : undefined) ?? 'over';
}

/** Whether the promotion is known on one of the flights, and there is enough left of it. */
function codeCounts(model: Model, legs: readonly { readonly flightId: number; readonly seats: readonly string[] }[], now: number): boolean {
  const known = legs.filter(({ flightId }) => model.policies.of(model.flight(flightId), now).name === PROMOTED);
  return known.length > 0 && model.promoted() + known.reduce((sum, { seats }) => sum + seats.length, 0) <= PROMOTED_MAX;
}

export const REVIVE: Commands = {
  'holds.revive'(model, { requestId, bookingId }: Input<'holds.revive'>, command) {
    const { state, party, legs } = model.booking(bookingId);
    if (state !== 'EXPIRED' && state !== 'PAYMENT_FAILED') throw refused('HOLD_NOT_LAPSED', { state });
    const { desk } = command.actor;
    const already = [...model.bookings.values()].find(
      (one) => one.state === 'HOLD' && one.desk === desk && model.revives.get(one.bookingId) === bookingId,
    );
    if (already) {
      model.met.push('running already');
      return already;
    }
    const again = legs.map((leg) => ({ leg, seats: seatsOrNone(model, leg, party) }));
    const passengers = party.map(({ passenger: _, ...held }) => held);
    const exitRowConfirmed = again.every(({ leg, seats }) => typeof seats === 'string' || seats === leg.seats);
    const wanted = again.map(({ leg: { flightId, cabin, back }, seats }) => ({ flightId, cabin, back, seats }));
    const promotion = legs.some(({ priced }) => priced) && codeCounts(model, legs, command.now) ? { promotion: 'WELCOME' } : {};
    const place = PLACE_ON_TIME['holds.place'];
    const minutes = model.minutesAsked.get(bookingId);
    const asked = { requestId, legs: wanted, passengers, exitRowConfirmed, minutes, ...promotion };
    const held = place?.(model, asked as never, command) as ModelBooking;
    model.revives.set(held.bookingId, bookingId);
    model.met.push(exitRowConfirmed ? 'same seats' : 'other seats');
    if (model.drafts.has(bookingId)) {
      const kept = { id: held.bookingId, desk: command.actor.desk, at: command.now };
      model.drafts.set(held.bookingId, kept);
      const typed = model.typed.get(bookingId);
      if (typed) model.typed.set(held.bookingId, typed);
    }
    return held;
  },
};
