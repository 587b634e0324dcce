import { z } from 'zod';
import { instantMs, isPrintable, method, requestId, rowId } from '../method.ts';
import { cabinSchema } from '../seat-map.ts';
import { traceLine } from './booking-view.ts';

export const STRATEGIES = ['fixed', 'demand'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export const quoteOffer = z.string().max(64).refine(isPrintable, 'holds a control character');

export const pricingMethods = {
  /** What one adult would pay now in a cabin, and why. `offer`: proves to `holds.place` what was quoted to this desk; it holds until `until`. */
  'pricing.quote': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightId: rowId, cabin: cabinSchema }),
    output: z.strictObject({
      fare: z.int(),
      currency: z.string(),
      strategy: z.enum(STRATEGIES),
      trace: z.array(traceLine),
      offer: quoteOffer,
      until: instantMs,
    }),
    refusals: ['FLIGHT_UNKNOWN', 'CABIN_UNKNOWN'],
  }),
  /** Changes how one flight is priced from now on; holds keep the price they were given. */
  'pricing.setStrategy': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, flightId: rowId, strategy: z.enum(STRATEGIES) }),
    output: z.strictObject({ flightId: rowId, strategy: z.enum(STRATEGIES) }),
    refusals: ['FLIGHT_UNKNOWN', 'FLIGHT_CANCELLED', 'FLIGHT_DEPARTED'],
  }),
};
