import { accept } from '../../shared/refusals.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { Backups } from './backups.ts';
import type { HourlyBackups } from './hourly-backups.ts';

export type BackupMethods = Pick<HubMethods, Extract<keyof HubMethods, `backups.${string}`>>;

/** `reopen` closes this hub and opens it again; it is called once the answer to the restore is on its way. */
export function backupMethods(backups: Backups, hourly: Pick<HourlyBackups, 'nextAt' | 'arm'>, reopen: () => void): BackupMethods {
  return {
    async 'backups.start'() {
      const { reply, end } = await backups.begin('asked');
      // The next hour runs from this one.
      void end.then(() => hourly.arm());
      return reply;
    },

    async 'backups.stop'() {
      backups.stop();
      return accept({});
    },

    'backups.status': async () => accept(await backups.status(hourly.nextAt)),

    'backups.list': () => backups.list(),

    async 'backups.restore'({ actor }, { file }) {
      const reply = await backups.restore(file, actor);
      if (reply.ok) setImmediate(reopen);
      return reply;
    },
  };
}
