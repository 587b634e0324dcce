import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { refuse } from '../../shared/refusals.ts';
import { answerQuery, type QueryTable } from '../engine/answer-query.ts';
import type { AskedQuery, Fault } from '../engine/messages.ts';
import { queries } from '../queries/registry.ts';
import { loadReference } from '../reference/load-reference.ts';
import { StoreError } from '../store/database.ts';
import { openForReading } from '../store/open-store.ts';

/** The thread that reads. It answers queries from committed snapshots and never waits for the writer. */
const port = parentPort;
assert(port, 'the reader runs as a thread');
const { file } = workerData as { file: string };

/**
 * The size of SQLite's page cache: what one search reads. A larger one would be useless, because SQLite drops it at every commit of the
 * writer, and then reads the pages from the cache of the operating system.
 */
const CACHE_MIB = 16;

const { db, locators } = await openForReading(file, CACHE_MIB);
const facts = { reference: loadReference(), locators };
let faults = 0;
/** Queries run one after the other, because each needs the snapshot of the connection for itself. */
let turn: Promise<void> = Promise.resolve();

async function answer(id: number, asked: AskedQuery): Promise<void> {
  try {
    port?.postMessage({ id, reply: await answerQuery(db, facts, queries as unknown as QueryTable, asked) });
  } catch (error) {
    const reference = `Q${++faults}`;
    const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const trouble = error instanceof StoreError ? error.trouble : undefined;
    const refusal = trouble === 'corrupt' ? refuse('STORE_DAMAGED') : refuse('NOT_DONE', { reference });
    const fault: Fault = { name: asked.name, reference, problem, ...(trouble ? { trouble } : {}) };
    port?.postMessage({ id, reply: JSON.stringify(refusal), fault });
  }
}

port.on('message', (message: { id: number; asked: AskedQuery } | 'close') => {
  turn = turn.then(async () => {
    if (message !== 'close') return answer(message.id, message.asked);
    await db.close();
    port.close();
  });
});
port.postMessage('ready');
