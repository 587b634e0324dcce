import type { LegNow } from '../../shared/methods/leg-now.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { legsNow } from './legs-now.ts';

/** The legs of a hold or a booking by the schedule of now. Undefined where it does not stand any more: nobody flies on them. */
export async function scheduledNow(
  context: { readonly db: ReadDatabase; readonly reference: Reference },
  row: Pick<BookingRow, 'id' | 'state' | 'legs' | 'parsedLegs' | 'party' | 'currency'>,
): Promise<LegNow[] | undefined> {
  return row.state === 'CONFIRMED' || row.state === 'HOLD' ? await legsNow(context, row) : undefined;
}
