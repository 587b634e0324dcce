import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';

interface SettingsState {
  /** What is in force; null until the hub answered. */
  readonly settings: Output<'settings.get'> | null;
  /** Why they could not be read. */
  readonly refusal: Refusal | null;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
  setHoldMinutes(minutes: number): Promise<Refusal | undefined>;
}

export const useSettings = create<SettingsState>()((set, get) => ({
  settings: null,
  refusal: null,
  async load() {
    const reply = await call('settings.get', {});
    set(reply.ok ? { settings: reply.value, refusal: null } : { refusal: reply.refusal });
  },
  hear(event) {
    if (isAbout(event, 'setting')) void get().load();
  },
  async setHoldMinutes(minutes) {
    const reply = await call('settings.setHoldMinutes', { requestId: newRequestId(), minutes }, 'person');
    if (!reply.ok) return reply.refusal;
    const { settings } = get();
    if (settings) set({ settings: { ...settings, holdMinutes: reply.value.holdMinutes } });
    return undefined;
  },
}));
