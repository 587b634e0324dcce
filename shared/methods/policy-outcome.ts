import { z } from 'zod';
import { instantMs, method, rowId } from '../method.ts';
import { presentLoads, simulated } from './pricing-what-if.ts';

const version = z.int().min(1);

/** What a version did to the flights of its scope, worked out once, at `at`, by their loads then. Its lists are short. */
export const policyReceipt = z.strictObject({
  at: instantMs,
  loads: presentLoads,
  /** What simulated demand says of the change; null when it priced no flight that was still to leave. */
  expected: simulated.nullable(),
});
export type PolicyReceipt = z.infer<typeof policyReceipt>;

/** The first sale under a version. */
const firstSale = z.strictObject({ bookingId: rowId, locator: z.string(), at: instantMs });

/**
 * Sales under a version, or while a decision by hand counted, in one currency, against what was asked without it at the same load, day and party. Amounts in minor units, of
 * seats that are still sold. Who did not buy, and who would have bought only without it, is in no store.
 */
export const policyScore = z.strictObject({
  currency: z.string(),
  seats: z.int(),
  /** Fares of those seats. */
  paid: z.int(),
  /** What they would have earned before, if nobody had paid more than they paid here. */
  beforeLeast: z.int(),
  /** The same, if everybody had paid what was asked before. */
  beforeMost: z.int(),
  /** Seats that would have cost more before. */
  dearer: z.int(),
  /** Seats whose price before cannot be worked out, because their sale did not keep what the policy before asks for. In no amount. */
  unknown: z.int(),
  /** Seats that were sold under it and given back. In no amount. */
  givenBack: z.int(),
});

export const policyOutcomeMethods = {
  /** What a publish changed. Null until it is worked out, within a minute or so after the version is in force. */
  'pricing.receipt': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ version }),
    output: z.strictObject({ receipt: policyReceipt.nullable(), firstSale: firstSale.nullable() }),
    refusals: ['POLICY_UNKNOWN'],
  }),
  /** What a publish earned, sale by sale. */
  'pricing.score': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ version }),
    output: z.strictObject({
      scores: z.array(policyScore),
      /** Entries of the journal that are not scored yet. */
      behind: z.int(),
    }),
    refusals: ['POLICY_UNKNOWN'],
  }),
};
