import { hubBackups } from '../../../../main/backup/hub-backups.ts';
import type { HubCall } from '../../../../main/hub/hub-methods.ts';
import { startBackup } from '../../../../main/threads/start-backup.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { Notice } from '../../../../shared/notices.ts';
import { backupStore, sell } from '../../../main/backup/backup-store.ts';
import { FakeClock } from '../../../main/support/fake-clock.ts';
import { FakeTimer } from '../../../main/support/fake-timer.ts';
import { KeptLog } from '../../../main/support/small-hub.ts';
import { MERCY, value } from '../../../main/support/test-hub.ts';
import { NOON } from './open-counter.ts';

async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise(setImmediate);
}

/** A store that sold at 10:59 UTC. Its backups: the hourly one of 11:00, and the one that the supervisor asks for at noon. */
export async function runBackups() {
  const files = backupStore();
  const clock = new FakeClock(NOON - HOUR_MS - MINUTE_MS);
  const timer = new FakeTimer(clock);
  const told: Extract<Notice, { type: 'backup.progress' }>[] = [];
  let ended = Promise.withResolvers<void>();
  try {
    return await files.selling(async (opened) => {
      const flight = await opened.addFlight();
      await sell(opened, flight.id, '15A');
      const { methods, close } = hubBackups({
        ...{ store: files.store, folder: files.folder, mode: 'training', hub: opened.hub, clock, timer, log: new KeptLog() },
        ...{ run: startBackup, restore: undefined, trouble: () => {}, reopen: () => {} },
        payments: { asked: new Set(), stopUnlessAsked: () => true, goOn: () => {} },
        tell: (notice) => {
          if (notice.type === 'backup.progress') told.push(notice);
          if (notice.type === 'backup.progress' && notice.running === null) ended.resolve();
        },
      });
      const call = { actor: MERCY } as HubCall;
      const status = async () => value(await methods['backups.status'](call, {}));
      await until(() => timer.waiting > 0);
      timer.pass(MINUTE_MS);
      await ended.promise;
      await until(() => timer.waiting > 0);
      clock.advance(HOUR_MS);
      ended = Promise.withResolvers();
      const { running } = value(await methods['backups.start'](call, { requestId: opened.requestId() }));
      await ended.promise;
      await until(async () => (await status()).nextAt === NOON + HOUR_MS);
      const { backups } = value(await methods['backups.list'](call, {}));
      const made = { running, told, backups, status: await status() };
      await close(false);
      return made;
    }, clock);
  } finally {
    files.remove();
  }
}
