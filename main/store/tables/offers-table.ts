import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import type { CancelOffer } from '../../../shared/methods/offers.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

export interface OfferRow {
  readonly id: number;
  readonly number: number;
  readonly kind: CancelOffer['kind'] | ChangeOffer['kind'];
  readonly booking_version: number;
  /** JSON, as in the contract. */
  readonly offer: string;
  readonly valid_until: number;
}

const COLUMNS = 'id, number, kind, booking_version, offer, valid_until';

const NEWEST = `SELECT ${COLUMNS} FROM offers WHERE booking_id IN (?) ORDER BY number DESC LIMIT 1`;
export const newestOffer = (db: ReadDatabase, bookingId: number) => db.query<OfferRow>(NEWEST).get(bookingId);

const OF_BOOKING = `SELECT ${COLUMNS} FROM offers WHERE id = ? AND booking_id = ?`;
export const offerOfBooking = (db: ReadDatabase, id: number, bookingId: number) => db.query<OfferRow>(OF_BOOKING).get(id, bookingId);

const NUMBERS = 'SELECT (SELECT max(id) FROM offers) AS id, (SELECT max(number) FROM offers WHERE booking_id IN (?)) AS number';

/** The numbers that the next offer of a booking gets: of the store, and of the booking. */
export async function nextOfferNumbers(
  db: ReadDatabase,
  bookingId: number,
): Promise<{ readonly offerId: number; readonly number: number }> {
  const last = await db.query<{ id: number | null; number: number | null }>(NUMBERS).get(bookingId);
  return { offerId: (last?.id ?? 0) + 1, number: (last?.number ?? 0) + 1 };
}

const INSERT = `INSERT INTO offers (id, booking_id, number, kind, booking_version, offer, total, valid_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

export const insertOffer = (db: WriteDatabase, offer: CancelOffer | ChangeOffer) =>
  db
    .change(INSERT)
    .run(
      offer.offerId,
      offer.bookingId,
      offer.number,
      offer.kind,
      offer.bookingVersion,
      JSON.stringify(offer),
      offer.total,
      offer.validUntil,
    );
