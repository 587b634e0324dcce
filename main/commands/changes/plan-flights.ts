import { assert } from '../../../shared/assert.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { accept, type Refused } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { type BookingRow, legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { idleHoldProblem } from '../hold-problem.ts';
import { answeredByWay } from '../reaccommodation/answered-by-way.ts';
import { changeRefused } from './change-refused.ts';
import { planInstead } from './plan-instead.ts';
import type { Changing, Plan } from './planned-change.ts';

type Flights = Extract<BookingChange, { kind: 'flights' }>;

/**
 * The flights of a hold instead of some of a booking, or beside them. The hold keeps the new seats and their price while the difference is paid, so
 * that nobody pays for a seat that is gone. It must be of this desk and for the same passengers; or a way on that is kept for this booking.
 */
export const planFlights: Plan<Flights> = async (changing, { hold: holdId, ...asked }) => {
  const { context, row } = changing;
  const hold = await trustedBooking(context.db, holdId);
  const problem = idleHoldProblem(context, hold, holdId, hold?.way_for === row.id ? row.id : null);
  if (problem) return problem;
  assert(hold, 'a hold without problem exists');
  const notSold = hold.way_for === null ? undefined : await wayNotSold(changing, hold, asked);
  if (notSold) return notSold;
  if (hold.tender_failed_at !== null)
    return changeRefused(context, row, 'a card stands taken for the hold', 'Pay the hold, or release it and hold again');
  const planned = await planInstead(changing, { legs: legsOf(hold), party: partyOf(hold), currency: hold.currency }, asked);
  return planned.ok ? accept({ ...planned.value, hold }) : planned;
};

/** Why a way on is not sold: its price holds instead of the flights that it was kept for, and what the carrier gives costs nothing. */
async function wayNotSold(
  { context, row }: Changing,
  { way_replaces }: BookingRow,
  { replaces }: Pick<Flights, 'replaces'>,
): Promise<Refused | undefined> {
  if (JSON.stringify(replaces) !== way_replaces)
    return changeRefused(context, row, 'these seats are kept instead of other flights of it', 'Ask for ways on again');
  if ((await answeredByWay(context, row, replaces)) === null) return undefined;
  return changeRefused(context, row, 'the carrier gives this way', 'Accept it among the ways on, for nothing');
}
