import { z } from 'zod';
import { AUTHORISED_PERCENT_MAX } from '../bounds.ts';
import { amountMinor, instantMs, method, requestId, rowId } from '../method.ts';
import { reasonText } from '../reason.ts';
import { cabinSchema } from '../seat-map.ts';

/** What is taken for granted of a cabin. Amounts in minor units of the flight's currency. */
const assumed = z.strictObject({
  /** Of a thousand who are sold a seat, how many turn up. */
  showPerMille: z.int().min(1).max(1_000),
  fare: amountMinor,
  /** How much of the fare goes back to whoever does not turn up. */
  refundPercent: z.int().min(0).max(100),
  /** How many would give up their seat, what each of them costs, and what a passenger costs who is left behind. */
  volunteers: z.int().min(0).max(50),
  volunteerCost: amountMinor,
  deniedCost: amountMinor,
  /** On how many flights of a thousand more may turn up than there are seats. */
  riskPerMille: z.int().min(0).max(1_000),
});
export type OverbookingAssumed = z.infer<typeof assumed>;

/** What is expected if so many seats are authorised and all of them are sold. Passengers are means, with parts. */
const expected = z.strictObject({
  authorised: z.int(),
  /** The chance, from 0 to 1, that more turn up than there are seats. */
  risk: z.number(),
  volunteers: z.number(),
  denied: z.number(),
  empty: z.number(),
  /** What volunteers and denied boarding cost, and fares less refunds and that cost. Minor units. */
  cost: z.int(),
  net: z.int(),
});
export type OverbookingExpected = z.infer<typeof expected>;

export const overbookingMethods = {
  /**
   * How many seats of a cabin to authorise. What is not given is taken from OVERBOOKING_DEFAULTS, and the fare is what an adult pays now. It
   * advises: `pricing.authorise` decides.
   */
  'pricing.overbookingAdvice': method({
    kind: 'query',
    access: 'agent',
    input: z
      .strictObject({ flightId: rowId, cabin: cabinSchema, ...assumed.partial().shape })
      .refine(({ volunteerCost, deniedCost }) => volunteerCost === undefined || deniedCost === undefined || volunteerCost <= deniedCost, {
        path: ['deniedCost'],
        message: 'is less than a volunteer costs',
      }),
    output: z.strictObject({
      flightId: rowId,
      cabin: cabinSchema,
      currency: z.string(),
      capacity: z.int(),
      authorised: z.int(),
      /** So much of the capacity was decided, and the number follows it; null where a number of seats was. */
      percent: z.int().nullable(),
      /** Seats that blocks take from what may be sold. */
      blocked: z.int(),
      held: z.int(),
      sold: z.int(),
      /** The most that may be authorised. */
      most: z.int(),
      assumed,
      /** With the number that is authorised now, with the one that earns the most, and with the largest at the stated risk. */
      now: expected,
      byRevenue: expected,
      byRisk: expected,
      /** The newest decision of a person; null when there is none. */
      decided: z.strictObject({ authorised: z.int(), author: z.string(), reason: z.string(), at: instantMs }).nullable(),
    }),
    refusals: ['FLIGHT_UNKNOWN', 'CABIN_UNKNOWN'],
  }),
  /**
   * Sets how many seats of a cabin may be sold: not fewer than are taken. `seen`: the number that stood on the screen. With `percent` the number is
   * kept at such a part of the capacity, whatever aircraft comes, less what blocks take; `authorised` is what that comes to now.
   */
  'pricing.authorise': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      flightId: rowId,
      cabin: cabinSchema,
      authorised: z.int().min(0).max(10_000),
      percent: z.int().min(0).max(AUTHORISED_PERCENT_MAX).optional(),
      seen: z.int().min(0).max(10_000),
      reason: reasonText,
    }),
    output: z.strictObject({ flightId: rowId, cabin: cabinSchema, authorised: z.int(), held: z.int(), sold: z.int() }),
    refusals: [
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'FLIGHT_CHANGING',
      'CABIN_UNKNOWN',
      'AUTHORISED_CHANGED',
      'AUTHORISED_PERCENT',
      'AUTHORISED_RANGE',
    ],
  }),
};
