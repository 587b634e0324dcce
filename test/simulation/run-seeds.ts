import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action } from './action.ts';
import { type Place, runActions, runSeed } from './run.ts';
import { shrink } from './shrink.ts';
import { makeTemplateStore } from './template-store.ts';

/** A place for stores, gone afterwards. */
export async function withPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  // Memory where the system has such a folder: the power cuts are made by copying, so no disk need be waited for.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'aisle-simulation-'));
  try {
    const template = join(folder, 'template.sqlite');
    await makeTemplateStore(template);
    return await work({ folder, template });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface SeedFailure {
  readonly seed: number;
  readonly step: number;
  readonly message: string;
  readonly kind: string;
  /** The shortest run found that fails in the same way, and how it fails. */
  readonly shortest: readonly Action[];
  readonly shortestMessage: string;
}

export interface SeedsDone {
  readonly seeds: number;
  readonly steps: number;
  readonly crashes: number;
  readonly bookings: number;
  readonly met: Readonly<Record<string, number>>;
  readonly failure: SeedFailure | undefined;
}

/** Runs seeds one after the other until one fails, and shrinks that one. `told` hears after each seed. */
export function runSeeds(seeds: readonly number[], steps: number, shrinks: boolean, told: (seed: number) => void): Promise<SeedsDone> {
  return withPlace(async (place) => {
    const met: Record<string, number> = {};
    const done = { seeds: 0, steps: 0, crashes: 0, bookings: 0 };
    for (const seed of seeds) {
      const run = await runSeed(place, seed, steps);
      done.seeds++;
      done.steps += run.actions.length;
      done.crashes += run.crashes;
      done.bookings += run.bookings;
      for (const [reply, times] of run.met) met[reply] = (met[reply] ?? 0) + times;
      if (run.failure) {
        const first = { actions: run.actions, failure: run.failure };
        const short = shrinks ? await shrink(run.actions, run.failure, (actions) => runActions(place, actions)) : first;
        const { message, kind } = run.failure;
        const failure = { seed, step: run.actions.length, message, kind, shortest: short.actions, shortestMessage: short.failure.message };
        return { ...done, met, failure };
      }
      told(seed);
    }
    return { ...done, met, failure: undefined };
  });
}
