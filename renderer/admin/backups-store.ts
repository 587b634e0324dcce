import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { BackupSettings, BackupView } from '../../shared/methods/backups.ts';
import type { Heard } from '../../shared/notices.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface BackupsState {
  /** Null until the hub answered. */
  readonly status: Output<'backups.status'> | null;
  readonly backups: readonly BackupView[] | null;
  /** Why there is no list: the folder cannot be read. */
  readonly unlisted: Refusal | null;
  /** Why the backup that was asked for did not begin. */
  readonly refusal: Refusal | null;
  load(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  save(settings: BackupSettings): Promise<Refusal | undefined>;
  /** Resolves when the backup was checked and takes the store's place now, or with why it does not. */
  restore(file: string): Promise<Refusal | undefined>;
  hear(heard: Heard): void;
  forget(): void;
}

const NOTHING = { status: null, backups: null, unlisted: null, refusal: null };

export const useBackups = create<BackupsState>()((set, get) => ({
  ...NOTHING,
  async load() {
    const [status, list] = await Promise.all([call('backups.status', {}), call('backups.list', {})]);
    set({
      ...(status.ok ? { status: status.value } : { refusal: status.refusal }),
      ...(list.ok ? { backups: list.value.backups, unlisted: null } : { backups: null, unlisted: list.refusal }),
    });
  },
  async start() {
    set({ refusal: null });
    const reply = await call('backups.start', { requestId: newRequestId() }, 'person');
    const { status } = get();
    if (!reply.ok) set({ refusal: reply.refusal });
    else if (status) set({ status: { ...status, running: reply.value.running } });
    // The backup may have ended before this answer came.
    await get().load();
  },
  async stop() {
    await call('backups.stop', {}, 'person');
  },
  async save(settings) {
    const reply = await call('settings.setBackups', { requestId: newRequestId(), ...settings }, 'person');
    if (!reply.ok) return reply.refusal;
    await get().load();
    return undefined;
  },
  async restore(file) {
    const reply = await call('backups.restore', { requestId: newRequestId(), file }, 'person');
    return reply.ok ? undefined : reply.refusal;
  },
  hear(heard) {
    if (!('notice' in heard)) {
      if (isAbout(heard, 'setting') && heard.data.subject === 'backups') void get().load();
      return;
    }
    if (heard.type !== 'backup.progress') return;
    const { status } = get();
    // The status tells how it ended, and the list holds its file. Until both are here the backup counts as running.
    if (heard.running === null) void get().load();
    else if (status) set({ status: { ...status, running: heard.running } });
  },
  forget: () => set(NOTHING),
}));

onSessionOver(() => useBackups.getState().forget());
