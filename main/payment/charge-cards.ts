import { PAYMENT_ATTEMPTS_MAX } from '../../shared/bounds.ts';
import type { Charge, Terminal } from './terminal.ts';

export type Waiter = (ms: number, signal?: AbortSignal) => Promise<void>;

export type ChargeOutcome =
  | { readonly kind: 'approved'; readonly approvalCode: string }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'no-answer' };

export interface ChargeLimits {
  /** The longest that one answer may take, in milliseconds. */
  readonly answerMs: number;
  readonly wait: Waiter;
  /** False: the card is not tried again, even if the terminal says that it may help. */
  readonly mayRetry: () => boolean;
}

/** Charges one amount at the terminal. Tries again when the terminal says that it may help. Gives up when no answer comes within the limit. */
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
      // A terminal that fails has not approved the charge. The caller reverses what it may have charged.
      return { kind: 'no-answer' };
    } finally {
      overdue.catch(() => {});
      limit.abort();
    }
  }
}
