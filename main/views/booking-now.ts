import type { Output } from '../../shared/contract.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { reversalDue } from '../store/tables/payments-table.ts';
import { refundDue } from '../store/tables/refunds-table.ts';
import { flownAt } from './flown-at.ts';
import { scheduledNow } from './scheduled-now.ts';

type BookingNow = Pick<Output<'bookings.get'>, 'flownAt' | 'refundDue' | 'scheduled'>;

/** What time, jobs and the schedule say of a booking: when it is flown, what is still to go back, and how its legs are scheduled now. */
export async function bookingNow(
  context: { readonly db: ReadDatabase; readonly reference: Reference },
  row: Pick<BookingRow, 'id' | 'state' | 'legs' | 'parsedLegs' | 'party' | 'currency'>,
): Promise<BookingNow> {
  const { db } = context;
  const flown = await flownAt(db, row);
  const due = (await refundDue(db, row.id)) + (await reversalDue(db, row.id));
  const scheduled = await scheduledNow(context, row);
  return {
    ...(scheduled ? { scheduled } : {}),
    ...(flown === undefined ? {} : { flownAt: flown }),
    ...(due > 0 ? { refundDue: due } : {}),
  };
}
