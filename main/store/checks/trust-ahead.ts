import type { ReadDatabase } from '../database.ts';
import { knownBooking, rememberBooking } from '../known-bookings.ts';
import { knownOffer, knowOffer } from '../known-offers.ts';
import { BOOKINGS_LISTED, bookingsListed } from '../tables/bookings-table.ts';
import { offeredOfListed } from '../tables/offers-table.ts';
import { listedProblem } from './check-bookings.ts';

/** Fewer bookings are not worth reading together. */
const BOOKINGS_MIN = 4;

/**
 * Reads bookings that the commands of a batch are about to trust, many with each statement, and compares them as trusted-booking.ts does. They are
 * remembered, so that no command reads them again. Where one of a group has a problem, none of the group is remembered: the command that asks for
 * that booking finds the problem. Of those that are known it is asked in the same way whether they ever had an offer.
 */
export async function trustAhead(db: ReadDatabase, ids: readonly number[]): Promise<void> {
  const all = [...new Set(ids)];
  const unknown = all.filter((id) => !knownBooking(db, id));
  if (unknown.length >= BOOKINGS_MIN) {
    for (const group of groupsOf(unknown)) {
      const rows = await bookingsListed(db, group);
      if ((await listedProblem(db, rows, group)) === undefined) for (const row of rows) rememberBooking(db, row);
    }
  }
  const unasked = all.filter((id) => knownOffer(db, id) === undefined && knownBooking(db, id));
  if (unasked.length < BOOKINGS_MIN) return;
  for (const group of groupsOf(unasked)) {
    const offered = new Set(await offeredOfListed(db, group));
    for (const id of group) if (!offered.has(id)) knowOffer(db, id, null);
  }
}

function* groupsOf(ids: readonly number[]): Generator<readonly number[]> {
  for (let at = 0; at < ids.length; at += BOOKINGS_LISTED) yield ids.slice(at, at + BOOKINGS_LISTED);
}
