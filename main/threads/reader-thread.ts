import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { refuse } from '../../shared/refusals.ts';
import { answerQuery, type QueryTable } from '../engine/answer-query.ts';
import type { Fault } from '../engine/messages.ts';
import { PAUSED_NEVER } from '../queries/query.ts';
import { readLength } from '../queries/read-length.ts';
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
import { LikeQuestions } from './like-questions.ts';
import type { Question } from './question.ts';
import { ReadLanes } from './read-lanes.ts';
import type { ReaderTask } from './reader-task.ts';
import { TimeSlices } from './time-slices.ts';

/**
 * A thread that reads. It answers queries from committed snapshots and never waits for the writer. A thread of the quick lane gets quick reads alone. One of
 * the long lane gets searches and reports; searches go before reports, which have a connection and a snapshot of their own.
 */
const port = parentPort;
assert(port, 'the reader runs as a thread');
const { file, lane } = workerData as ReaderTask;

/**
 * The size of SQLite's page cache of each connection. It holds the upper pages of the indexes, and what a search reads twice. A larger one would be
 * useless, because SQLite drops it at every commit of the writer, and then reads the pages from the cache of the operating system.
 */
const CACHE_MIB = 2;
/** How long a report goes on before searches are looked for. */
const SLICE_MS = 5;

const { db, locators } = await openForReading(file, CACHE_MIB);
const reportDb = lane === 'long' ? (await openForReading(file, CACHE_MIB)).db : undefined;
const slices = new TimeSlices();
const pause = () => slices.pause();
const sliced = reportDb && new SlicedReads(reportDb, pause);
// Each connection has its snapshot, so each reads the airline's seat maps itself.
const factsWith = (reference: Reference) => ({
  reference,
  own: { reference: withOwnSeatMaps(reference, db), locators, pause: PAUSED_NEVER },
  ofReports: { reference: withOwnSeatMaps(reference, reportDb ?? db), locators, pause },
});
// A query that is under way goes on with the airports that it began with.
let facts = factsWith(loadReference().withAirports(await airportChanges(db)));
const likes = new LikeQuestions();
let faults = 0;
let closing = false;

async function answer(reads: SnapshotDatabase, first: Question, facts: Parameters<typeof answerQuery>[1]): Promise<void> {
  const { questions, asked } = likes.begin(first);
  try {
    const reply = await answerQuery(reads, facts, queries as unknown as QueryTable, asked);
    for (const { id } of questions) port?.postMessage({ id, reply });
  } catch (error) {
    const fault = faultOf(asked.name, error);
    const refusal = fault.trouble === 'corrupt' ? refuse('STORE_DAMAGED') : refuse('NOT_DONE', { reference: fault.reference });
    port?.postMessage({ fault });
    for (const { id } of questions) port?.postMessage({ id, reply: JSON.stringify(refusal) });
  }
}

function faultOf(name: string, error: unknown): Fault {
  const problem = faultText(error);
  const trouble = error instanceof StoreError ? error.trouble : undefined;
  return { name, reference: `Q${++faults}`, problem, ...(trouble ? { trouble } : {}) };
}

/** Reads a piece of the routes that searches will need. False when there is no more to read. */
async function readAhead(): Promise<boolean> {
  const kept = keptRoutes(db);
  if (closing || !kept.wantsMore) return false;
  try {
    await kept.readSome(db);
    // V8 would leave the rows of earlier answers in the old heap until it is many times as large.
    if (!kept.wantsMore) globalThis.gc?.();
  } catch (error) {
    kept.breakOff();
    port?.postMessage({ fault: faultOf('reading routes ahead', error) });
  }
  return kept.wantsMore;
}

const lanes = new ReadLanes({
  quick: (question) => answer(db, question, facts.own),
  long: (question) => answer(sliced ?? db, question, facts.ofReports),
  isLong: ({ asked }) => lane === 'long' && readLength(asked.name, asked.body) === 'report',
  slices,
  sliceMs: SLICE_MS,
  idle: readAhead,
  others: () => new Promise((next) => setImmediate(next)),
  now: () => performance.now(),
});

port.on('message', async (message: Question | { readonly learn: readonly AirportChange[] } | 'close') => {
  if (message !== 'close' && 'id' in message) {
    if (!likes.joins(message)) lanes.add(message);
    return;
  }
  if (message !== 'close') {
    facts = factsWith(facts.reference.withAirports(message.learn));
    return;
  }
  closing = true;
  await lanes.settled();
  await db.close();
  await reportDb?.close();
  port.close();
});
port.postMessage('ready');
