import { z } from 'zod';
import { instantMs, method, personText, requestId, rowId, seatText } from '../method.ts';
import { reasonText } from '../reason.ts';
import { blockCode } from '../seat-blocks.ts';
import { cabinSchema } from '../seat-map.ts';

/** `12-14 D`, as `readSeats` reads it. */
const what = personText(80).pipe(z.string().min(1));

/** What was done, and the counters of the cabin as they stand. */
const done = z.strictObject({
  flightId: rowId,
  cabin: cabinSchema,
  seats: z.array(seatText),
  authorised: z.int(),
  held: z.int(),
  sold: z.int(),
});

export const seatBlock = z.strictObject({
  seat: seatText,
  cabin: cabinSchema,
  code: blockCode,
  /** Typed by a person. */
  remark: z.string(),
  /** When it ends by itself; null: when the seat is repaired, or with the departure. */
  until: instantMs.nullable(),
  at: instantMs,
  user: z.string(),
  desk: z.string(),
});
export type SeatBlock = z.infer<typeof seatBlock>;

export const seatBlockMethods = {
  /** Blocks of a flight that stand: by seat, and of one seat the most severe first. */
  'seats.blocks': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightId: rowId }),
    output: z.strictObject({
      blocks: z.array(seatBlock),
      /** Seats that count as none. */
      notUsable: z.int(),
    }),
    refusals: ['FLIGHT_UNKNOWN'],
  }),
  /**
   * Takes seats from sale, all that are named or none. Seats that have such a block already stay as they are. A code that takes seats from what the
   * cabin may sell needs a supervisor.
   */
  'seats.block': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({
      requestId,
      flightId: rowId,
      what,
      /** For a column alone. */
      cabin: cabinSchema.nullable().default(null),
      code: blockCode,
      remark: personText(100).default(''),
      until: instantMs.nullable().default(null),
    }),
    output: done,
    refusals: [
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'FLIGHT_CHANGING',
      'BLOCK_ROLE',
      'BLOCK_SEATS',
      'BLOCK_UNTIL',
      'BLOCK_THERE',
      'BLOCK_TAKEN',
      'BLOCK_LEFT',
    ],
  }),
  /** Gives blocked seats back to sale: those who wait for them get them first. `code`: which block of theirs; null: all. */
  'seats.unblock': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({
      requestId,
      flightId: rowId,
      what,
      cabin: cabinSchema.nullable().default(null),
      code: blockCode.nullable().default(null),
      reason: reasonText,
    }),
    output: done,
    refusals: ['FLIGHT_UNKNOWN', 'FLIGHT_DEPARTED', 'BLOCK_SEATS', 'BLOCK_NONE', 'BLOCK_OVERRIDE'],
  }),
};
