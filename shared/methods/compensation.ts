import { z } from 'zod';
import { method, requestId, rowId } from '../method.ts';

/** cash: out of the drawer of the desk that pays. */
export const COMPENSATION_KINDS = ['cash', 'voucher'] as const;
export const compensationKind = z.enum(COMPENSATION_KINDS);
export type CompensationKind = z.infer<typeof compensationKind>;

export const compensationMethods = {
  /**
   * Pays what is owed to a passenger who was denied boarding: all of it, once. The shift of the desk that pays counts it. `voucher`: the number of
   * the voucher, or null for cash. Amount in minor units.
   */
  'oversale.pay': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, denialId: rowId, kind: compensationKind }),
    output: z.strictObject({
      ...{ denialId: rowId, kind: compensationKind, amount: z.int(), currency: z.string(), voucher: z.string().nullable() },
    }),
    refusals: ['DENIAL_UNKNOWN', 'DENIAL_NOT_OWED', 'DENIAL_PAID'],
  }),
};
