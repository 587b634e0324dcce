import type { Instant } from '../../shared/instants.ts';
import type { OwnMapTurn } from '../fleet/own-maps.ts';
import type { AirportChange } from '../reference/airport-change.ts';
import type { StagedImport } from '../store/staged-import.ts';
import type { ImportComparison } from '../views/compare-import.ts';
import type { CalendarSpan } from './calendar-day.ts';
import type { FareFile } from './csv-competitor-fares.ts';
import type { CalendarRead } from './holiday-calendar.ts';
import type { ReadBatch, ReadOutcome } from './read-schedule.ts';

/**
 * Reading and comparing may take minutes of processor time. So both run in a thread of their own, and their database handle only reads.
 */
export type ImportTask =
  | { readonly task: 'read'; readonly file: string; readonly ownTurns: readonly OwnMapTurn[]; readonly airports: readonly AirportChange[] }
  | { readonly task: 'compare'; readonly storeFile: string; readonly staged: StagedImport; readonly now: Instant }
  | { readonly task: 'calendar'; readonly bytes: Uint8Array; readonly span: CalendarSpan }
  | { readonly task: 'fares'; readonly bytes: Uint8Array; readonly now: Instant };

/** The reader waits for an answer to each batch, so that it never gets ahead of the store. `outcome`, `compared`, `calendarRead` and `faresRead` are the last messages. */
export type FromImportThread =
  | { readonly batch: ReadBatch }
  | { readonly outcome: ReadOutcome }
  | { readonly compared: ImportComparison | undefined }
  | { readonly calendarRead: CalendarRead }
  | { readonly faresRead: FareFile };

/** Runs a task on a thread of its own: `main/threads/start-import.ts`. It is passed in, because the thread runs the code of this folder. */
export type RunImportTask = (task: ImportTask, signal: AbortSignal, hear: (message: FromImportThread) => Promise<void>) => Promise<void>;
