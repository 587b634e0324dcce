import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAKE = path.join(import.meta.dirname, 'make-quiet-training.ts');
const NAME = 'training.sqlite';
let made: string | undefined;

/**
 * Lays a training store into a folder that has none: the flights of the sample day with every seat free, and no colleagues. Tests that count
 * seats or bookings begin with it. One store is made in each process and copied.
 */
export function layQuietTraining(folder: string): void {
  if (made === undefined) {
    const folder = mkdtempSync(path.join(tmpdir(), 'aisle-quiet-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    execFileSync(process.execPath, [MAKE, folder]);
    made = folder;
  }
  copyFileSync(path.join(made, NAME), path.join(folder, NAME));
}
