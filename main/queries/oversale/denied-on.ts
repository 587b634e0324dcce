import type { Denial } from '../../../shared/methods/volunteers.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { type DenialRow, denialsOn } from '../../store/tables/denials-table.ts';
import { flightById, flightName } from '../../store/tables/flights-table.ts';
import { letterPrintedAt } from '../../store/tables/oversale-letters-table.ts';
import type { QueryContext } from '../query.ts';
import { hostNameOf, voucherOf } from './told-of.ts';

/** Everybody who was denied boarding in a cabin of a flight, the first first. */
export async function deniedOn(context: QueryContext, flightId: number, cabin: Cabin): Promise<Denial[]> {
  const rows = await denialsOn(context.db, flightId, cabin);
  return Promise.all(rows.map((row) => denialView(context, row)));
}

async function denialView({ db, locators }: QueryContext, row: DenialRow): Promise<Denial> {
  const way = row.way_id === null ? undefined : await flightById(db, row.way_id);
  const flown = way && {
    ...{ flight: flightName(way), departsAt: way.departs_at, arrivesAt: way.arrives_at, lateMs: row.late_ms ?? 0 },
  };
  return {
    ...{ bookingId: row.booking_id, locator: locators.of(row.booking_id), passenger: row.passenger, name: await hostNameOf(db, row) },
    ...{ denialId: row.id, deniedAt: row.denied_at, author: row.author, reason: row.reason, way: flown ?? null },
    ...{ fare: row.fare, fareCurrency: row.fare_currency, percent: row.percent, rebooked: row.rebooked },
    rebookedCurrency: way?.currency ?? row.fare_currency,
    ...{ owed: row.owed, owedCurrency: row.owed_currency, ...(await voucherOf(db, row.voucher_id)) },
    printedAt: await letterPrintedAt(db, 'denied', row.id),
  };
}
