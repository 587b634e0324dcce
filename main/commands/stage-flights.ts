import { accept } from '../../shared/refusals.ts';
import type { Value } from '../store/database.ts';
import { keepStagedMaps } from '../store/tables/kept-seat-maps.ts';
import { matchDepartures } from '../store/tables/match-departures.ts';
import { discardStaged, stageFlights, stageKeptNumbers } from '../store/tables/staged-flights-table.ts';
import type { Command } from './command.ts';

export interface StageFlightsInput {
  readonly importId: string;
  /** Flights one after the other, in the order of SCHEDULED_COLUMNS. */
  readonly values: readonly Value[];
  /** Flight numbers of refused records, whose flights are not to be dropped. */
  readonly keptNumbers: readonly { readonly carrier: string; readonly number: number }[];
  /** With the last part of a file: its departures are matched with those of the store. */
  readonly last?: boolean;
}

/** Stages flights from a file beside the schedule, where they are not for sale yet. */
export const stageFlightsOf: Command<StageFlightsInput, { readonly staged: number }> = async (
  { db },
  { importId, values, keptNumbers, last },
) => {
  const staged = await stageFlights(db, importId, values);
  await stageKeptNumbers(db, importId, keptNumbers);
  if (last) {
    await matchDepartures(db, importId);
    await keepStagedMaps(db, importId);
  }
  return accept({ staged });
};

/** Deletes staged flights that were not applied: of one import, or (null) of all, as after a crash. */
export const discardSchedule: Command<{ readonly importId: string | null }, Record<never, never>> = async ({ db }, { importId }) => {
  await discardStaged(db, importId);
  return accept({});
};
