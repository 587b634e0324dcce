import { PAYMENT_ATTEMPTS_MAX } from '../../shared/bounds.ts';
import type { Charge, Terminal } from './terminal.ts';

export type Waiter = (ms: number, signal?: AbortSignal) => Promise<void>;

export type ChargeOutcome =
  | { readonly kind: 'approved'; readonly approvalCode: string }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'no-answer' };

export interface ChargeLimits {
  /** How long one answer may take. */
  readonly answerMs: number;
  readonly wait: Waiter;
  /** False: the card is not asked again, whatever the terminal says of trying again. */
  readonly mayRetry: () => boolean;
}

/** Puts one amount to the terminal: tried again as the terminal says, given up when it says nothing within the limit. */
export async function chargeCard(terminal: Terminal, charge: Charge, { answerMs, wait, mayRetry }: ChargeLimits): Promise<ChargeOutcome> {
  for (let attempt = 1; ; attempt++) {
    const limit = new AbortController();
    const overdue = wait(answerMs, limit.signal).then(() => 'overdue' as const);
    try {
      const answer = await Promise.race([terminal.authorise(charge, limit.signal), overdue]);
      if (answer === 'overdue') return { kind: 'no-answer' };
      if (answer.kind === 'approved') return answer;
      if (answer.retryAfterMs === null || attempt >= PAYMENT_ATTEMPTS_MAX || !mayRetry())
        return { kind: 'declined', reason: answer.reason };
      await wait(answer.retryAfterMs);
    } catch {
      // A terminal that breaks off has not said yes. What it may have charged is reversed by the caller.
      return { kind: 'no-answer' };
    } finally {
      overdue.catch(() => {});
      limit.abort();
    }
  }
}
