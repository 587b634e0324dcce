import type { ReadDatabase } from '../database.ts';
import { knownBooking, rememberBooking } from '../known-bookings.ts';
import { knowOffer } from '../known-offers.ts';
import { BOOKINGS_LISTED, bookingsListed } from '../tables/bookings-table.ts';
import { offeredOfListed } from '../tables/offers-table.ts';
import { listedProblem } from './check-bookings.ts';

/** Fewer bookings are not worth reading together. */
const BOOKINGS_MIN = 4;

/**
 * Reads bookings that the commands of a batch are about to trust, many with each statement, and compares them as trusted-booking.ts does. They are
 * remembered, so that no command reads them again. Where one of a group has a problem, none of the group is remembered: the command that asks for
 * that booking finds the problem.
 */
export async function trustAhead(db: ReadDatabase, ids: readonly number[]): Promise<void> {
  const unknown = [...new Set(ids)].filter((id) => !knownBooking(db, id));
  if (unknown.length < BOOKINGS_MIN) return;
  for (let at = 0; at < unknown.length; at += BOOKINGS_LISTED) {
    const group = unknown.slice(at, at + BOOKINGS_LISTED);
    const rows = await bookingsListed(db, group);
    if ((await listedProblem(db, rows, group)) !== undefined) continue;
    const offered = new Set(await offeredOfListed(db, group));
    for (const row of rows) {
      rememberBooking(db, row);
      if (!offered.has(row.id)) knowOffer(db, row.id, null);
    }
  }
}
