import { type SettlingSchedule, writeScheduleSwitch } from '../store/tables/schedule-switch.ts';
import { countersAhead, countersSwitched } from '../store/tables/switched-flights.ts';
import { blocksWithoutSeat } from '../views/blocks-on-other-map.ts';
import { freeBlocks } from './blocks/free-blocks.ts';
import type { CommandContext } from './command.ts';
import { moveAuthorised } from './move-authorised.ts';

/** Counters that are looked at in one piece: a tenth of a second if all of their flights get another aircraft. */
export const COUNTERS_AT_ONCE = 2_000;

/**
 * After a switch of the schedule: what cabins may sell follows their new aircraft, and blocks end whose seat it does not have, on the flights with the
 * next counters. Until then such a flight sells nothing (uncounted-flights.ts), because its counters are those of an aircraft that it has no more.
 */
export async function countSome(context: CommandContext, settling: SettlingSchedule, most: number): Promise<void> {
  const { db, reference } = context;
  const { upTo: after } = settling;
  const { upTo, ended } = await countersAhead(db, after, most);
  // What these blocks took from stock goes back first, as in an import of few flights.
  await freeBlocks(context, await blocksWithoutSeat(db, after, upTo, reference), 'aircraft');
  await moveAuthorised(db, await countersSwitched(db, after, upTo), reference);
  await writeScheduleSwitch(db, ended ? { ...settling, step: 'telling', upTo: 0 } : { ...settling, upTo });
}
