import type { Input } from '../../../shared/contract.ts';
import { attempt } from './attempt.ts';
import { blocksOn, isOver, passSeat, wayGiven } from './blocks.ts';
import { BOOKINGS } from './bookings.ts';
import type { Commands, Model, ModelCommand } from './model.ts';
import { sittingOn } from './sale-checks.ts';
import { endOverBlocks } from './turns.ts';

/**
 * Seats are held one after the other. So blocks of seats before the first whose block is over give way before that ends, and the seats are taken. Returns
 * the keys of their claims.
 */
function passBefore(model: Model, { legs, passengers, override }: Input<'holds.place'>, { now, actor }: ModelCommand): string[] {
  const taken: string[] = [];
  const party = passengers.map((held, at) => ({ passenger: at + 1, ...held }));
  for (const [at, { flightId, cabin, seats }] of legs.entries()) {
    if (typeof seats === 'string' || !model.flights.has(flightId)) break;
    const sitting = sittingOn(party, at + 1);
    for (const [place, seat] of seats.entries()) {
      if (blocksOn(model, flightId).some((block) => block.seat === seat && isOver(block, now))) return taken;
      const leg = { flightId, cabin, seats: [...seats] };
      const isOverridden = override !== undefined && actor.role === 'supervisor';
      if (isOverridden || wayGiven(model, leg, place, sitting) === 'sold') passSeat(model, leg, place, sitting);
      taken.push(`${flightId} ${seat}`);
    }
  }
  return taken;
}

/** An offer that a hold brings about is written before the hold, and numbered after it: bookings stand in the order of their numbers again. */
function orderBookings({ bookings }: Model): void {
  const ordered = [...bookings].sort(([a], [b]) => a - b);
  bookings.clear();
  for (const [id, booking] of ordered) bookings.set(id, booking);
}

/** A hold that names a seat whose block is over, before the hub has ended it: who waits for the seat is asked first. */
export const PLACE_ON_TIME: Commands = {
  'holds.place'(model, input: Input<'holds.place'>, command) {
    const place = BOOKINGS['holds.place'];
    if (!place) throw new Error('the model knows no hold');
    const { now } = command;
    const isNamed = ({ flightId, seats }: (typeof input.legs)[number]) =>
      typeof seats !== 'string' && blocksOn(model, flightId).some((block) => isOver(block, now) && seats.includes(block.seat));
    if (!input.legs.some((leg) => model.flights.has(leg.flightId) && isNamed(leg))) return place(model, input as never, command);
    model.met.push('a block is over');
    model.keptNumber = model.bookings.size + 1;
    try {
      return attempt(model, () => {
        const taken = passBefore(model, input, command).filter((key) => !model.claims.has(key));
        for (const key of taken) model.claims.set(key, model.bookings.size + 1);
        endOverBlocks(model, now);
        for (const key of taken) model.claims.delete(key);
        const held = place(model, input as never, command);
        orderBookings(model);
        return held;
      });
    } finally {
      model.keptNumber = undefined;
    }
  },
};
