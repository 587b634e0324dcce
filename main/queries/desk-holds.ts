import type { Input, Output } from '../../shared/contract.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { accept } from '../../shared/refusals.ts';
import { holdsOfDesk } from '../store/tables/bookings-table.ts';
import { fullView } from '../views/booking-view.ts';
import type { Query } from './query.ts';

/** The live holds of the desk that asks, with their drafts. The one that ends first comes first. */
export const deskHolds: Query<Input<'holds.ofDesk'>, Output<'holds.ofDesk'>> = async ({ db, now, actor, locators }) => {
  const rows = await holdsOfDesk(db, actor.desk, now);
  const holds: BookingView[] = [];
  for (const row of rows) holds.push(await fullView(db, row, locators));
  return accept({ holds });
};
