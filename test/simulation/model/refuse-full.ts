import type { UnnamedSeats } from '../../../shared/methods/holds.ts';
import { capacity } from '../world.ts';
import { usableSeats } from './blocks.ts';
import { isSeat } from './claim-keys.ts';
import { refused } from './expected.ts';
import type { Leg, Model } from './model.ts';
import { seatsLeft } from './open-left.ts';

/**
 * What the passengers of a leg have in the end: seats, or none yet. A cabin may not sell so many more, or has no seats for them: nobody is held above
 * the seats of an aircraft who did not ask for that. `unnamed`: what was said instead of seats.
 */
export function seatsHeld(
  model: Model,
  { flightId, cabin, seats }: Pick<Leg, 'flightId' | 'cabin' | 'seats'>,
  unnamed: UnnamedSeats | undefined,
): Leg['seats'] {
  const { authorised, held, sold } = model.counter(flightId, cabin);
  const taken = held + sold;
  const usable = usableSeats(model, flightId, cabin, seats);
  const full = () => {
    const more = Math.max(0, authorised - Math.max(taken, usable));
    const details = { flightId, cabin, free: Math.max(0, Math.min(authorised, usable) - taken) };
    return refused(more > 0 ? 'NO_SEAT_LEFT' : 'CABIN_FULL', more > 0 ? { ...details, over: more } : details);
  };
  const without = unnamed !== undefined && !seats.every(isSeat);
  if (without && unnamed === 'best') {
    const free = Math.min(authorised, usable) - taken;
    if (free < seats.length) throw full();
    model.met.push('seats left that nobody is given');
    throw refused('SEATS_TO_PICK', { flightId, cabin, free });
  }
  if (seats.length > capacity(model.flight(flightId).map, cabin) || taken + seats.length > authorised) throw full();
  const above = (without && seatsLeft(model, { flightId, cabin }) < seats.length) || taken + seats.length > usable;
  if (!above) return seats;
  if (unnamed !== 'over') throw full();
  model.met.push('above the seats');
  return seats.map(() => 'over');
}
