import type { Denial } from '../../../shared/methods/volunteers.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { compensationOf } from '../../store/tables/compensations-table.ts';
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
    ...{ owed: row.owed, owedCurrency: row.owed_currency, ...(await paidTo(db, row)) },
    printedAt: await letterPrintedAt(db, 'denied', row.id),
  };
}

/** How and where it was paid, if it was. A voucher of an older store stands with its denial alone. */
async function paidTo(db: QueryContext['db'], row: DenialRow): Promise<Pick<Denial, 'paid' | 'voucher' | 'voucherUntil'>> {
  const paid = await compensationOf(db, row.id);
  const voucherId = paid?.voucher_id ?? row.voucher_id;
  const before = row.voucher_id === null ? null : { kind: 'voucher' as const, at: row.denied_at, desk: '' };
  return { paid: paid ? { kind: paid.kind, at: paid.at, desk: paid.desk } : before, ...(await voucherOf(db, voucherId)) };
}
