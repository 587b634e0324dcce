import type { ReadDatabase } from './database.ts';
import type { OfferRow } from './tables/offer-row.ts';

/** Enough for the quotes that a busy station takes within minutes. */
const OFFERS_MAX = 4_000;

/**
 * The newest offer of bookings, as this handle wrote it last, kept in memory for the same reason as the bookings (known-bookings.ts): what is
 * quoted is taken in a moment. Whoever undoes something, or changes offers in any other way than by a newer one, forgets them.
 */
const knownBy = new WeakMap<ReadDatabase, Map<number, OfferRow | null>>();

/** The newest offer; null: the booking never had one; undefined: that is not known. */
export const knownOffer = (db: ReadDatabase, bookingId: number): OfferRow | null | undefined => knownBy.get(db)?.get(bookingId);

/** `offer`: as it was just written; null: the booking never had one. */
export function knowOffer(db: ReadDatabase, bookingId: number, offer: OfferRow | null): void {
  let known = knownBy.get(db);
  if (!known || known.size >= OFFERS_MAX) {
    known = new Map();
    knownBy.set(db, known);
  }
  known.set(bookingId, offer);
}

export const forgetOffers = (db: ReadDatabase): boolean => knownBy.delete(db);
