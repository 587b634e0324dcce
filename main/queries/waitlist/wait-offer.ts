import type { WaitEntry } from '../../../shared/methods/waitlist.ts';
import { bookingById, legsOf } from '../../store/tables/bookings-table.ts';
import type { WaitRow } from '../../store/tables/wait-row.ts';
import type { QueryContext } from '../query.ts';

/** The seats that are or were offered to a party; null when none were. */
export async function waitOffer({ db, locators }: QueryContext, row: WaitRow): Promise<WaitEntry['offer']> {
  if (row.hold_id === null || row.offered_at === null) return null;
  const hold = await bookingById(db, row.hold_id);
  const leg = hold && legsOf(hold)[0];
  if (!leg) return null;
  return {
    bookingId: hold.id,
    locator: locators.of(hold.id),
    ...{ flightId: leg.flightId, seats: leg.seats, offeredAt: row.offered_at, until: hold.expires_at ?? hold.created_at + hold.hold_ms },
    ...{ total: hold.total, answeredAt: row.answered_at },
  };
}
