import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { BackupRunning, BackupSettings, BackupView } from '../../shared/methods/backups.ts';
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

/** What was told last of the running backup, and how often. An answer that was asked for before it was told is older, also where it comes later. */
let told: { readonly times: number; readonly running: BackupRunning | null } = { times: 0, running: null };
/** The number of the newest question, and of the newest one that was answered. */
let [asked, answered] = [0, 0];

export const useBackups = create<BackupsState>()((set, get) => ({
  ...NOTHING,
  async load() {
    const mine = ++asked;
    const { times } = told;
    const [status, list] = await Promise.all([call('backups.status', {}), call('backups.list', {})]);
    if (mine < answered) return;
    answered = mine;
    const newer = told.times > times ? { running: told.running } : {};
    set({
      ...(status.ok ? { status: { ...status.value, ...newer } } : { refusal: status.refusal }),
      ...(list.ok ? { backups: list.value.backups, unlisted: null } : { backups: null, unlisted: list.refusal }),
    });
  },
  async start() {
    set({ refusal: null });
    const reply = await call('backups.start', { requestId: newRequestId() }, 'person');
    if (!reply.ok) set({ refusal: reply.refusal });
    else runs(reply.value.running);
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
    // The status tells how it ended, and the list holds its file. Until both are here the backup counts as running.
    if (heard.running === null) void get().load();
    else runs(heard.running);
  },
  forget: () => set(NOTHING),
}));

function runs(running: BackupRunning | null): void {
  told = { times: told.times + 1, running };
  useBackups.setState(({ status }) => (status ? { status: { ...status, running } } : {}));
}

onSessionOver(() => useBackups.getState().forget());
