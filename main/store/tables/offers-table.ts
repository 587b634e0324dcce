import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import type { CancelOffer } from '../../../shared/methods/offers.ts';
import type { Insert, ReadDatabase, WriteDatabase } from '../database.ts';
import { knownOffer, knowOffer } from '../known-offers.ts';
import { knowLastId, lastId } from '../last-ids.ts';
import { BOOKINGS_LISTED, filledUp } from './bookings-table.ts';
import type { OfferRow } from './offer-row.ts';

/** The offer of a row, as in the contract. The kind of the row says which. */
export const offerOf = <Offer extends CancelOffer | ChangeOffer>({ offer, written }: OfferRow): Offer =>
  (written ?? JSON.parse(offer)) as Offer;

const COLUMNS = 'id, number, kind, booking_version, offer, valid_until';

const NEWEST = `SELECT ${COLUMNS} FROM offers WHERE booking_id IN (?) ORDER BY number DESC LIMIT 1`;
export async function newestOffer(db: ReadDatabase, bookingId: number): Promise<OfferRow | undefined> {
  const known = knownOffer(db, bookingId);
  return known === undefined ? db.query<OfferRow>(NEWEST).get(bookingId) : (known ?? undefined);
}

const OFFERED = `SELECT DISTINCT booking_id FROM offers WHERE booking_id IN (${Array(BOOKINGS_LISTED).fill('?').join(', ')})`;
/** Which of up to BOOKINGS_LISTED bookings have had offers, in any order. */
export const offeredOfListed = (db: ReadDatabase, ids: readonly number[]) => db.column<number>(OFFERED).all(...filledUp(ids));

const OF_BOOKING = `SELECT ${COLUMNS} FROM offers WHERE id = ? AND booking_id = ?`;
export const offerOfBooking = (db: ReadDatabase, id: number, bookingId: number) => db.query<OfferRow>(OF_BOOKING).get(id, bookingId);

/** What a supervisor typed with an offer. */
interface OfferReasons {
  /** Why what the refund rule keeps, and fees, are waived; null where they are not. */
  readonly waiver: string | null;
  /** Why a lower cabin or another person's name is given; null for none. */
  readonly reason: string | null;
}

const REASONS = `SELECT number, offer ->> '$.waiver.reason' AS waiver, offer ->> '$.change.reason' AS reason FROM offers
  WHERE booking_id = ? AND (waiver IS NOT NULL OR reason IS NOT NULL)`;
/** What supervisors gave as reasons, by the numbers of the offers of a booking. */
export async function offerReasons(db: ReadDatabase, bookingId: number): Promise<ReadonlyMap<number, OfferReasons>> {
  const rows = await db.query<OfferReasons & { readonly number: number }>(REASONS).all(bookingId);
  return new Map(rows.map(({ number, ...reasons }) => [number, reasons]));
}

/** The numbers that the next offer of a booking gets: of the store, and of the booking. */
export async function nextOfferNumbers(
  db: ReadDatabase,
  bookingId: number,
): Promise<{ readonly offerId: number; readonly number: number }> {
  return { offerId: (await lastId(db, 'offers')) + 1, number: ((await newestOffer(db, bookingId))?.number ?? 0) + 1 };
}

const OFFERS: Insert = {
  into: 'INSERT INTO offers (id, booking_id, number, kind, booking_version, offer, total, valid_until)',
  width: 8,
};

export async function insertOffer(db: WriteDatabase, offer: CancelOffer | ChangeOffer): Promise<void> {
  const { offerId: id, bookingId, number, kind, bookingVersion: booking_version, total, validUntil: valid_until } = offer;
  const text = JSON.stringify(offer);
  await db.insertLater(OFFERS, [id, bookingId, number, kind, booking_version, text, total, valid_until]);
  knowLastId(db, 'offers', id);
  knowOffer(db, bookingId, { id, number, kind, booking_version, offer: text, written: offer, valid_until });
}
