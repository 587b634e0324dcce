import { stat } from 'node:fs/promises';
import { assert } from '../../shared/assert.ts';
import type { SchedulePreview } from '../../shared/methods/schedule.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import type { ApplyScheduleInput } from '../commands/apply-schedule-input.ts';
import type { StagedPart } from '../commands/stage-flights.ts';
import type { StagedScope } from '../store/tables/staged-flights-table.ts';
import type { ImportProgress } from './import-progress.ts';
import type { ImportStore } from './import-store.ts';
import type { ReadFindings } from './read-report.ts';
import type { ReadOutcome } from './read-schedule.ts';

export interface ImportJob {
  readonly file: string;
  /** What the file is called on screens and in the journal. */
  readonly name: string;
  readonly importId: string;
  readonly store: ImportStore;
  readonly signal: AbortSignal;
  progress(progress: ImportProgress): void;
}

/** What the screen shows, and the input that `apply` needs to do exactly that. */
export interface ImportPreview {
  readonly preview: SchedulePreview;
  readonly apply: ApplyScheduleInput;
}

/** Reads a file, stages its flights and compares them with the schedule. Nothing is changed; after a refusal nothing is left. */
export async function previewImport(job: ImportJob): Promise<Reply<ImportPreview>> {
  const { store, importId, signal } = job;
  try {
    const reply = await readAndCompare(job);
    if (reply.ok && !signal.aborted) return reply;
    await store.discard(importId);
    return signal.aborted ? refuse('IMPORT_CANCELLED') : reply;
  } catch (error) {
    await store.discard(importId);
    if (signal.aborted) return refuse('IMPORT_CANCELLED');
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      return refuse('FILE_UNREADABLE', { problem: 'it needs more memory than a schedule ever does' });
    }
    throw error;
  }
}

async function readAndCompare({ file, name, importId, store, signal, progress }: ImportJob): Promise<Reply<ImportPreview>> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  let outcome: ReadOutcome | undefined;
  let failed: Exclude<Reply<unknown>, { ok: true }> | undefined;
  let records = 0;
  const stopped = new AbortController();
  const ownTurns = await store.ownTurns();
  const airports = await store.airports();
  await store.run({ task: 'read', file, ownTurns, airports }, AbortSignal.any([signal, stopped.signal]), async (message) => {
    if ('outcome' in message) outcome = message.outcome;
    if (!('batch' in message) || signal.aborted) return;
    const { values, codeshares, bytes, lines } = message.batch;
    records = lines;
    if (values.length + codeshares.length > 0) {
      const staged = await store.stage({ importId, values, codeshares, keptNumbers: [] });
      if (!staged.ok) {
        failed = staged;
        stopped.abort();
      }
    }
    progress({ stage: 'reading', done: size > 0 ? Math.min(1, bytes / size) : 1, records });
  });
  if (signal.aborted) return refuse('IMPORT_CANCELLED');
  if (failed) return failed;
  assert(outcome, 'the reader ended with an outcome');
  if ('unreadable' in outcome) return refuse('FILE_UNREADABLE', { problem: outcome.unreadable });

  const { findings } = outcome;
  const kept = await store.stage({ importId, values: [], keptNumbers: findings.refusedNumbers, last: true });
  if (!kept.ok) return kept;
  progress({ stage: 'comparing', done: 0, records });
  const staged = stagedImport(importId, findings, kept.value.marketed);
  const compared = await store.compare(staged, signal);
  if (!compared.ok) return compared;
  // The file was read by airports that are not those of now. A change after the comparison is found when it is applied.
  if ((await store.airports()).length !== airports.length) return refuse('IMPORT_STALE');
  progress({ stage: 'comparing', done: 1, records });
  const { format, attention, problems, problemsMore } = findings;
  const { counts, generation, summary, attention: ofStore, touched } = compared.value;
  return accept({
    preview: {
      importId,
      name,
      format,
      counts,
      summary,
      touched,
      attention: [...attention, ...marketedAttention(kept.value), ...ofStore],
      problems: [...problems],
      problemsMore,
    },
    apply: { ...staged, name, generation, counts },
  });
}

/** `marketed`: flights of the file that are numbers under which another flight is sold. They were taken away. */
const stagedImport = (
  importId: string,
  { legs, flights, refused, codeshares, scopes, dropNothing, through }: ReadFindings,
  marketed: number,
) => ({
  importId,
  legs,
  flights: flights - marketed,
  refused,
  scopes: [...(dropNothing ? [] : scopes), ...(codeshares > 0 ? [MARKETED] : [])],
  through,
});

const MARKETED: StagedScope = { carrier: '', fromDay: 0, toDay: 0, marketed: true };

const marketedAttention = ({ marketed, nowhere }: StagedPart): string[] => {
  const told: string[] = [];
  if (marketed === 1) told.push('1 flight of the file is left out: the carrier that flies it sells its seats under another number');
  if (marketed > 1)
    told.push(`${marketed} flights of the file are left out: the carriers that fly them sell their seats under other numbers`);
  if (nowhere > 0)
    told.push(
      `${nowhere === 1 ? '1 departure is' : `${nowhere} departures are`} flown by another carrier, whose flight is not in the schedule. Nothing is sold under ${nowhere === 1 ? 'its' : 'their'} number until it is`,
    );
  return told;
};
