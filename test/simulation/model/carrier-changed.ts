import { DAY_MS } from '../../../shared/instants.ts';
import { legMeanings } from './leg-meaning.ts';
import type { Model, ModelBooking } from './model.ts';

/** Who booked a flight that does not fly waits on after it was to leave. */
const STRANDED_MS = 2 * DAY_MS;

/** A booking that waits for another way: since when, and when the first flight that was changed leaves. Undefined: nothing is to do. */
export function carrierChanged(
  model: Model,
  booking: ModelBooking,
  now: number,
): { readonly since: number; readonly due: number } | undefined {
  const { legs } = booking;
  const since = Math.max(0, ...legs.map(({ flightId }) => model.queues.changed.get(flightId) ?? 0));
  if (since === 0) return undefined;
  const changes = legMeanings(model, booking).map(({ kind }, at) => ({ kind, departs: model.flight(legs[at]?.flightId ?? 0).departs }));
  const ahead = changes.filter(({ kind, departs }) => kind !== 'none' && departs + (kind === 'cancelled' ? STRANDED_MS : 0) > now);
  if (ahead.every(({ kind }) => kind === 'moved')) return undefined;
  return { since, due: ahead[0]?.departs ?? 0 };
}
