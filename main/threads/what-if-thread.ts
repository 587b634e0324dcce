import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { giveWay } from '../hub/low-priority.ts';
import { loadReference } from '../reference/load-reference.ts';
import { openForReading } from '../store/open-store.ts';
import { storeError } from '../store/sqlite.ts';
import { airportChanges } from '../store/tables/airport-changes-table.ts';
import { withOwnSeatMaps } from '../views/own-seat-maps.ts';
import { doWhatIf } from '../what-if/do-what-if.ts';
import type { FromWhatIfThread, WhatIfTask } from '../what-if/what-if-task.ts';

/** Tries a change of prices on the flights of a store, while people sell from it, and ends. Its connection only reads. */
const port = parentPort;
assert(port, 'prices are tried by a thread');
const tell = (message: FromWhatIfThread): void => port.postMessage(message);
const task = workerData as WhatIfTask;

/** The size of SQLite's page cache: flights are read once, in the order in which they are stored. */
const CACHE_MIB = 2;

try {
  giveWay();
  const { db } = await openForReading(task.storeFile, CACHE_MIB);
  const reference = loadReference().withAirports(await airportChanges(db));
  await doWhatIf(db, withOwnSeatMaps(reference, db), task, tell);
  await db.close();
  tell({ ended: 'well' });
} catch (error) {
  const { trouble, message } = storeError(error);
  tell({ ended: 'trouble', trouble, message });
}
port.close();
