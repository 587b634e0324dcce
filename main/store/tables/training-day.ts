import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/** The departures of another airport than home on its local date, which are sold because a desk looked at them. */
export interface OtherDepartures {
  readonly airport: string;
  /** `2026-11-27` */
  readonly date: string;
  /** How many flights were to be sold. */
  readonly flights: number;
  readonly sold: boolean;
}

/** How far simulated desks have sold the day of a training store. */
export interface TrainingDay {
  /** The airport whose departures they sold; empty at first. */
  readonly home: string;
  /** Every departure of it with a flight id up to this one has its sales. */
  readonly soldTo: number;
  readonly others: readonly OtherDepartures[];
}

/** Undefined in a store whose day began empty, and in every live store. */
export async function readTrainingDay(db: ReadDatabase): Promise<TrainingDay | undefined> {
  const text = await readMeta(db, 'training_day');
  return text === undefined ? undefined : { others: [], ...(JSON.parse(text) as Omit<TrainingDay, 'others'>) };
}

export const writeTrainingDay = (db: WriteDatabase, day: TrainingDay) => writeMeta(db, 'training_day', JSON.stringify(day));
