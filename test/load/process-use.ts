import { readFileSync } from 'node:fs';
import { residentMiB } from '../bench/resident.ts';
import type { MemoryReading } from './memory-growth.ts';

/** Linux counts the processor time of a process in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Seconds of the processors that a process and its threads have used. */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the process stands in brackets and may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** The processors that a process had at work on average since it was made, and its memory then and now. */
export class ProcessUse {
  readonly #pid: number;
  readonly #startedAt = performance.now();
  readonly #before: number;
  /** By the minute since then. */
  readonly readings: MemoryReading[] = [];

  constructor(pid: number) {
    this.#pid = pid;
    this.#before = processorSeconds(pid);
  }

  read(): void {
    this.readings.push({ minute: (performance.now() - this.#startedAt) / 60_000, mib: residentMiB(this.#pid).now });
  }

  get processors(): number {
    return (processorSeconds(this.#pid) - this.#before) / ((performance.now() - this.#startedAt) / 1_000);
  }

  get peakMiB(): number {
    return residentMiB(this.#pid).peak;
  }
}
