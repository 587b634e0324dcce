import { assert } from '../../shared/assert.ts';
import { OFFER_MS } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { isDue } from '../../shared/instants.ts';
import type { CancelOffer } from '../../shared/methods/offers.ts';
import { minor } from '../../shared/money.ts';
import { accept, type Refused, refuse } from '../../shared/refusals.ts';
import { type RefundShare, shareRefund } from '../rules/share-refund.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import { insertOffer, nextOfferNumbers } from '../store/tables/offers-table.ts';
import { tendersOf } from '../store/tables/sale-record.ts';
import { firstDeparture, refundTerms } from './changes/refund-terms.ts';
import type { Command, CommandContext } from './command.ts';
import { bookingMoved } from './move-seats.ts';
import { isPastItsTime } from './refund-to-voucher.ts';

/** Why a booking cannot be cancelled now; undefined when it can. */
export async function cancelProblem(context: CommandContext, row: BookingRow | undefined, bookingId: number): Promise<Refused | undefined> {
  const { locators, now } = context;
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  const details = { bookingId, locator: locators.of(row.id), state: row.state };
  if (row.state !== 'CONFIRMED') return refuse('BOOKING_NOT_CONFIRMED', details);
  if (isDue(await firstDeparture(context, legsOf(row)), now)) return refuse('BOOKING_FLOWN', details);
  return undefined;
}

/** Where each share of a refund goes. A voucher that is past its time is left without a number: a new one will be issued. */
export async function destinations(context: CommandContext, shares: readonly RefundShare[]): Promise<RefundShare[]> {
  const told: RefundShare[] = [];
  for (const share of shares) {
    const renewed = share.kind === 'voucher' && (await isPastItsTime(context, share.reference));
    told.push(renewed ? { ...share, reference: '' } : share);
  }
  return told;
}

/** Quotes what cancelling would give back. The quote is kept for some minutes. A newer quote replaces it. */
export const quoteRefund: Command<Input<'bookings.cancelQuote'>, Output<'bookings.cancelQuote'>> = async (context, { bookingId }) => {
  const { db, now, locators } = context;
  const row = await trustedBooking(db, bookingId);
  const problem = await cancelProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row, 'a booking without problem exists');
  const { percent, rule, departsAt, back } = await refundTerms(context, legsOf(row));
  const paid = minor(row.total);
  const refund = minor(back(paid));
  const { offerId, number } = await nextOfferNumbers(db, bookingId);
  const quote: CancelOffer = {
    offerId,
    kind: 'cancel',
    bookingVersion: row.version,
    bookingId,
    locator: locators.of(bookingId),
    number,
    percent,
    rule,
    paid,
    currency: row.currency,
    lines: [
      { label: 'Paid', detail: '', amount: paid },
      { label: `Kept, ${rule}`, detail: `${100 - percent} %`, amount: minor(refund - paid) },
    ],
    to: await destinations(context, shareRefund(refund, await tendersOf(db, bookingId))),
    total: refund,
    // A quote is kept to the last minute, but nothing is given back once the first flight has left.
    validUntil: Math.min(now + OFFER_MS, departsAt),
  };
  await insertOffer(db, quote);
  context.emit(
    'booking.quoted',
    bookingMoved(context, row, [], { amount: refund, note: `quote ${quote.number}, ${rule}`, expiresAt: null }),
  );
  return accept(quote);
};
