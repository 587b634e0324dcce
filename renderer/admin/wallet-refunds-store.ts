import { create } from 'zustand';
import { effectOnBooking } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { RefundDue } from '../../shared/methods/refunds.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface WalletRefundsState {
  readonly refunds: readonly RefundDue[];
  readonly more: number;
  readonly refusal: Refusal | null;
  load(): Promise<void>;
  /** A supervisor has sent it. True when that is written down. */
  sent(refundId: number, reference: string): Promise<boolean>;
  hear(event: JournalEvent): void;
}

const NOTHING = { refunds: [], more: 0, refusal: null };

/** Refunds that a supervisor has to send to wallets. */
export const useWalletRefunds = create<WalletRefundsState>()((set, get) => ({
  ...NOTHING,
  async load() {
    const reply = await call('refunds.due', {});
    set(reply.ok ? { ...reply.value, refusal: null } : { refusal: reply.refusal });
  },
  async sent(refundId, reference) {
    const reply = await call('refunds.markDone', { requestId: newRequestId(), refundId, reference }, 'person');
    await get().load();
    if (!reply.ok) set({ refusal: reply.refusal });
    return reply.ok;
  },
  hear(event) {
    const effect = effectOnBooking(event.type);
    if (effect && (effect.moneyMayBeDue || effect.amount === 'refunded' || effect.amount === 'returned')) void get().load();
  },
}));

onSessionOver(() => useWalletRefunds.setState(NOTHING));
