import type { MethodName, ReplyOf } from '../../shared/contract.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import type { Refusal, RefusalCode } from '../../shared/refusals.ts';

/** Refusals after which the same call may come again, and when. */
const COME_AGAIN_MS: Partial<Record<RefusalCode, (details: Refusal['details']) => number>> = {
  BUSY: ({ comeAgainMs }) => Number(comeAgainMs),
  TOO_MANY_CALLS: ({ seconds }) => Number(seconds) * SECOND_MS,
};

/** After so many milliseconds the same call may come again; undefined where the answer is the last. */
export const comeAgainMs = (reply: ReplyOf<MethodName>): number | undefined =>
  reply.ok ? undefined : COME_AGAIN_MS[reply.refusal.code]?.(reply.refusal.details);
