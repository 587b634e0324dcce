import { instant, isDue } from '../../../shared/instants.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import type { BookingRow } from '../../store/tables/bookings-table.ts';
import type { OfferRow } from '../../store/tables/offer-row.ts';
import { newestOffer, offerOfBooking } from '../../store/tables/offers-table.ts';
import type { CommandContext } from '../command.ts';

/** The newest offer of a booking, if it is the one that is taken and still stands. */
export async function standingOffer(
  { db, now, locators }: CommandContext,
  row: BookingRow,
  offerId: number,
  kind: OfferRow['kind'],
): Promise<Reply<OfferRow>> {
  const locator = locators.of(row.id);
  const newest = await newestOffer(db, row.id);
  const known = newest?.id === offerId ? newest : await offerOfBooking(db, offerId, row.id);
  if (!known || !newest) return refuse('OFFER_UNKNOWN', { locator, offerId });
  if (known.kind !== kind) return refuse('OFFER_OTHER', { locator, offerId });
  if (newest.id !== offerId) return refuse('OFFER_REPLACED', { newest: newest.number, newestId: newest.id });
  if (newest.booking_version !== row.version) return refuse('OFFER_OUTDATED', { locator });
  if (isDue(instant(newest.valid_until), now)) return refuse('OFFER_EXPIRED', { until: newest.valid_until });
  return accept(newest);
}
