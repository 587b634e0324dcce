import type { Output } from '../../shared/contract.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { reversalDue } from '../store/tables/payments-table.ts';
import { refundDue } from '../store/tables/refunds-table.ts';
import { flownAt } from './flown-at.ts';

type BookingNow = Pick<Output<'bookings.get'>, 'flownAt' | 'refundDue'>;

/** What time and jobs say of a booking: when it is flown, and what is still to go back. */
export async function bookingNow(db: ReadDatabase, row: Pick<BookingRow, 'id' | 'state' | 'legs' | 'parsedLegs'>): Promise<BookingNow> {
  const flown = await flownAt(db, row);
  const due = (await refundDue(db, row.id)) + (await reversalDue(db, row.id));
  return { ...(flown === undefined ? {} : { flownAt: flown }), ...(due > 0 ? { refundDue: due } : {}) };
}
