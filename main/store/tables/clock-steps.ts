import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/** An entry of the journal at which time went back, and the time that it went back to. */
export interface ClockStepBack {
  readonly event: number;
  readonly at: number;
}

/** All of them, oldest first. The journal holds them too, but looking for a handful of entries among millions takes too long. */
export const clockStepsBack = async (db: ReadDatabase): Promise<ClockStepBack[]> =>
  JSON.parse((await readMeta(db, 'clock_steps')) ?? '[]') as ClockStepBack[];

export async function rememberClockStep(db: WriteDatabase, step: ClockStepBack): Promise<void> {
  await writeMeta(db, 'clock_steps', JSON.stringify([...(await clockStepsBack(db)), step]));
}

/** The moment from which an entry counts: its own, unless a time that stood ahead dated it. Then it is the moment at which that time was set right. */
export const countsFrom = (steps: readonly ClockStepBack[], { event, at }: ClockStepBack): number =>
  Math.min(at, ...steps.filter((step) => event < step.event).map((step) => step.at));

/** Whether an entry was dated by a time that stood ahead and was set right later. */
export const isDatedAhead = (steps: readonly ClockStepBack[], entry: ClockStepBack): boolean => countsFrom(steps, entry) < entry.at;
