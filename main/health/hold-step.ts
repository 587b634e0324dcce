import { effectOnBooking } from '../../shared/event-effects.ts';
import type { EventType } from '../../shared/events.ts';

/** What an event does to a hold. */
type HoldStep = 'placed' | 'sold' | 'expired' | 'released' | 'payment_failed' | 'merged';

const ENDS = { EXPIRED: 'expired', RELEASED: 'released', PAYMENT_FAILED: 'payment_failed', MERGED: 'merged' } as const;

/** What an event does to a hold, read from the table of effects; undefined: nothing. */
export function holdStep(type: EventType): HoldStep | undefined {
  const step = effectOnBooking(type)?.state;
  if (!step) return undefined;
  if (step.from === null) return step.to === 'HOLD' ? 'placed' : undefined;
  if (!step.from.includes('HOLD')) return undefined;
  return step.to === 'CONFIRMED' ? 'sold' : ENDS[step.to as keyof typeof ENDS];
}
