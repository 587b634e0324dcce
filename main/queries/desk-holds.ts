import type { Input, Output } from '../../shared/contract.ts';
import type { HeldBooking } from '../../shared/methods/holds.ts';
import { accept } from '../../shared/refusals.ts';
import { holdsOfDesk } from '../store/tables/bookings-table.ts';
import { fullView } from '../views/booking-view.ts';
import { legsNow } from '../views/legs-now.ts';
import type { Query } from './query.ts';

/** The live holds of the desk that asks, with their drafts, and their legs as they are scheduled now. The one that ends first comes first. */
export const deskHolds: Query<Input<'holds.ofDesk'>, Output<'holds.ofDesk'>> = async (context) => {
  const { db, now, actor, locators } = context;
  const rows = await holdsOfDesk(db, actor.desk, now);
  const holds: HeldBooking[] = [];
  for (const row of rows) {
    const scheduled = await legsNow(context, row);
    const changed = scheduled.some(({ kind }) => kind !== 'none');
    holds.push({ ...(await fullView(db, row, locators)), ...(changed ? { scheduled } : {}) });
  }
  return accept({ holds });
};
