import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SchedulePreview } from '../../shared/methods/schedule.ts';
import { type Refusal, refuse } from '../../shared/refusals.ts';
import { SYSTEM } from '../actor.ts';
import { finishRestore } from '../backup/finish-restore.ts';
import { bootError } from '../boot/boot-error.ts';
import { chooseMode, storeFile } from '../boot/choose-mode.ts';
import { openInlineHub } from '../engine/inline-hub.ts';
import { WallClock } from '../hub/clock.ts';
import { type ImportPreview, previewImport } from '../import/import-job.ts';
import type { ImportProgress } from '../import/import-progress.ts';
import { hubImportStore } from '../import/import-store.ts';
import { loadReference } from '../reference/load-reference.ts';
import { StoreError } from '../store/database.ts';
import { openStore, type StoreMode } from '../store/open-store.ts';
import { lockStore } from '../store/store-lock.ts';
import { startImport } from '../threads/start-import.ts';
import type { ImportResult } from './import-result.ts';
import { importText } from './import-text.ts';

export interface ImportCommand {
  readonly file: string;
  readonly dataDir: string;
  /** Undefined: as the console would choose. */
  readonly mode: StoreMode | undefined;
  readonly dryRun: boolean;
  /** The person who typed the command confirms that the computer's date and time are right, as on the screen of a console. */
  readonly timeIsRight: boolean;
  readonly json: boolean;
  out(text: string): void;
  progress(text: string): void;
}

/** Imports a file into a store that no running Aisle has open. Returns the exit code: 0 done, 1 refused. */
export async function importFile(command: ImportCommand): Promise<number> {
  const mode = chooseMode(command.dataDir, command.mode);
  const store = storeFile(command.dataDir, mode);
  const result = await attempt(command, store, mode);
  command.out(command.json ? `${JSON.stringify(result)}\n` : importText(result, command.dryRun));
  return result.ok ? 0 : 1;
}

async function attempt(command: ImportCommand, store: string, mode: StoreMode): Promise<ImportResult> {
  const nothing = {
    applied: false,
    file: command.file,
    store,
    format: null,
    counts: null,
    problems: [],
    problemsMore: 0,
    attention: [],
    summary: null,
  };
  const refused = ({ code, message, next }: ImportResult['refusal'] & object): ImportResult => ({
    ok: false,
    ...nothing,
    refusal: { code, message, next },
  });
  if (!statSync(command.file, { throwIfNoEntry: false })?.isFile()) {
    return refused({ code: 'FILE_UNREADABLE', message: `There is no file ${command.file}.`, next: 'Check the path.' });
  }
  try {
    mkdirSync(path.dirname(store), { recursive: true, mode: 0o700 });
    const lock = await lockStore(store);
    try {
      await finishRestore(store, mode);
      const { preview, refusal, applied } = await run(command, store, mode);
      if (!preview) return refused(refusal as Refusal);
      const { format, counts, problems, problemsMore, attention, summary } = preview;
      const said = refusal ? { code: refusal.code, message: refusal.message, next: refusal.next } : null;
      return {
        ok: !refusal,
        applied,
        file: command.file,
        store,
        format,
        counts,
        problems,
        problemsMore,
        attention,
        summary,
        refusal: said,
      };
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { sentence, advice } = bootError(error.trouble, store, error);
    return refused({ code: error.trouble === 'busy' ? 'STORE_IN_USE' : 'STORE_FAILED', message: sentence, next: advice });
  }
}

/** The same refusal as on the console, with what to do here. */
function doubtful(computer: number): Refusal {
  const now = new Date(computer).toISOString().slice(0, 16).replace('T', ' ');
  const next = `The computer says ${now} UTC. If that is right, run the command again with --time-is-right; else set its clock first.`;
  return { ...refuse('CLOCK_DOUBTFUL').refusal, next };
}

async function run(
  { file, dryRun, timeIsRight, progress }: ImportCommand,
  store: string,
  mode: StoreMode,
): Promise<{ preview?: SchedulePreview; refusal?: Refusal; applied: boolean }> {
  const clock = new WallClock();
  const fresh = { storeId: randomUUID(), locatorKey: randomBytes(4).readUInt32LE(), madeAt: clock.now() };
  const { db, locators } = await openStore({ file: store, mode, fresh });
  const hub = await openInlineHub({ db, locators, reference: loadReference(), clock });
  const imports = hubImportStore(hub, startImport);
  const stop = new AbortController();
  const tellProgress = ({ stage, done, records }: ImportProgress): void =>
    progress(`\r${stage} ${String(Math.floor(done * 100)).padStart(3)} %, ${records} lines `);
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    clock.now();
    const { standing, computer } = clock.state;
    if (standing === 'doubtful') {
      if (!timeIsRight) return { refusal: doubtful(computer), applied: false };
      const confirmed = await hub.stepClock('clock.adopt', computer, SYSTEM, null);
      if (!confirmed.ok) return { refusal: confirmed.refusal, applied: false };
    }
    await imports.discard(null);
    // What a crash left of an import before.
    await imports.settle();
    const previewed = await previewImport({
      file,
      name: path.basename(file),
      importId: randomUUID(),
      store: imports,
      signal: stop.signal,
      progress: tellProgress,
    });
    progress('\r\x1b[K');
    if (!previewed.ok) return { refusal: previewed.refusal, applied: false };
    return await finish(previewed.value);
  } finally {
    process.removeListener('SIGINT', interrupt);
    await hub.close();
    clock.close();
  }

  async function finish({ preview, apply }: ImportPreview): Promise<{ preview: SchedulePreview; refusal?: Refusal; applied: boolean }> {
    if (dryRun) {
      await imports.discard(apply.importId);
      return { preview, applied: false };
    }
    const applying = { signal: stop.signal, progress: tellProgress };
    const applied = await imports.apply(apply, SYSTEM, null, applying);
    progress('\r\x1b[K');
    if (applied.ok) await imports.settle();
    return applied.ok ? { preview, applied: true } : { preview, refusal: applied.refusal, applied: false };
  }
}
