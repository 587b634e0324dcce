import { instant } from '../../shared/instants.ts';
import { statusNow } from '../../shared/leg-change.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { changedLegs } from './changed-legs.ts';
import { zonesNow } from './zones-now.ts';

/** The legs of a booking as screens see them by the schedule of now, in their order. */
export async function legsNow(
  moment: { readonly db: ReadDatabase; readonly reference: Reference },
  row: Pick<BookingRow, 'id' | 'legs' | 'parsedLegs' | 'party' | 'currency'>,
): Promise<LegNow[]> {
  const legs = await changedLegs(moment, row, await readSetting(moment.db, 'movedMinutes'));
  return legs.map(({ leg, flight, change: kind, movedMinutes }) => ({
    ...{ flight: leg.flight, departsAt: instant(flight.departs_at), arrivesAt: instant(flight.arrives_at) },
    ...{ destination: flight.destination, equipment: flight.equipment, kind, movedMinutes },
    ...zonesNow(moment.reference, leg, flight),
    status: statusNow({ kind, movedMinutes }),
  }));
}
