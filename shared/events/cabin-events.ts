import { z } from 'zod';
import { instantMs, rowId } from '../method.ts';
import { overriding } from '../rule-overrides.ts';
import { BLOCK_ENDS, blockCode } from '../seat-blocks.ts';
import { cabinSchema } from '../seat-map.ts';
import { seatsMoved } from './seats-moved.ts';

/** Seats of a cabin that were blocked or freed, and its counters as they stand. */
const seatsBlocked = seatsMoved.extend({ code: blockCode });

/** What happens to the seats of a cabin, whoever sits there. */
export const CABIN_EVENTS = {
  /** How many seats of a cabin may be sold, with its counters as they stand. The reason is kept apart, because a person types it. */
  'cabin.authorised': z.strictObject({
    flightId: rowId,
    cabin: cabinSchema,
    before: z.int(),
    /** Given where it was decided as a percentage of the seats. */
    percent: z.int().optional(),
    authorised: z.int(),
    held: z.int(),
    sold: z.int(),
  }),
  /** Seats were taken from sale. The remark is kept apart, because a person types it. `until`: when it ends by itself, or null. */
  'seats.blocked': seatsBlocked.extend({ until: instantMs.nullable() }),
  /** Blocks of seats ended. `free`: those of the seats that have no other block. `why`: freed, time, sold or aircraft. */
  'seats.unblocked': seatsBlocked.extend({ free: z.array(z.string()), why: z.enum(BLOCK_ENDS), ...overriding }),
} as const;
