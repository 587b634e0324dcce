import type { ScheduledLeg } from '../../store/tables/legs-of-number.ts';
import { routeWords } from './leg-words.ts';

interface Flown {
  readonly origin: string;
  readonly destination: string;
  readonly departs_at: number;
  readonly arrives_at: number;
}

const overlap = (one: Flown, other: Flown): boolean => one.departs_at < other.arrives_at && other.departs_at < one.arrives_at;

/**
 * Why a leg cannot be flown at new times beside the other legs of its number on the same day; undefined when it can. One aircraft flies on from where it
 * landed: a leg that begins where this one ends leaves after it has arrived, and the other way round. `before`: the leg as it is, whose place is kept.
 */
export function legOrderProblem(leg: Flown, before: Flown | undefined, others: readonly ScheduledLeg[]): string | undefined {
  for (const other of others) {
    if (other.cancelled === 1) continue;
    const goesOn = other.origin === leg.destination;
    const comesIn = other.destination === leg.origin;
    if (!goesOn && !comesIn) continue;
    const words = routeWords(other);
    if (before && goesOn && before.arrives_at <= other.departs_at && leg.arrives_at > other.departs_at)
      return `${words} would leave before ${routeWords(leg)} has landed`;
    if (before && comesIn && other.arrives_at <= before.departs_at && other.arrives_at > leg.departs_at)
      return `${routeWords(leg)} would leave before ${words} has landed`;
    if (!before && overlap(leg, other)) return `${words} is in the air at the same time`;
  }
  return undefined;
}
