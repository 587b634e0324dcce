import type { Clock } from '../clock.ts';
import type { Timer } from '../timer.ts';
import { type BackupMethods, backupMethods } from './backup-methods.ts';
import { Backups, type BackupsOptions } from './backups.ts';
import type { RestoreEnd } from './finish-restore.ts';
import { HourlyBackups, type HourlyBackupsOptions } from './hourly-backups.ts';

export interface DeskBackupsOptions extends Omit<BackupsOptions, 'desk' | 'restored'> {
  readonly desk: BackupsOptions['desk'] & HourlyBackupsOptions['desk'];
  readonly clock: Clock;
  readonly timer: Timer;
  /** The restore that this start of the desk carried through or gave up. */
  readonly restore: RestoreEnd | undefined;
  /** Closes the desk and opens it again. */
  reopen(): void;
}

export interface DeskBackups {
  readonly methods: BackupMethods;
  /**
   * While the desk is still open: stops what is under way. Answers the backup at quit, to be made when the store is closed, where `quit`
   * says that this is one.
   */
  close(quit: boolean): Promise<() => Promise<void>>;
}

/** All that a desk has to do with backups, from its start to its end. */
export function deskBackups({ clock, timer, restore, reopen, ...options }: DeskBackupsOptions): DeskBackups {
  const { log } = options;
  if (restore?.problem) {
    const problem = `${restore.plan.file} could not be put back, so the store is as it was: ${restore.problem.replace(/\.$/, '')}.`;
    log.error({ file: restore.plan.file }, problem);
    options.trouble(problem);
  } else if (restore) log.warn({ ...restore.plan }, `The backup ${restore.plan.file} was put back.`);
  const restored = restore && !restore.problem ? { file: restore.plan.file, replaced: restore.plan.replaced, at: restore.plan.at } : null;
  const backups = new Backups({ ...options, restored });
  const hourly = new HourlyBackups({ backups, desk: options.desk, clock, timer });
  hourly.arm();
  return {
    methods: backupMethods(backups, hourly, reopen),
    async close(quit) {
      hourly.close();
      const last = quit ? await backups.atQuit() : undefined;
      await backups.close();
      return last ?? (async () => {});
    },
  };
}
