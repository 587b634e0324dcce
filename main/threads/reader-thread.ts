import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { refuse } from '../../shared/refusals.ts';
import { answerQuery, type QueryTable } from '../engine/answer-query.ts';
import type { AskedQuery, Fault } from '../engine/messages.ts';
import { queries } from '../queries/registry.ts';
import { keptRoutes } from '../queries/search/kept-routes.ts';
import { loadReference } from '../reference/load-reference.ts';
import { StoreError } from '../store/database.ts';
import { openForReading } from '../store/open-store.ts';

/** The thread that reads. It answers queries from committed snapshots and never waits for the writer. */
const port = parentPort;
assert(port, 'the reader runs as a thread');
const { file } = workerData as { file: string };

/**
 * The size of SQLite's page cache: the upper pages of the indexes, and what a search reads twice. A larger one would be useless, because
 * SQLite drops it at every commit of the writer, and then reads the pages from the cache of the operating system.
 */
const CACHE_MIB = 4;

const { db, locators } = await openForReading(file, CACHE_MIB);
const facts = { reference: loadReference(), locators };
let faults = 0;
/** Queries run one after the other, because each needs the snapshot of the connection for itself. */
let turn: Promise<void> = Promise.resolve();
/** Questions that are not answered yet. */
let waiting = 0;
/** True while the next piece of routes has its turn coming. */
let readsAhead = false;
let closed = false;

async function answer(id: number, asked: AskedQuery): Promise<void> {
  try {
    port?.postMessage({ id, reply: await answerQuery(db, facts, queries as unknown as QueryTable, asked) });
  } catch (error) {
    const fault = faultOf(asked.name, error);
    const refusal = fault.trouble === 'corrupt' ? refuse('STORE_DAMAGED') : refuse('NOT_DONE', { reference: fault.reference });
    port?.postMessage({ id, reply: JSON.stringify(refusal), fault });
  }
}

function faultOf(name: string, error: unknown): Fault {
  const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const trouble = error instanceof StoreError ? error.trouble : undefined;
  return { name, reference: `Q${++faults}`, problem, ...(trouble ? { trouble } : {}) };
}

/** Reads routes that searches will need, a piece at a time, for as long as nobody waits for an answer. */
async function readAhead(): Promise<void> {
  readsAhead = false;
  if (waiting > 0 || closed) return;
  try {
    await keptRoutes(db).readSome(db);
    // V8 would leave the rows of earlier answers in the old heap until it is many times as large.
    if (!keptRoutes(db).wantsMore) globalThis.gc?.();
    planReadingAhead();
  } catch (error) {
    keptRoutes(db).breakOff();
    port?.postMessage({ fault: faultOf('reading routes ahead', error) });
  }
}

function planReadingAhead(): void {
  if (readsAhead || waiting > 0 || closed || !keptRoutes(db).wantsMore) return;
  readsAhead = true;
  // After the messages that have come meanwhile.
  setImmediate(() => {
    turn = turn.then(readAhead);
  });
}

port.on('message', (message: { id: number; asked: AskedQuery } | 'close') => {
  waiting++;
  turn = turn.then(async () => {
    if (message === 'close') {
      closed = true;
      await db.close();
      port.close();
      return;
    }
    await answer(message.id, message.asked);
    waiting--;
    planReadingAhead();
  });
});
port.postMessage('ready');
