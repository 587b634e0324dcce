import { isNotNow } from '../../shared/not-now.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { type ProblemStatus, REFUSAL_STATUS } from './refusal-status.ts';

/** A refusal as HTTP tells it (RFC 9457). `detail` is its sentence; `code`, `next` and `details` are those of the refusal. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly code: Refusal['code'];
  readonly next: string;
  readonly details: Refusal['details'];
}

/** What others try with prices takes about so long. */
const WHAT_IF_S = 60;

/** `SEAT_HELD` -> `Seat held`: the same for each such problem, as `title` must be. */
const titleOf = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

export const problemOf = ({ code, message, next, details }: Refusal): Problem => ({
  type: `urn:aisle:problem:${code}`,
  title: titleOf(code),
  status: REFUSAL_STATUS[code],
  detail: message,
  code,
  next,
  details,
});

/** After how many seconds the same call is worth another try; undefined where waiting is of no use. */
export function retryAfter({ code, details }: Problem): number | undefined {
  // Somebody has to look at the clock first, and nobody knows when.
  if (!isNotNow(code) || code === 'CLOCK_DOUBTFUL') return undefined;
  if (code === 'WHAT_IF_BUSY') return WHAT_IF_S;
  const { seconds, comeAgainMs } = details;
  if (typeof seconds === 'number') return Math.max(1, Math.ceil(seconds));
  return typeof comeAgainMs === 'number' ? Math.max(1, Math.ceil(comeAgainMs / 1_000)) : 1;
}
