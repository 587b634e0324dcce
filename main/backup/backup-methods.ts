import { accept } from '../../shared/refusals.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { Backups } from './backups.ts';
import type { HourlyBackups } from './hourly-backups.ts';

export type BackupMethods = Pick<HubMethods, Extract<keyof HubMethods, `backups.${string}`>>;

/** `reopen` closes this hub and opens it again. It is called once the reply to the restore has been sent. */
export function backupMethods(backups: Backups, hourly: Pick<HourlyBackups, 'nextAt' | 'arm'>, reopen: () => void): BackupMethods {
  return {
    async 'backups.start'() {
      const { reply, end } = await backups.begin('asked');
      // The next hourly backup is due an hour after this one.
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
