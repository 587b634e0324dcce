import { copyFileSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { commands } from '../commands/registry.ts';
import { type CommandTable, Engine } from '../engine/engine.ts';
import type { QueuedCommand } from '../engine/messages.ts';
import { loadReference } from '../reference/load-reference.ts';
import { checkAtStart, checkWholeFile, WHOLE_CHECK_BYTES_MAX } from '../store/checks/check-store.ts';
import { crossCheck } from '../store/checks/cross-check.ts';
import { forgetDamage, isMarkedDamaged } from '../store/checks/damage-mark.ts';
import { JournalReach } from '../store/checks/journal-reach.ts';
import { transactionsBehindDamage } from '../store/checks/log-damage.ts';
import { missingEntries } from '../store/checks/missing-entries.ts';
import { StoreError } from '../store/database.ts';
import { newestBelieved } from '../store/newest-believed.ts';
import { openStore, type StoreFileOptions } from '../store/open-store.ts';
import { SqliteDatabase, storeError } from '../store/sqlite.ts';
import { withOwnSeatMaps } from '../views/own-seat-maps.ts';
import { Checkpoints } from './checkpoints.ts';

/** The one thread that writes. It opens the store, reports what it found, and then runs batches as they come. After the message `close` it ends by itself. */
const port = parentPort;
assert(port, 'the writer runs as a thread');
const options = workerData as StoreFileOptions;

/** The size of SQLite's page cache. It has room for the upper pages of every index of ten million bookings, and for the pages that are being written. More makes no hold cheaper. */
const CACHE_MIB = 16;

try {
  const { db, locators, storeId } = await openStore({ cacheMiB: CACHE_MIB, ...options }, (done, total) =>
    port.postMessage({ migrating: { done, total } }),
  );
  const size = options.file === ':memory:' ? 0 : statSync(options.file).size;
  const lost = transactionsBehindDamage(db, options.file);
  if (lost > 0) copyFileSync(`${options.file}-wal`, `${options.file}-wal.damaged`);
  await checkAtStart(db);
  if (size <= WHOLE_CHECK_BYTES_MAX || isMarkedDamaged(options.file)) {
    const problem = checkWholeFile(db)[0] ?? (await crossCheck(db));
    if (problem !== undefined) throw new StoreError('corrupt', problem);
    forgetDamage(options.file);
  }
  const missing = await missingEntries(db, options.file, storeId);
  const engine = new Engine(db, { reference: withOwnSeatMaps(loadReference(), db), locators }, commands as unknown as CommandTable);
  const opened = await engine.open();
  const found = { ...opened, newestAt: await newestBelieved(db, opened.newestAt) };
  const reach = options.file === ':memory:' ? undefined : new JournalReach(options.file, storeId);
  reach?.note(found.newestEvent);
  const checkpoints = db instanceof SqliteDatabase && options.file !== ':memory:' ? new Checkpoints(options.file, db, engine) : undefined;
  port.on('message', async (message: { id: number; commands: readonly QueuedCommand[] } | 'close') => {
    if (message !== 'close') {
      const outcome = await engine.run(message.commands);
      const newest = outcome.events.at(-1);
      if (newest !== undefined) reach?.note((JSON.parse(newest) as JournalEvent).event);
      port.postMessage({ id: message.id, outcome });
      checkpoints?.committed();
      return;
    }
    await checkpoints?.close();
    await engine.close();
    reach?.close();
    port.close();
  });
  port.postMessage({ found, size, lost, missing });
} catch (error) {
  const { trouble, message } = storeError(error);
  port.postMessage({ trouble, message });
  port.close();
}
