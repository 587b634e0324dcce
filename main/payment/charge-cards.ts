import { PAYMENT_ATTEMPTS_MAX } from '../../shared/bounds.ts';
import type { Charge, Terminal } from './terminal.ts';

export type Waiter = (ms: number, signal?: AbortSignal) => Promise<void>;

export type ChargeOutcome =
  | { readonly kind: 'approved'; readonly approvalCode: string }
  | { readonly kind: 'declined'; readonly reason: string }
  /** The agent gave the terminal up before it answered. */
  | { readonly kind: 'given-up' }
  | { readonly kind: 'no-answer' };

export interface ChargeLimits {
  /** The longest that one answer may take, in milliseconds. */
  readonly answerMs: number;
  readonly wait: Waiter;
  /** False: the card is not tried again, even if the terminal says that it may help. */
  readonly mayRetry: () => boolean;
  /** Aborted when the agent gives the terminal up. */
  readonly stop: AbortSignal;
}

/**
 * Charges one amount at the terminal. Tries again when the terminal says that it may help. Gives up when no answer comes within the limit, or
 * when the agent says so.
 */
export async function chargeCard(
  terminal: Terminal,
  charge: Charge,
  { answerMs, wait, mayRetry, stop }: ChargeLimits,
): Promise<ChargeOutcome> {
  const stopped = new Promise<'given-up'>((given) => stop.addEventListener('abort', () => given('given-up'), { once: true }));
  for (let attempt = 1; ; attempt++) {
    if (stop.aborted) return { kind: 'given-up' };
    const limit = new AbortController();
    const overdue = wait(answerMs, limit.signal).then(() => 'overdue' as const);
    try {
      const answer = await Promise.race([terminal.authorise(charge, limit.signal), overdue, stopped]);
      if (answer === 'given-up') return { kind: 'given-up' };
      if (answer === 'overdue') return { kind: 'no-answer' };
      if (answer.kind === 'approved') return answer;
      if (answer.retryAfterMs === null || attempt >= PAYMENT_ATTEMPTS_MAX || !mayRetry())
        return { kind: 'declined', reason: answer.reason };
      await Promise.race([wait(answer.retryAfterMs), stopped]);
    } catch {
      // A terminal that fails has not approved the charge. The caller reverses what it may have charged.
      return { kind: 'no-answer' };
    } finally {
      overdue.catch(() => {});
      limit.abort();
    }
  }
}
