import { z } from 'zod';
import { deskName, instantMs, method } from '../method.ts';

/** An agent at a desk who left so many holds to lapse, without a sale in between, that the next ones are slowed. */
const hoarder = z.strictObject({
  desk: deskName,
  user: z.string(),
  inARow: z.int(),
  lastAt: instantMs,
  /** When it is forgiven, unless a sale ends it before or one more hold lapses. */
  forgivenAt: instantMs,
});
export type Hoarder = z.infer<typeof hoarder>;

export const hoardingMethods = {
  'hoarding.list': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ hoarders: z.array(hoarder) }),
    refusals: [],
  }),
};
