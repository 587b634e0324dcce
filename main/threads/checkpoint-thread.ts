import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { giveWay } from '../hub/low-priority.ts';
import { SqliteDatabase } from '../store/sqlite.ts';

/** The first round copies what is in the log. Each later round copies what came during the round before: less each time. */
const ROUNDS = 3;

/** Copies the write-ahead log into the store's file, while the writer works, each time it is told to. */
const port = parentPort;
assert(port, 'the log is copied by a thread');
const { file } = workerData as { file: string };
// Low priority: what is not copied yet is just as safe in the log, and holds must not wait for a processor.
giveWay();
const db = new SqliteDatabase({ file, cacheMiB: 1 });

port.on('message', (message: 'copy' | 'close') => {
  if (message === 'close') {
    db.close();
    port.close();
    return;
  }
  try {
    for (let round = 0; round < ROUNDS; round++) db.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // The writer meets the same trouble when it copies the rest, and is the one to be told of it.
  }
  port.postMessage('copied');
});
