import { z } from 'zod';
import { instantMs } from '../method.ts';
import { BLOCK_ENDS, blockCode } from '../seat-blocks.ts';

const by = { at: instantMs, user: z.string() };
const seats = { code: blockCode, seats: z.array(z.string()) };
const party = { name: z.string(), passengers: z.int().min(1) };

/**
 * What changed in what a cabin may sell, or in who has a seat in it. sold: without a seat, by a desk. displaced: another aircraft has not the seat.
 * `name`: the first of `passengers` of one booking.
 */
export const oversaleChange = z.discriminatedUnion('what', [
  z.strictObject({
    ...{ what: z.literal('authorised'), ...by, before: z.int(), after: z.int(), percent: z.int().nullable(), reason: z.string() },
  }),
  z.strictObject({ what: z.literal('blocked'), ...by, desk: z.string(), ...seats }),
  z.strictObject({ what: z.literal('unblocked'), ...by, ...seats, why: z.enum(BLOCK_ENDS), reason: z.string() }),
  z.strictObject({ what: z.literal('sold'), ...by, desk: z.string(), ...party }),
  z.strictObject({ what: z.literal('displaced'), ...by, desk: z.string(), ...party }),
]);
export type OversaleChange = z.infer<typeof oversaleChange>;
