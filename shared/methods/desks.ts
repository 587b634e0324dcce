import { z } from 'zod';
import { deskName, method } from '../method.ts';

export const deskMethods = {
  /**
   * Desks at which somebody has signed in, sold or held, by name, at most DESKS_LISTED_MAX. Nobody is told them before the PIN: who is not
   * signed in need not know how many counters there are.
   */
  'desks.list': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ desks: z.array(deskName) }),
    refusals: [],
  }),
};
