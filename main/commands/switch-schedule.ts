import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import { dropNextFlights, switchFlights } from '../store/tables/next-flights.ts';
import { nextScheduleGeneration, scheduleGeneration } from '../store/tables/schedule-generation.ts';
import { type CopyingSchedule, endScheduleSwitch, writeScheduleSwitch } from '../store/tables/schedule-switch.ts';
import { replaceCodeshares } from '../store/tables/staged-codeshares-table.ts';
import { discardStaged } from '../store/tables/staged-flights-table.ts';
import { addThroughNumbers } from '../store/tables/through-numbers-table.ts';
import type { AppliedSchedule, ApplyScheduleInput } from './apply-schedule-input.ts';
import type { CommandContext } from './command.ts';
import { COUNTERS_AT_ONCE, countSome } from './count-some.ts';

/**
 * The next schedule becomes the schedule, with all that it adds, changes and cancels. What this means to cabins and bookings follows in pieces
 * (settle-schedule.ts). The first piece of the cabins follows here, so that nearly always all are counted when anybody looks. A write to flights after
 * they were copied refuses the import, because the copy would lose it.
 */
export async function switchSchedule(
  context: CommandContext,
  copied: CopyingSchedule,
  { importId, name, counts, scopes, through }: ApplyScheduleInput,
): Promise<Reply<AppliedSchedule>> {
  const { db, emit } = context;
  const { generation, at, ended, staged, known, changed, shifted, dropped } = copied;
  if (copied.importId !== importId || !ended) return refuse('IMPORT_RUNNING');
  if (generation !== (await scheduleGeneration(db))) return refuse('IMPORT_STALE');
  const added = staged - known;
  const applied = accept({ counts: { ...counts, added, changed, unchanged: known - changed, dropped } });
  const shared = await replaceCodeshares(db, importId, scopes);
  const tell = async (): Promise<void> => {
    await nextScheduleGeneration(db);
    emit('schedule.applied', { name, added, changed, dropped });
  };
  if (added + changed + dropped + shifted === 0) {
    if (shared > 0) await tell();
    await discardStaged(db, importId);
    await endScheduleSwitch(db);
    await dropNextFlights(db);
    return applied;
  }
  const event = context.nextEvent;
  const settling = { step: 'counting', at, staged: importId, event, lastBooking: context.lastBookingId(), upTo: 0 } as const;
  await writeScheduleSwitch(db, settling);
  await switchFlights(db);
  await addThroughNumbers(db, through ?? []);
  if (added + changed + dropped + shared > 0) await tell();
  await countSome(context, settling, COUNTERS_AT_ONCE);
  return applied;
}
