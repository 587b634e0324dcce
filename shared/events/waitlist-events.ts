import { z } from 'zod';
import { rowId } from '../method.ts';
import { overriding } from '../rule-overrides.ts';
import { cabinSchema } from '../seat-map.ts';

/** What happened to a party on a waitlist. No passenger data. */
const waitlistMoved = z.strictObject({
  entryId: rowId,
  /** Any of these flights would do. */
  flights: z.array(rowId),
  cabin: cabinSchema,
  /** The booking class that it waits for; left out for any. */
  bookingClass: z.string().optional(),
  passengers: z.int(),
  /** 0 normal, 1 high, 2 set by a supervisor. */
  priority: z.int(),
  /** The desk that took it and gets its offer. */
  desk: z.string(),
  /** The hold that was offered, on which of the flights; null before an offer. */
  hold: rowId.nullable(),
  flightId: rowId.nullable(),
  /** How it ended; empty until then. */
  why: z.string(),
});
export type WaitlistMoved = z.infer<typeof waitlistMoved>;

/** What happens to parties on waitlists. */
export const WAITLIST_EVENTS = {
  /** A party waits for seats of a cabin. */
  'waitlist.joined': waitlistMoved.extend(overriding),
  /** A supervisor gave it another priority. */
  'waitlist.moved': waitlistMoved,
  /** Its seats are held for it: the hold was told just before. */
  'waitlist.offered': waitlistMoved,
  /** It takes the seats that are offered, and is to pay next. */
  'waitlist.answered': waitlistMoved,
  /** The seats that were offered are sold. */
  'waitlist.cleared': waitlistMoved,
  /** It waits no more, without seats. */
  'waitlist.ended': waitlistMoved,
} as const;
