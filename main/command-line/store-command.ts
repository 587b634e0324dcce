import { statSync } from 'node:fs';
import type { TaskStep } from '../backup/backup-task.ts';
import type { StoreMode } from '../store/open-store.ts';

/** What `backup`, `restore` and `check` on the command line have in common. */
export interface StoreCommand {
  readonly dataDir: string;
  readonly backupsDir: string;
  /** Undefined: as the console would choose, or as the file says. */
  readonly mode: StoreMode | undefined;
  readonly json: boolean;
  out(text: string): void;
  progress(text: string): void;
}

/** The result of a command, as sentences and as one object. A refusal says what would work. */
export interface StoreResult {
  readonly ok: boolean;
  readonly store: string;
  readonly file: string | null;
  /** What is printed without `--json`, a line each. */
  readonly lines: readonly string[];
  readonly refusal: { readonly code: string; readonly message: string; readonly next: string } | null;
}

/** Runs a command that Ctrl-C stops, prints its result, and returns the exit code: 0 done, 1 refused or a problem found. */
export async function runStoreCommand(
  command: StoreCommand,
  work: (signal: AbortSignal, progress: (step: TaskStep) => void) => Promise<StoreResult>,
): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const result = await work(stop.signal, ({ step, done, total }) => {
      const share = total === 0 ? '' : ` ${String(Math.floor((100 * done) / total)).padStart(3)} %`;
      command.progress(`\r${step}${share} \x1b[K`);
    });
    command.progress('\r\x1b[K');
    const { lines, ...facts } = result;
    const said = facts.refusal ? [...lines, `Refused: ${facts.refusal.message}`, facts.refusal.next] : lines;
    command.out(command.json ? `${JSON.stringify(facts)}\n` : `${said.join('\n')}\n`);
    return result.ok ? 0 : 1;
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}

/** There is nothing to work on, or this account cannot tell: the folder of a service is closed to all but its own user. */
export function storeMissing(store: string): StoreResult['refusal'] & object {
  if (isClosed(store))
    return {
      code: 'STORE_CLOSED',
      message: `This account may not look into the folder of the store ${store}.`,
      next: 'Run the command as an administrator of this computer: with sudo, or in a PowerShell of an administrator.',
    };
  return {
    code: 'STORE_MISSING',
    message: `There is no store ${store}.`,
    next: 'Say with --data where it is, and with --live or --training which one.',
  };
}

function isClosed(store: string): boolean {
  try {
    statSync(store);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
  }
}

export const refusedWith = (store: string, file: string | null, refusal: StoreResult['refusal'] & object): StoreResult => ({
  ok: false,
  store,
  file,
  lines: [],
  refusal: { code: refusal.code, message: refusal.message, next: refusal.next },
});
