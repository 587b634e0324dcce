import { z } from 'zod';
import { rowId } from '../method.ts';
import { cabinSchema } from '../seat-map.ts';

/** The counters of one cabin as they stand after an event, and the seats that it moved or kept. */
export const seatsMoved = z.strictObject({
  flightId: rowId,
  cabin: cabinSchema,
  seats: z.array(z.string()),
  authorised: z.int(),
  held: z.int(),
  sold: z.int(),
});
export type SeatsMoved = z.infer<typeof seatsMoved>;
