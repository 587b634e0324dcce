import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

export interface Ended {
  readonly said: string;
  /** Null when it was killed. */
  readonly code: number | null;
  readonly ms: number;
}

/** Runs a program of this project with the same Node, to its end or until it is killed `killAfterMs` after its first word (or its start). */
export async function runProcess(
  args: readonly string[],
  kill?: { readonly afterMs: number; readonly afterWord?: RegExp },
): Promise<Ended> {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const from = performance.now();
  const spoke = Promise.withResolvers<void>();
  let said = '';
  const hear = (data: Buffer) => {
    said += data;
    if (kill?.afterWord?.test(said)) spoke.resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  if (kill) {
    if (kill.afterWord) await Promise.race([spoke.promise, ended]);
    await Promise.race([wait(kill.afterMs), ended]);
    child.kill('SIGKILL');
  }
  return { code: await ended, said, ms: performance.now() - from };
}
