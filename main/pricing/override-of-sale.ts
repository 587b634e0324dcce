import { dayNumber } from '../../shared/instants.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { ClassOverride } from '../../shared/methods/class-overrides.ts';

/** A class that was closed or open by hand when a leg was priced. */
export interface HandOnLeg {
  readonly code: string;
  readonly decision: 'open' | 'closed';
}

/**
 * The decision by which a class was closed or open when a leg was priced, at `at`. A sale keeps letters and no numbers. So it is the newest
 * decision of then, and where that says otherwise (a price that was read out earlier is kept for its hold), the newest that says so. Undefined
 * where none does. `all`: in the order of their numbers.
 */
export function overrideOfSale(
  all: readonly ClassOverride[],
  leg: Pick<BookedLeg, 'flightId' | 'origin' | 'destination' | 'date' | 'cabin'>,
  { code, decision }: HandOnLeg,
  at: number,
): ClassOverride | undefined {
  const day = dayNumber(leg.date);
  const covers = ({ scope }: ClassOverride): boolean =>
    scope.kind === 'flight'
      ? scope.flightId === leg.flightId
      : scope.origin === leg.origin && scope.destination === leg.destination && dayNumber(scope.from) <= day && day <= dayNumber(scope.to);
  const about = all.filter((one) => one.at <= at && one.cabin === leg.cabin && one.code === code && covers(one));
  const newest = (kind: 'flight' | 'route') => about.findLast(({ scope }) => scope.kind === kind);
  const own = newest('flight');
  const counted = own && own.decision !== 'policy' ? own : newest('route');
  return counted?.decision === decision ? counted : about.findLast((one) => one.decision === decision);
}
