import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { holdsOfDesk } from '../store/tables/bookings-table.ts';
import { holdView } from '../views/booking-view.ts';
import type { Query } from './query.ts';

/** The live holds of the desk that asks. The one that ends first comes first. */
export const deskHolds: Query<Input<'holds.ofDesk'>, Output<'holds.ofDesk'>> = async ({ db, now, actor, locators }) => {
  const rows = await holdsOfDesk(db, actor.desk, now);
  return accept({ holds: rows.map((row) => holdView(row, locators)) });
};
