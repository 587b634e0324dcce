import type { Instant } from '../../shared/instants.ts';
import type { ComparedImport, StagedImport } from '../store/staged-import.ts';
import type { ReadBatch, ReadOutcome } from './read-schedule.ts';

/** Reading and comparing may take minutes of a processor, so both happen beside the threads that sell. */
export type ImportTask =
  | { readonly task: 'read'; readonly file: string }
  | { readonly task: 'compare'; readonly storeFile: string; readonly staged: StagedImport; readonly now: Instant };

/** A batch waits for an answer, so that the reader never runs ahead of the store; `outcome` and `compared` are the last word. */
export type FromImportThread =
  | { readonly batch: ReadBatch }
  | { readonly outcome: ReadOutcome }
  | { readonly compared: ComparedImport | undefined };

/** Runs a task on a thread of its own: `main/threads/start-import.ts`. It is passed in, because the thread runs the code of this folder. */
export type RunImportTask = (task: ImportTask, signal: AbortSignal, hear: (message: FromImportThread) => Promise<void>) => Promise<void>;
