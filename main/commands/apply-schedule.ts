import { assert } from '../../shared/assert.ts';
import type { SeatsMoved } from '../../shared/events/seats-moved.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { ByHand } from '../store/by-hand.ts';
import { compareStaged } from '../store/compare-staged.ts';
import { oversoldCabins } from '../store/known-over.ts';
import { waitedFor } from '../store/known-waitlist.ts';
import type { StagedImport } from '../store/staged-import.ts';
import { forgetCounters } from '../store/tables/cabin-counters-table.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { addHandChange } from '../store/tables/hand-changes-table.ts';
import { nextScheduleGeneration } from '../store/tables/schedule-generation.ts';
import { scheduleSwitch } from '../store/tables/schedule-switch.ts';
import { replaceCodeshares } from '../store/tables/staged-codeshares-table.ts';
import {
  addFromStaged,
  type BookedFlight,
  bookedOnOtherMap,
  cancelDropped,
  cancelledFlights,
  changeFromStaged,
  countersOnOtherMap,
  discardStaged,
  earlierFlights,
  movedFlights,
} from '../store/tables/staged-flights-table.ts';
import { addThroughNumbers } from '../store/tables/through-numbers-table.ts';
import { blocksOnOtherMap } from '../views/blocks-on-other-map.ts';
import { handProblem } from '../views/hand-problem.ts';
import type { AppliedSchedule, ApplyScheduleInput } from './apply-schedule-input.ts';
import { freeBlocks } from './blocks/free-blocks.ts';
import type { Command, CommandContext } from './command.ts';
import { moveAuthorised } from './move-authorised.ts';
import { seatOnOtherMap } from './seat-on-other-map.ts';
import { type EarlierFlight, shortenHoldsOn } from './shorten-holds.ts';
import { switchSchedule } from './switch-schedule.ts';
import { tellBookings } from './tell-bookings.ts';
import { offerFreed } from './waitlist/offer-freed.ts';

/** The id alone: nobody remembers the preview, so that only the repeat of an import that was applied can be meant. */
type ForgottenImport = Pick<StagedImport, 'importId'>;

/**
 * Makes the schedule what a staged file says, all of it in one transaction, or nothing. Of many flights the next schedule was made before, in pieces
 * between which others sell (copy-schedule.ts); then this only switches to it. Few are written here:
 * 1. New flights are added. Known flights are changed and keep their ids.
 * 2. Flights that the file's carriers no longer fly within its days, and that have not departed, are marked as cancelled. They are never
 *    deleted. Flights of refused records are kept.
 * 3. Blocks of seats that another aircraft does not have end, and are told. The preview named them.
 * 4. Passengers whose seat another aircraft does not have get one like theirs, or are without a seat, on the oversale list.
 * 5. Each booking with a flight that was moved or cancelled is told once, whatever else the file says: its event and its messages belong to the same
 *    transaction. Ten thousand bookings add about two seconds.
 * 6. Holds on a flight that leaves earlier end with its sales.
 * 7. A file that changes nothing writes nothing, not even an event.
 */
export const applySchedule: Command<ApplyScheduleInput | ForgottenImport, AppliedSchedule> = async (context, input) => {
  const { db, now, emit, reference } = context;
  if (!('generation' in input)) return refuse('IMPORT_UNKNOWN');
  const { importId, name, generation, scopes } = input;
  const underWay = await scheduleSwitch(db);
  if (underWay) return underWay.step === 'copying' ? switchSchedule(context, underWay, input) : refuse('IMPORT_RUNNING');
  const compared = await compareStaged(db, now, input);
  if (!compared) return refuse('IMPORT_UNKNOWN');
  if (compared.generation !== generation) return refuse('IMPORT_STALE');
  const { counts, shifted } = compared;
  const problem = input.byHand && (await handProblem(db, now, input, input.byHand));
  if (problem) return problem;

  // What these blocks took from stock goes back first, because the seats of the old aircraft are what the new ones are compared with.
  await freeBlocks(context, (await blocksOnOtherMap(db, importId, reference)).end, 'aircraft');
  const moved = await movedFlights(db, importId, now);
  for (const scope of scopes) moved.push(...(await cancelledFlights(db, importId, scope, now)));
  const earlier = await earlierFlights(db, importId);
  const otherMap = input.unseat ? await bookedOnOtherMap(db, importId) : [];
  await moveAuthorised(db, await countersOnOtherMap(db, importId), reference);
  const changed = (await changeFromStaged(db, importId)) - shifted;
  let dropped = 0;
  for (const scope of scopes) dropped += await cancelDropped(db, importId, scope, now);
  const added = await addFromStaged(db, importId);
  assert(
    changed === counts.changed && dropped === counts.dropped && added === counts.added,
    `applied ${added}/${changed}/${dropped} flights where ${counts.added}/${counts.changed}/${counts.dropped} were counted`,
  );
  await discardStaged(db, importId);
  await addThroughNumbers(db, input.through ?? []);
  const shared = await replaceCodeshares(db, importId, scopes);
  if (added + changed + dropped + shared > 0) {
    await nextScheduleGeneration(db);
    const byHand = input.byHand && (await keepHandChange(context, input.byHand));
    emit('schedule.applied', { name, added, changed, dropped, ...(byHand === undefined ? {} : { byHand }) });
    await tellBookings(context, moved, byHand);
    await offerAll(context, earlier, otherMap);
  }
  return accept({ counts });
};

/** Returns the number by which the journal names it. */
const keepHandChange = (
  { db, now, actor }: CommandContext,
  { kind, carrier, number, suffix, fromDay, toDay, said, reason }: ByHand,
): Promise<number> =>
  addHandChange(db, {
    ...{ kind, carrier, flight_number: number, suffix, from_day: fromDay, to_day: toDay, said, reason },
    ...{ changed_at: now, user_name: actor.user, desk: actor.desk },
  });

/** Holds on flights that leave earlier end with their sales, and who sat where another aircraft has no seat gets one like it or has none. Then a larger aircraft has seats for who has none, and for who waits. The rows that the batch knows are older than the schedule. */
async function offerAll(context: CommandContext, earlier: readonly EarlierFlight[], otherMap: readonly BookedFlight[]): Promise<void> {
  const { db, cache } = context;
  forgetCounters(db);
  const own: CommandContext['cache'] = {
    flight: (id) => flightById(db, id),
    setting: (name) => cache.setting(name),
    policies: () => cache.policies(),
    refundPolicy: (under) => cache.refundPolicy(under),
    channels: () => cache.channels(),
    weightLimit: (id) => cache.weightLimit(id),
  };
  const after = { ...context, cache: own };
  const freed: SeatsMoved[] = [];
  for (const flight of earlier) freed.push(...(await shortenHoldsOn(after, flight)));
  for (const { id, seat_map } of otherMap) await seatOnOtherMap(after, id, seat_map);
  await offerFreed(after, [...freed, ...(await oversoldCabins(db)), ...(await waitedFor(db))]);
}
