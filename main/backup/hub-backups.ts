import type { Clock } from '../hub/clock.ts';
import type { Timer } from '../hub/timer.ts';
import { type BackupMethods, backupMethods } from './backup-methods.ts';
import { Backups, type BackupsOptions } from './backups.ts';
import type { RestoreEnd } from './finish-restore.ts';
import { HourlyBackups, type HourlyBackupsOptions } from './hourly-backups.ts';

export interface HubBackupsOptions extends Omit<BackupsOptions, 'desk' | 'restored'> {
  readonly hub: BackupsOptions['hub'] & HourlyBackupsOptions['hub'];
  readonly clock: Clock;
  readonly timer: Timer;
  /** The restore that this start of the hub finished or gave up. */
  readonly restore: RestoreEnd | undefined;
  /** Closes the hub and opens it again. */
  reopen(): void;
}

export interface HubBackups {
  readonly methods: BackupMethods;
  /** Must be called while the hub is open. Stops the backup under way. When `quit`, returns the function that makes the backup at quit once the store is closed. */
  close(quit: boolean): Promise<() => Promise<void>>;
}

/** Everything about backups that a hub does, from its start to its end. */
export function hubBackups({ clock, timer, restore, reopen, ...options }: HubBackupsOptions): HubBackups {
  const { log } = options;
  if (restore?.problem) {
    const problem = `${restore.plan.file} could not be put back, so the store is as it was: ${restore.problem.replace(/\.$/, '')}.`;
    log.error({ file: restore.plan.file }, problem);
    options.trouble(problem);
  } else if (restore) log.warn({ ...restore.plan }, `The backup ${restore.plan.file} was put back.`);
  const restored = restore && !restore.problem ? { file: restore.plan.file, replaced: restore.plan.replaced, at: restore.plan.at } : null;
  const backups = new Backups({ ...options, restored });
  const hourly = new HourlyBackups({ backups, hub: options.hub, clock, timer });
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
