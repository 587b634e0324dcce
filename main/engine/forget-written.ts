import type { WriteDatabase } from '../store/database.ts';
import { forgetBlocks } from '../store/known-blocks.ts';
import { forgetBookings } from '../store/known-bookings.ts';
import { forgetEntries } from '../store/known-entries.ts';
import { forgetOffers } from '../store/known-offers.ts';
import { forgetOversold } from '../store/known-over.ts';
import { forgetSales } from '../store/known-sales.ts';
import { forgetTaken } from '../store/known-taken.ts';
import { forgetWaitlist } from '../store/known-waitlist.ts';
import { forgetLastIds } from '../store/last-ids.ts';
import { forgetCounters } from '../store/tables/cabin-counters-table.ts';
import { forgetSwitch } from '../store/tables/schedule-switch.ts';

/** Forgets all rows that tables keep in memory, because some of them were written and then undone. */
export function forgetWritten(db: WriteDatabase): void {
  forgetCounters(db);
  forgetBookings(db);
  forgetWaitlist(db);
  forgetEntries(db);
  forgetTaken(db);
  forgetSales(db);
  forgetOversold(db);
  forgetOffers(db);
  forgetLastIds(db);
  forgetBlocks(db);
  forgetSwitch(db);
}
