import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { type DeskState, wayTaken } from './desk-store.ts';
import type { Standing } from './selection.ts';

type Worked = Pick<DeskState, 'kept' | 'conflicts' | 'accepted'>;

/** How a booking stands at this desk now. Its flights as they are now, and money back, need no seats, so they do not lapse. */
export function standingOf({ kept, conflicts, accepted }: Worked, { bookingId, done }: ChangedBooking, now: number): Standing {
  if (accepted.has(bookingId)) return 'done';
  if (conflicts.has(bookingId)) return 'conflict';
  const ours = kept.get(bookingId);
  if (!ours) return done ? 'done' : 'unasked';
  if (ours.take === 'now' || ours.take === 'money') return 'kept';
  const way = wayTaken(ours);
  if (!way) return ours.outcome === 'settled' ? 'done' : 'none';
  return way.expiresAt > now ? 'kept' : 'lapsed';
}
