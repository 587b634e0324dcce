import { z } from 'zod';
import { instantMs, rowId } from '../method.ts';
import { QUEUE_STEPS, QUEUES } from '../queues.ts';

/** What happens to items of queues. */
export const QUEUE_EVENTS = {
  /** A desk did something with an item of a queue. What it noted is kept apart, because a person types it. */
  'queue.moved': z.strictObject({
    queue: z.enum(QUEUES),
    /** Number of the booking, job, message or party. */
    subject: rowId,
    since: instantMs,
    step: z.enum(QUEUE_STEPS),
    /** opened: when it is let go at the latest. later: when it comes back. */
    until: instantMs.nullable(),
    /** passed: to this desk. */
    forDesk: z.string(),
  }),
} as const;
