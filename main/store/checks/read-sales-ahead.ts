import type { ReadDatabase } from '../database.ts';
import { knowSales } from '../known-sales.ts';
import { BOOKINGS_LISTED } from '../tables/bookings-table.ts';
import { passengersListed, tendersListed } from '../tables/sale-record.ts';
import type { PassengerRow, TenderRow } from '../tables/sale-rows.ts';

/** Fewer bookings are not worth reading together. */
const BOOKINGS_MIN = 4;

/** Reads tenders and names of the bookings that the commands of a batch are about to ask for, many with each statement. */
export async function readSalesAhead(db: ReadDatabase, paid: readonly number[], named: readonly number[]): Promise<void> {
  if (paid.length < BOOKINGS_MIN) return;
  const tenders = await inGroups<TenderRow>(paid, (ids) => tendersListed(db, ids));
  const passengers = await inGroups<PassengerRow>(named, (ids) => passengersListed(db, ids));
  knowSales(db, { tenders, passengers });
}

async function inGroups<Row>(
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<readonly (Row & { readonly booking_id: number })[]>,
): Promise<Map<number, readonly Row[]>> {
  const all = [...new Set(ids)];
  const rows = new Map<number, Row[]>(all.map((id) => [id, []]));
  for (let at = 0; at < all.length; at += BOOKINGS_LISTED)
    for (const { booking_id, ...row } of await read(all.slice(at, at + BOOKINGS_LISTED))) rows.get(booking_id)?.push(row as unknown as Row);
  return rows;
}
