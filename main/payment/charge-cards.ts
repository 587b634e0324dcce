import { PAYMENT_RETRY_MS } from '../../shared/bounds.ts';
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
  /** Hears of each try whether the terminal worked: it answered, whatever it said. */
  readonly heard: (worked: boolean) => void;
  /** False: the card is not tried again, even if that may help. */
  readonly mayRetry: () => boolean;
  /** Aborted when the agent gives the terminal up. */
  readonly stop: AbortSignal;
}

/**
 * Charges one amount at the terminal. Tries again after 1, 2 and 4 s when the failure can pass: the terminal says that it may help, or it broke off.
 * It is asked under the same reference, so that it charges once. Gives up when no answer comes within the limit, or when the agent says so.
 */
export async function chargeCard(
  terminal: Terminal,
  charge: Charge,
  { answerMs, wait, heard, mayRetry, stop }: ChargeLimits,
): Promise<ChargeOutcome> {
  const stopped = new Promise<'given-up'>((given) => stop.addEventListener('abort', () => given('given-up'), { once: true }));
  for (let attempt = 0; ; attempt++) {
    if (stop.aborted) return { kind: 'given-up' };
    const limit = new AbortController();
    const overdue = wait(answerMs, limit.signal).then(() => 'overdue' as const);
    try {
      const answer = await Promise.race([terminal.authorise(charge, limit.signal), overdue, stopped]);
      if (answer === 'given-up') return { kind: 'given-up' };
      heard(answer !== 'overdue');
      if (answer === 'overdue') return { kind: 'no-answer' };
      if (answer.kind === 'approved') return answer;
      const afterMs = PAYMENT_RETRY_MS[attempt];
      if (answer.retryAfterMs === null || afterMs === undefined || !mayRetry()) return { kind: 'declined', reason: answer.reason };
      await Promise.race([wait(Math.max(afterMs, answer.retryAfterMs)), stopped]);
    } catch {
      heard(false);
      const afterMs = PAYMENT_RETRY_MS[attempt];
      // A terminal that fails has not approved the charge. The caller reverses what it may have charged.
      if (afterMs === undefined || !mayRetry()) return { kind: 'no-answer' };
      await Promise.race([wait(afterMs), stopped]);
    } finally {
      overdue.catch(() => {});
      limit.abort();
    }
  }
}
