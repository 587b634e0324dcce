import { z } from 'zod';
import { instantMs } from './method.ts';

/** What becomes of a hold at its time limit. cancel: it ends like any hold. queue: its seats stay for some hours, and an agent decides. */
export const LIMIT_ENDS = ['cancel', 'queue'] as const;
export type LimitEnd = (typeof LIMIT_ENDS)[number];

/** The ticketing time limit of a hold: until when it must be paid, and what becomes of it then. It is not the deadline of the hold, which may be later. */
export const payBy = z.strictObject({ at: instantMs, atLimit: z.enum(LIMIT_ENDS) });
export type PayBy = z.infer<typeof payBy>;
