import type { BookedLeg } from './methods/booking-view.ts';
import { type Minor, minor } from './money.ts';

type Fares = Pick<BookedLeg, 'seats' | 'fare' | 'trace' | 'others'>;

/** What the seat at a place of the leg costs, in minor units, and why. */
export const fareAt = (leg: Fares, at: number): Pick<BookedLeg, 'fare' | 'trace'> => leg.others?.find((other) => other.at === at) ?? leg;

/** What all seats of a leg cost, in minor units. */
export function legTotal({ seats, fare, others = [] }: Fares): Minor {
  return minor(fare * seats.length + others.reduce((sum, other) => sum + other.fare - fare, 0));
}

/** Seats of a leg that cost the same for the same reasons. */
export interface FareGroup {
  readonly seats: readonly string[];
  readonly fare: number;
  readonly trace: BookedLeg['trace'];
}

/** The seats of a leg by what they cost: first those that cost the leg's own fare. */
export function fareGroups(leg: Fares): FareGroup[] {
  const groups = new Map<string, { seats: string[]; fare: number; trace: BookedLeg['trace'] }>();
  for (const [at, seat] of leg.seats.entries()) {
    const { fare, trace } = fareAt(leg, at);
    const key = JSON.stringify([fare, trace]);
    const group = groups.get(key);
    if (group) group.seats.push(seat);
    else groups.set(key, { seats: [seat], fare, trace });
  }
  return [...groups.values()].sort((one, other) => Number(one.trace !== leg.trace) - Number(other.trace !== leg.trace));
}
