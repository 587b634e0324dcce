import { z } from 'zod';
import { LEG_CHANGES } from '../leg-change.ts';
import { instantMs, placeCode, rowId } from '../method.ts';

/** A booking or hold that a change of the schedule touches, with the worst that it would mean for one of its legs, and that leg. */
export const touchedBooking = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  /** It is not sold yet. */
  held: z.boolean(),
  passengers: z.int(),
  flight: z.string(),
  origin: placeCode,
  originZone: z.string(),
  /** As sold, and as it would be scheduled. */
  departsAt: instantMs,
  leavesAt: instantMs,
  /** By which the new departure is told, and ends whose time zone was corrected since it was sold. */
  leavesZone: z.string(),
  rezoned: z.array(placeCode).optional(),
  destination: placeCode,
  kind: z.enum(LEG_CHANGES),
  movedMinutes: z.int(),
});
export type TouchedBooking = z.infer<typeof touchedBooking>;

/** The worst first, at most TOUCHED_SHOWN_MAX; how many more are touched; how many of each meaning; and how many were not looked at. */
export const touchedBookings = z.strictObject({
  bookings: z.array(touchedBooking),
  more: z.int(),
  counts: z.array(z.strictObject({ kind: z.enum(LEG_CHANGES), bookings: z.int() })),
  unread: z.int(),
});
export type TouchedBookings = z.infer<typeof touchedBookings>;
