import type { BookedLeg } from './methods/booking-view.ts';
import { type Minor, minor } from './money.ts';

type Fares = Pick<BookedLeg, 'seats' | 'fare' | 'trace' | 'others' | 'laps'>;

/** What the seat at a place of the leg costs, in minor units, and why. */
export const fareAt = (leg: Fares, at: number): Pick<BookedLeg, 'fare' | 'trace'> => leg.others?.find((other) => other.at === at) ?? leg;

/** What an infant on the lap of who has the seat at a place pays, in minor units. */
export const lapFareAt = ({ laps = [] }: Fares, at: number): number => laps.find((lap) => lap.at === at)?.fare ?? 0;

/** What all seats of a leg and the infants on laps cost, in minor units. */
export function legTotal({ seats, fare, others = [], laps = [] }: Fares): Minor {
  const onLaps = laps.reduce((sum, lap) => sum + lap.fare, 0);
  return minor(fare * seats.length + others.reduce((sum, other) => sum + other.fare - fare, onLaps));
}

/** Seats of a leg that cost the same for the same reasons. An infant on a lap stands there as `20A infant`. */
export interface FareGroup {
  readonly seats: readonly string[];
  readonly fare: number;
  readonly trace: BookedLeg['trace'];
}

/** The seats of a leg by what they cost: first those that cost the leg's own fare. */
export function fareGroups(leg: Fares): FareGroup[] {
  const groups = new Map<string, { seats: string[]; fare: number; trace: BookedLeg['trace'] }>();
  const sitting = leg.seats.map((seat, at) => ({ seat, ...fareAt(leg, at) }));
  const onLaps = (leg.laps ?? []).map(({ at, fare, trace }) => ({ seat: `${leg.seats[at] ?? ''} infant`, fare, trace }));
  for (const { seat, fare, trace } of [...sitting, ...onLaps]) {
    const key = JSON.stringify([fare, trace]);
    const group = groups.get(key);
    if (group) group.seats.push(seat);
    else groups.set(key, { seats: [seat], fare, trace });
  }
  return [...groups.values()].sort((one, other) => Number(one.trace !== leg.trace) - Number(other.trace !== leg.trace));
}
