import { DAY_MS } from '../../shared/instants.ts';
import { momentOf } from '../reference/zone-time.ts';

/** The moments in which a change of an airport holds, in UTC milliseconds, and the first day on which it does not any more; null: for good. */
export interface DaysOfChange {
  readonly from: number;
  readonly until: number;
  readonly untilDay: number | null;
}

/** `others`: the changes that there are of the same airport. One of a later day ends this one. */
export function daysOfChange(
  { fromDay, zone }: { readonly fromDay: number; readonly zone: string },
  others: readonly { readonly fromDay: number; readonly zone: string }[],
): DaysOfChange {
  const next = others.filter((other) => other.fromDay > fromDay).sort((a, b) => a.fromDay - b.fromDay)[0];
  return {
    from: momentOf(zone, fromDay * DAY_MS).at,
    until: next ? momentOf(next.zone, next.fromDay * DAY_MS).at : Number.MAX_SAFE_INTEGER,
    untilDay: next?.fromDay ?? null,
  };
}
