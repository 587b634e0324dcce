import { seatedOn } from '../../shared/later-seat.ts';
import { fareAt, legTotal } from '../../shared/leg-fares.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { isSeat } from '../../shared/open-seat.ts';
import { SEAT_TYPE_NAMES } from '../../shared/pricing/rules/seat-type.ts';
import { seatTypeOf } from '../../shared/pricing/seat-type.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type BookingRow, partyOf } from '../store/tables/bookings-table.ts';
import { noDearer, pricedAgain } from './priced-again.ts';

interface Moment {
  readonly db: ReadDatabase;
  readonly reference: Reference;
}

/** Kinds of seats that may cost more than a standard one, as the trace of a price names them. */
const DEARER = new Set<string>([SEAT_TYPE_NAMES.preferred, SEAT_TYPE_NAMES.extraLegroom, SEAT_TYPE_NAMES.exit]);

/**
 * A leg at what the seats cost that its passengers have now, where another aircraft took a dearer kind of seat away from somebody: what is paid
 * for a seat that nobody has goes back. Undefined where each has the kind of seat that was paid for. `seatMap`: of the flight as it is now.
 */
export async function seatsLessened(
  { db, reference }: Moment,
  row: Pick<BookingRow, 'party' | 'currency'>,
  leg: BookedLeg,
  seatMap: string,
): Promise<BookedLeg | undefined> {
  if (!leg.priced) return undefined;
  const plan = reference.seatPlan(seatMap);
  if (!plan || !leg.seats.some((seat, at) => isLessened(leg, at, plan, seat))) return undefined;
  const party = seatedOn(partyOf(row), leg.segment);
  const after = noDearer(leg, await pricedAgain({ db }, leg, { plan, seats: leg.seats, party }, row.currency));
  return legTotal(after) < legTotal(leg) ? after : undefined;
}

function isLessened(leg: BookedLeg, at: number, plan: SeatPlan, name: string): boolean {
  const paidFor = fareAt(leg, at).trace.find(({ label }) => DEARER.has(label))?.label;
  if (paidFor === undefined) return false;
  const seat = isSeat(name) ? plan.byName.get(name) : undefined;
  return paidFor !== SEAT_TYPE_NAMES[seat ? seatTypeOf(plan.map, seat) : 'standard'];
}
