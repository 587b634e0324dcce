import { accept } from '../../shared/refusals.ts';
import type { Value } from '../store/database.ts';
import { keepStagedMaps } from '../store/tables/kept-seat-maps.ts';
import { matchDepartures } from '../store/tables/match-departures.ts';
import { dropNextFlights } from '../store/tables/next-flights.ts';
import { endScheduleSwitch, scheduleSwitch } from '../store/tables/schedule-switch.ts';
import { countLeadingNowhere, discardStagedCodeshares, stageCodeshares, unstageMarketed } from '../store/tables/staged-codeshares-table.ts';
import { discardStaged, stageFlights, stageKeptNumbers } from '../store/tables/staged-flights-table.ts';
import type { Command } from './command.ts';

export interface StageFlightsInput {
  readonly importId: string;
  /** Flights one after the other, in the order of SCHEDULED_COLUMNS. */
  readonly values: readonly Value[];
  /** In the order of CODESHARE_COLUMNS. */
  readonly codeshares?: readonly Value[];
  /** Flight numbers of refused records, whose flights are not to be dropped. */
  readonly keptNumbers: readonly { readonly carrier: string; readonly number: number }[];
  /** With the last part of a file: its departures are matched with those of the store. */
  readonly last?: boolean;
}

/** `marketed`: flights of the file that are numbers under which another flight is sold. `nowhere`: dated numbers that lead to no flight that is known. */
export interface StagedPart {
  readonly staged: number;
  readonly marketed: number;
  readonly nowhere: number;
}

/** Stages flights from a file beside the schedule, where they are not for sale yet. */
export const stageFlightsOf: Command<StageFlightsInput, StagedPart> = async (
  { db },
  { importId, values, codeshares = [], keptNumbers, last },
) => {
  const staged = await stageFlights(db, importId, values);
  await stageCodeshares(db, importId, codeshares);
  await stageKeptNumbers(db, importId, keptNumbers);
  if (!last) return accept({ staged, marketed: 0, nowhere: 0 });
  const marketed = await unstageMarketed(db, importId);
  await matchDepartures(db, importId);
  await keepStagedMaps(db, importId);
  return accept({ staged, marketed, nowhere: await countLeadingNowhere(db, importId) });
};

export interface DiscardScheduleInput {
  readonly importId: string | null;
  /** What was staged stays, so that the same preview can be applied again. */
  readonly copyAlone?: boolean;
}

/**
 * Deletes staged flights that were not applied, and what was copied for them: of one import, or (null) of all, as after a crash. A schedule that was
 * switched to stays the schedule.
 */
export const discardSchedule: Command<DiscardScheduleInput, Record<never, never>> = async ({ db }, { importId, copyAlone }) => {
  if (!copyAlone) {
    await discardStaged(db, importId);
    await discardStagedCodeshares(db, importId);
  }
  const underWay = await scheduleSwitch(db);
  if (underWay?.step === 'copying' && (importId === null || importId === underWay.importId)) {
    await endScheduleSwitch(db);
    await dropNextFlights(db);
  }
  return accept({});
};
