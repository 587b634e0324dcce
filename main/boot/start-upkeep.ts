import { HOUR_MS } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import type { SellDay } from '../colleagues/sell-day.ts';
import type { InnerHub } from '../hub/hub.ts';
import { giveUpPayments, PAYMENT_FORGOTTEN_MS } from '../payment/give-up-payments.ts';
import type { Payments } from '../payment/take-payment.ts';
import { laySampleDay } from './furnish-training.ts';

interface UpkeepOptions {
  readonly hub: InnerHub;
  readonly payments: Pick<Payments, 'asked'>;
  /** Of a training hub. */
  readonly sellDay: SellDay | undefined;
}

/** What a hub that stays on does every hour. Returns how to stop. */
export function startUpkeep({ hub, payments, sellDay }: UpkeepOptions): () => void {
  const upkeep = setInterval(() => {
    void pruneReplies(hub);
    // If the look-up fails, the next one is in an hour.
    giveUpPayments(hub, PAYMENT_FORGOTTEN_MS, payments.asked).catch(() => {});
    // A training hub that stays on past midnight needs its next day.
    if (sellDay) void laySampleDay(hub, sellDay);
  }, HOUR_MS).unref();
  return () => clearInterval(upkeep);
}

async function pruneReplies(hub: InnerHub): Promise<void> {
  for (;;) {
    const pruned = await hub.change('replies.prune', {}, SYSTEM, null);
    if (!pruned.ok || !pruned.value.more) return;
  }
}
