import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { refuse } from '../../shared/refusals.ts';
import { answerQuery, type QueryTable } from '../engine/answer-query.ts';
import type { Fault } from '../engine/messages.ts';
import { isLong } from '../queries/is-long.ts';
import { PAUSED_NEVER } from '../queries/query.ts';
import { queries } from '../queries/registry.ts';
import { keptRoutes } from '../queries/search/kept-routes.ts';
import type { AirportChange } from '../reference/airport-change.ts';
import { loadReference } from '../reference/load-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { StoreError } from '../store/database.ts';
import { faultText } from '../store/fault-text.ts';
import { openForReading } from '../store/open-store.ts';
import { SlicedReads, type SnapshotDatabase } from '../store/sliced-reads.ts';
import { airportChanges } from '../store/tables/airport-changes-table.ts';
import { withOwnSeatMaps } from '../views/own-seat-maps.ts';
import type { Question } from './question.ts';
import { ReadLanes } from './read-lanes.ts';
import { TimeSlices } from './time-slices.ts';

/** The thread that reads. It answers queries from committed snapshots and never waits for the writer. */
const port = parentPort;
assert(port, 'the reader runs as a thread');
const { file } = workerData as { file: string };

/**
 * The size of SQLite's page cache, for quick reads and for long ones, which have a connection and a snapshot of their own. It holds the upper pages of the indexes, and what a search reads twice. A larger one would be useless, because
 * SQLite drops it at every commit of the writer, and then reads the pages from the cache of the operating system.
 */
const CACHE_MIB = 2;

const { db, locators } = await openForReading(file, CACHE_MIB);
const { db: longDb } = await openForReading(file, CACHE_MIB);
const slices = new TimeSlices();
const pause = () => slices.pause();
const sliced = new SlicedReads(longDb, pause);
// Each connection has its snapshot, so each reads the airline's seat maps itself.
const factsWith = (reference: Reference) => ({
  reference,
  quick: { reference: withOwnSeatMaps(reference, db), locators, pause: PAUSED_NEVER },
  long: { reference: withOwnSeatMaps(reference, longDb), locators, pause },
});
// A query that is under way goes on with the airports that it began with.
let facts = factsWith(loadReference().withAirports(await airportChanges(db)));
let faults = 0;
let closing = false;

async function answer(reads: SnapshotDatabase, { id, asked }: Question, facts: Parameters<typeof answerQuery>[1]): Promise<void> {
  try {
    port?.postMessage({ id, reply: await answerQuery(reads, facts, queries as unknown as QueryTable, asked) });
  } catch (error) {
    const fault = faultOf(asked.name, error);
    const refusal = fault.trouble === 'corrupt' ? refuse('STORE_DAMAGED') : refuse('NOT_DONE', { reference: fault.reference });
    port?.postMessage({ id, reply: JSON.stringify(refusal), fault });
  }
}

function faultOf(name: string, error: unknown): Fault {
  const problem = faultText(error);
  const trouble = error instanceof StoreError ? error.trouble : undefined;
  return { name, reference: `Q${++faults}`, problem, ...(trouble ? { trouble } : {}) };
}

/** Reads a piece of the routes that searches will need. False when there is no more to read. */
async function readAhead(): Promise<boolean> {
  const kept = keptRoutes(sliced);
  if (closing || !kept.wantsMore) return false;
  try {
    await kept.readSome(sliced);
    // V8 would leave the rows of earlier answers in the old heap until it is many times as large.
    if (!kept.wantsMore) globalThis.gc?.();
  } catch (error) {
    kept.breakOff();
    port?.postMessage({ fault: faultOf('reading routes ahead', error) });
  }
  return kept.wantsMore;
}

const lanes = new ReadLanes({
  quick: (question) => answer(db, question, facts.quick),
  long: (question) => answer(sliced, question, facts.long),
  isLong: ({ asked }) => isLong(asked.name, asked.body),
  slices,
  idle: readAhead,
  others: () => new Promise((next) => setImmediate(next)),
  now: () => performance.now(),
});

port.on('message', async (message: Question | { readonly learn: readonly AirportChange[] } | 'close') => {
  if (message !== 'close' && 'id' in message) return lanes.add(message);
  if (message !== 'close') {
    facts = factsWith(facts.reference.withAirports(message.learn));
    return;
  }
  closing = true;
  await lanes.settled();
  await db.close();
  await longDb.close();
  port.close();
});
port.postMessage('ready');
