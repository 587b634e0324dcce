import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { type BookingRow, bookingById } from '../store/tables/bookings-table.ts';
import { unheardOf } from '../store/tables/drafts-table.ts';
import { fullView } from '../views/booking-view.ts';
import type { Query } from './query.ts';

type Unheard = Output<'bookings.unheard'>['sales'][number];

function outcomeOf({ sold_at, paying_since }: BookingRow): Unheard['outcome'] {
  if (sold_at !== null) return 'made';
  return paying_since === null ? 'not-made' : 'under-way';
}

/** Sales of the desk that asks whose outcome no console has heard, and what became of them. Oldest first. */
export const unheardSales: Query<Input<'bookings.unheard'>, Output<'bookings.unheard'>> = async ({ db, actor, locators }) => {
  const sales: Unheard[] = [];
  for (const { booking_id, asked_at } of await unheardOf(db, actor.desk)) {
    const row = await bookingById(db, booking_id);
    if (row) sales.push({ booking: await fullView(db, row, locators), askedAt: asked_at, outcome: outcomeOf(row) });
  }
  return accept({ sales });
};
