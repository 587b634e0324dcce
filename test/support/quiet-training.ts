import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAKE = path.join(import.meta.dirname, 'make-quiet-training.ts');
const NAME = 'training.sqlite';
/** Where the processes of one run find the store that was made for all of them. */
export const SHARED = 'AISLE_QUIET_TRAINING';
let made = process.env[SHARED];

/** Makes the store in a folder that goes with this process. */
export function makeQuietTraining(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-quiet-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [MAKE, folder]);
  return folder;
}

/**
 * Lays a training store into a folder that has none: the flights of the sample day with every seat free, and no colleagues. Tests that count
 * seats or bookings begin with it. One store is made in each process and copied, or one for all the processes that this one starts.
 */
export function layQuietTraining(folder: string): void {
  made ??= makeQuietTraining();
  copyFileSync(path.join(made, NAME), path.join(folder, NAME));
}
