import { changedAt } from './changed-at.ts';
import { legMeanings } from './leg-meaning.ts';
import type { Model, ModelBooking } from './model.ts';
import { stillMatters } from './still-matters.ts';
import { withoutThem } from './without-them.ts';

/** A booking that waits for another way: since when, and when the first flight that was changed leaves. Undefined: nothing is to do. */
export function carrierChanged(
  model: Model,
  booking: ModelBooking,
  now: number,
): { readonly since: number; readonly due: number } | undefined {
  const { legs } = booking;
  const since = Math.max(0, ...legs.map(({ flightId }) => changedAt(model, flightId, now)));
  if (since === 0) return undefined;
  const without = withoutThem(model, legs, 'anybody');
  const kinds = legMeanings(model, booking).map(({ kind }) => kind);
  const changes = legs.map((leg, at) => ({
    kind: kinds[at] ?? 'none',
    departs: model.flight(leg.flightId).departs,
    without: without.has(leg),
  }));
  const ahead = changes.filter((change) => change.kind !== 'none' && stillMatters(change, now));
  if (ahead.every(({ kind }) => kind === 'moved')) return undefined;
  return { since, due: ahead[0]?.departs ?? 0 };
}
