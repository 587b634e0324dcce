import { instant } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { ReadDatabase } from '../store/database.ts';
import { lastFlight } from '../store/tables/flights-table.ts';
import { copyFlights, FIRST_NUMBER, makeNextFlights, numberAhead } from '../store/tables/next-flights.ts';
import { scheduleGeneration } from '../store/tables/schedule-generation.ts';
import { type CopyingSchedule, scheduleSwitch, writeScheduleSwitch } from '../store/tables/schedule-switch.ts';
import type { ApplyScheduleInput } from './apply-schedule-input.ts';
import type { Command } from './command.ts';

export interface CopyScheduleInput {
  readonly staged: Pick<ApplyScheduleInput, 'importId' | 'flights' | 'scopes' | 'generation'>;
  /** About so many flights of the schedule, and as many of the file. */
  readonly rows: number;
  /** With the first piece. What an earlier try has left is dropped. */
  readonly first?: boolean;
}

export interface CopiedSoFar {
  readonly ended: boolean;
  /** Flights of the file so far. */
  readonly staged: number;
}

/**
 * Makes the next piece of the schedule that a staged file leads to, beside the present one (next-flights.ts). Nothing that is sold or shown
 * changes. `schedule.applyStaged` switches to it once it has ended; `schedule.discard` drops it.
 */
export const copySchedule: Command<CopyScheduleInput, CopiedSoFar> = async ({ db, now }, { staged, rows, first }) => {
  const { importId, generation, flights } = staged;
  if (generation !== (await scheduleGeneration(db))) return refuse('IMPORT_STALE');
  const underWay = await scheduleSwitch(db);
  if (underWay && underWay.step !== 'copying') return refuse('IMPORT_RUNNING');
  if (first) await makeNextFlights(db);
  const before = first ? await begun(db, importId, generation, now) : underWay;
  if (!before || before.importId !== importId || before.ended) return refuse('IMPORT_UNKNOWN');
  const { upTo, ended } = await numberAhead(db, importId, before.upTo, rows);
  const last = before.lastFlight;
  const copied = await copyFlights(db, staged, { at: instant(before.at), last, after: before.upTo, upTo });
  const after: CopyingSchedule = {
    ...{ ...before, upTo, ended, lastFlight: last + copied.added },
    staged: before.staged + copied.staged,
    known: before.known + copied.known,
    changed: before.changed + copied.changed,
    shifted: before.shifted + copied.shifted,
    dropped: before.dropped + copied.dropped,
  };
  if (ended && after.staged !== flights) return refuse('IMPORT_UNKNOWN');
  await writeScheduleSwitch(db, after);
  return accept({ ended, staged: after.staged });
};

const begun = async (db: ReadDatabase, importId: string, generation: number, at: number): Promise<CopyingSchedule> => ({
  ...{ step: 'copying', importId, generation, at, upTo: FIRST_NUMBER, ended: false },
  ...{ staged: 0, known: 0, changed: 0, shifted: 0, dropped: 0, lastFlight: await lastFlight(db) },
});
