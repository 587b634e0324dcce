import { create } from 'zustand';
import type { Output, ReplyOf } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { SettingName, SettingValues } from '../../shared/setting-rules.ts';
import { call, newRequestId } from '../client/client.ts';

interface SettingsState {
  /** What is in force; null until the hub answered. */
  readonly settings: Output<'settings.get'> | null;
  /** Why they could not be read. */
  readonly refusal: Refusal | null;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
  /** The value must be of the setting's kind; the hub refuses it otherwise. */
  change(name: SettingName, value: number | string): Promise<ReplyOf<'settings.set'>>;
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
  async change(name, value) {
    const reply = await call('settings.set', { requestId: newRequestId(), name, value }, 'person');
    const { settings } = get();
    if (reply.ok && settings) set({ settings: { ...settings, ...({ [name]: reply.value.value } as Partial<SettingValues>) } });
    return reply;
  },
}));
