import { z } from 'zod';
import { SYSTEM_CALLS_PER_SECOND_MAX } from './bounds.ts';

/** What another system of the airline may call, the least first; each has what stands before it. nothing: it calls no method. */
export const SYSTEM_CALLS = ['nothing', 'reads', 'sells', 'supervises'] as const;
export type SystemCalls = (typeof SYSTEM_CALLS)[number];

/** What a supervisor has allowed another system. `feeds`: it reads the journal as a feed. */
export const systemRights = z.strictObject({
  calls: z.enum(SYSTEM_CALLS),
  feeds: z.boolean(),
  callsPerSecond: z.int().min(1).max(SYSTEM_CALLS_PER_SECOND_MAX),
});
export type SystemRights = z.infer<typeof systemRights>;

/** What a system may that nobody has allowed anything: read the figures of the hub (`/metrics`). */
export const LEAST_RIGHTS: SystemRights = { calls: 'nothing', feeds: false, callsPerSecond: 20 };

/** Whether what a system may call is enough for a method. */
export const isEnough = (may: SystemCalls, needed: SystemCalls): boolean => SYSTEM_CALLS.indexOf(may) >= SYSTEM_CALLS.indexOf(needed);

/** `sells, feeds, 20/s`: in a list. */
export const rightsText = ({ calls, feeds, callsPerSecond }: SystemRights): string =>
  [...(calls === 'nothing' && feeds ? [] : [calls]), ...(feeds ? ['feeds'] : []), `${callsPerSecond}/s`].join(', ');
