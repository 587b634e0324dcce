import { join } from 'node:path';
import type { Output } from '../../shared/contract.ts';
import { type Instant, instant, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { BackupKind, BackupRunning, BackupSettings } from '../../shared/methods/backups.ts';
import type { Notice } from '../../shared/notices.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Log } from '../hub/log.ts';
import type { StoreMode } from '../store/open-store.ts';
import { folderRefused } from './backup-folder.ts';
import type { RunBackupTask, TaskStep } from './backup-task.ts';
import { backupNames, listBackups, viewBackup } from './list-backups.ts';
import { type MadeBackup, makeBackup } from './make-backup.ts';
import { type PaymentStop, prepareRestore } from './prepare-restore.ts';
import { replacedStores } from './replaced-stores.ts';

/** Consoles hear of the progress at most this often, and at every new step. */
const TELL_EVERY_MS = 200;
/** The longest that a quit waits for its backup, however large the store is. If it is not done then, the next hour makes it. */
export const QUIT_BACKUP_MS_MAX = MINUTE_MS;

type Status = Output<'backups.status'>;
type Last = NonNullable<Status['last']>;

export interface BackupsOptions {
  readonly store: string;
  readonly mode: StoreMode;
  readonly folder: string;
  readonly hub: Pick<InnerHub, 'look' | 'now' | 'newestEvent'>;
  readonly log: Log;
  readonly restored: Status['restored'];
  readonly run: RunBackupTask;
  /** A card that is charged while the store is replaced would be forgotten. So payments are stopped first, or the restore is refused. */
  readonly payments: PaymentStop;
  tell(notice: Notice): void;
  /** A backup that was due could not be made; '' when one was made again. */
  trouble(problem: string): void;
}

const failed = (error: unknown): Reply<never> =>
  refuse('BACKUP_FAILED', { problem: error instanceof Error ? error.message.replace(/\.$/, '') : String(error) });

/** The backups of one hub. One runs at a time, on a thread of its own, and the consoles hear of its progress. */
export class Backups {
  readonly #options: BackupsOptions;
  #running: BackupRunning | null = null;
  #stop = new AbortController();
  #ended: Promise<unknown> = Promise.resolve();
  #last: Last | null = null;
  #toldAt = 0;
  #closed = false;

  constructor(options: BackupsOptions) {
    this.#options = options;
  }

  get running(): BackupRunning | null {
    return this.#running;
  }

  /** How the newest try ended, or null before the first. */
  get last(): Last | null {
    return this.#last;
  }

  async settings(): Promise<BackupSettings> {
    const settings = await this.#options.hub.look('settings.backups', {});
    if (!settings.ok) throw new Error(settings.refusal.message);
    return settings.value;
  }

  async status(nextAt: Instant | null): Promise<Status> {
    const { folder, restored, store, mode } = this.#options;
    const replaced = replacedStores(store, mode);
    return { folder, running: this.#running, last: this.#last, nextAt, restored, replaced, settings: await this.settings() };
  }

  async list(): Promise<Reply<Output<'backups.list'>>> {
    const { folder, mode } = this.#options;
    try {
      return accept({ backups: await listBackups(folder, mode) });
    } catch (error) {
      return folderRefused(folder, error);
    }
  }

  /** Whether the journal has new entries since the newest backup. A store that has not changed is not copied again. */
  async changed(): Promise<boolean> {
    const { folder, mode, hub } = this.#options;
    try {
      const [newest] = backupNames(folder, mode);
      return !newest || (await viewBackup(folder, newest))?.newestEvent !== hub.newestEvent;
    } catch {
      // The folder cannot be read. The backup that is tried next says so.
      return true;
    }
  }

  /** When the newest backup was made, or null. A backup that a wrong clock dated into the future does not count. */
  newestAt(): Instant | null {
    const { folder, mode, hub } = this.#options;
    try {
      const newest = backupNames(folder, mode).find(({ at }) => at <= hub.now());
      return newest ? instant(newest.at) : null;
    } catch {
      return null;
    }
  }

  /** Begins a backup. Resolves when it is under way, or with the reason why it cannot be made. `end` resolves when it has ended, well or not. */
  async begin(kind: 'asked' | 'hourly'): Promise<{ readonly reply: Reply<{ running: BackupRunning }>; readonly end: Promise<void> }> {
    const { hub, folder, mode, store, run } = this.#options;
    if (this.#running || this.#closed) return { reply: refuse('BACKUP_RUNNING'), end: Promise.resolve() };
    const at = hub.now();
    const signal = this.#starts(kind);
    const begun = Promise.withResolvers<void>();
    const progress = (step: TaskStep): void => {
      this.#step(step);
      begun.resolve();
    };
    const made = this.settings()
      .then((keep) => makeBackup({ ...{ store, mode, folder, kind, at, keep, run, signal, progress }, gentle: true }))
      .catch((error: unknown) => failed(error));
    const end = made.then((reply) => this.#backupEnded(kind, at, reply));
    this.#ended = end;
    const refused = await Promise.race([begun.promise, made]);
    const running = this.#running;
    if (refused && !refused.ok) return { reply: refused, end };
    return { reply: running ? accept({ running }) : refuse('BACKUP_STOPPED'), end };
  }

  #backupEnded(kind: BackupKind, at: Instant, reply: Reply<MadeBackup>): void {
    const { folder, log, trouble } = this.#options;
    this.#ends();
    const { refusal } = reply.ok ? { refusal: null } : reply;
    this.#last = {
      kind,
      at,
      file: reply.ok ? reply.value.file : null,
      refusal: refusal && { ...refusal, details: { ...refusal.details } },
    };
    if (reply.ok) {
      log.info({ file: reply.value.file, folder }, 'A backup was made and verified.');
      this.#tellCleared(reply.value);
      trouble('');
    } else if (reply.refusal.code === 'BACKUP_STOPPED') log.info({ kind }, 'A backup was stopped.');
    else {
      log.error({ kind, code: reply.refusal.code }, `No backup was made. ${reply.refusal.message}`);
      // A person who asked for a backup sees the refusal. A backup that runs by itself must be reported.
      if (kind !== 'asked') trouble(`No backup was made. ${reply.refusal.message}`);
    }
  }

  #tellCleared({ cleared }: MadeBackup): void {
    if (cleared.length > 0) this.#options.log.info({ cleared }, 'Old stores that restores had replaced were removed.');
  }

  /** Prepares a listed backup to take the store's place when the hub is opened next. The caller must reopen the hub at once. */
  async restore(file: string, by: Actor): Promise<Reply<{ file: string }>> {
    const { hub, folder, mode, store, log, run, payments } = this.#options;
    if (payments.asked.size > 0) return refuse('CARD_ASKED');
    if (this.#running || this.#closed) return refuse('BACKUP_RUNNING');
    try {
      if (!backupNames(folder, mode).some((name) => name.file === file)) return refuse('BACKUP_UNKNOWN', { file });
    } catch (error) {
      return folderRefused(folder, error);
    }
    const signal = this.#starts('restore');
    const planned = prepareRestore({
      ...{ store, mode, folder, by, run, signal, payments, from: join(folder, file), at: hub.now(), hubTime: true, gentle: true },
      progress: (step) => this.#step(step),
    });
    this.#ended = planned;
    const reply = await planned;
    this.#ends();
    if (!reply.ok) return reply;
    // From here on the restore cannot be stopped. The next start finishes it, and nothing else may begin before.
    this.#closed = true;
    log.warn({ file, user: by.user, desk: by.desk, replaced: reply.value.replaced }, `The store is being replaced by the backup ${file}.`);
    return accept({ file });
  }

  stop(): void {
    this.#stop.abort();
  }

  #starts(kind: BackupRunning['kind']): AbortSignal {
    this.#stop = new AbortController();
    this.#running = { kind, step: 'copying', done: 0, total: 0, since: this.#options.hub.now() };
    return this.#stop.signal;
  }

  #step({ step, done, total }: TaskStep): void {
    if (!this.#running) return;
    const now = performance.now();
    const sooner = step === this.#running.step && now - this.#toldAt < TELL_EVERY_MS;
    this.#running = { ...this.#running, step, done, total };
    if (sooner) return;
    this.#toldAt = now;
    this.#options.tell({ notice: true, type: 'backup.progress', running: this.#running });
  }

  #ends(): void {
    this.#running = null;
    this.#options.tell({ notice: true, type: 'backup.progress', running: null });
  }

  /**
   * Must be called while the hub is open. Returns a function that makes the backup at quit once the store is closed, or undefined when none
   * is needed. So a quit can lose the backup, but never a sale. The function takes at most QUIT_BACKUP_MS_MAX and never throws.
   */
  async atQuit(): Promise<(() => Promise<void>) | undefined> {
    // A damaged store may not answer. It would not make a good backup either.
    const keep = await this.settings().catch(() => undefined);
    return keep?.atQuit ? () => this.#quitBackup(keep) : undefined;
  }

  async #quitBackup(keep: BackupSettings): Promise<void> {
    const { hub, folder, log, mode, store, run } = this.#options;
    if (!(await this.changed())) return log.info({}, 'Nothing has changed since the newest backup, so none was made at quit.');
    const deadline = AbortSignal.timeout(QUIT_BACKUP_MS_MAX);
    const wanted = { store, mode, folder, keep, run, kind: 'quit', at: hub.now(), gentle: false, signal: deadline } as const;
    const reply = await makeBackup({ ...wanted, progress: () => {} }).catch((error: unknown) => failed(error));
    if (reply.ok) {
      log.info({ file: reply.value.file, folder }, 'A backup was made at quit and verified.');
      this.#tellCleared(reply.value);
    } else if (deadline.aborted) log.warn({}, `The backup at quit was given up after ${QUIT_BACKUP_MS_MAX / SECOND_MS} s.`);
    else log.error({ code: reply.refusal.code }, `No backup was made at quit. ${reply.refusal.message}`);
  }

  /** Stops the backup that is under way and begins no other. */
  async close(): Promise<void> {
    this.#closed = true;
    this.stop();
    await this.#ended.catch(() => {});
  }
}
