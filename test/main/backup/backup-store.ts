import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MakeBackup, makeBackup } from '../../../main/backup/make-backup.ts';
import { type PrepareRestore, prepareRestore } from '../../../main/backup/prepare-restore.ts';
import { startBackup } from '../../../main/threads/start-backup.ts';
import type { FakeClock } from '../support/fake-clock.ts';
import { ANA, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

/** A folder with a store in it that has sold, and what tests do to it again and again. */
export function backupStore() {
  const root = mkdtempSync(join(tmpdir(), 'aisle-backup-'));
  const store = join(root, 'training.sqlite');
  const folder = join(root, 'backups');
  return {
    root,
    store,
    folder,
    remove: () => rmSync(root, { recursive: true, force: true }),

    /** Opens the store, lets `work` sell in it, and closes it. */
    async selling<T>(work: (hub: TestHub) => Promise<T>, clock?: FakeClock): Promise<T> {
      const hub = await openTestHub({ file: store, ...(clock ? { clock } : {}) });
      try {
        return await work(hub);
      } finally {
        await hub.hub.close();
      }
    },

    backup: (at: number, more: Partial<MakeBackup> = {}) =>
      makeBackup({
        ...{ store, folder, mode: 'training', kind: 'hourly', gentle: false, run: startBackup, signal: new AbortController().signal },
        at: at as MakeBackup['at'],
        progress: () => {},
        ...more,
      }),

    prepare: (from: string, at: number, more: Partial<PrepareRestore> = {}) =>
      prepareRestore({
        hubTime: true,
        ...{ store, folder, from, mode: 'training', gentle: false, run: startBackup, signal: new AbortController().signal },
        by: { user: 'osei', desk: 'T1-01' },
        at: at as PrepareRestore['at'],
        progress: () => {},
        ...more,
      }),
  };
}

let requests = 0;
/** Never the same, however often a store is opened. */
const requestId = (): string => `backup-request-${++requests}`;

/** Sells a seat on the flight of this number and answers with the booking. */
export async function sell(hub: TestHub, flightId: number, seat: string) {
  const hold = value(await hub.hold(flightId, [seat], { requestId: requestId() }));
  return value(await hub.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, requestId()));
}
