import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface FailedPaymentsState {
  /** Null until the hub answered. */
  readonly list: Output<'payments.failed'> | null;
  readonly refusal: Refusal | null;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
}

const NOTHING = { list: null, refusal: null };

/** Holds of the last day that were not paid, as a supervisor reviews them. */
export const useFailedPayments = create<FailedPaymentsState>()((set, get) => ({
  ...NOTHING,
  async load() {
    const reply = await call('payments.failed', {});
    set(reply.ok ? { list: reply.value, refusal: null } : { refusal: reply.refusal });
  },
  hear(event) {
    if (isAbout(event, 'booking') && event.type.startsWith('payment.')) void get().load();
  },
}));

onSessionOver(() => useFailedPayments.setState(NOTHING));
