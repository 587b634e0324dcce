import { assert } from '../../shared/assert.ts';
import { OFFER_MS } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { CancelOffer } from '../../shared/methods/offers.ts';
import { type Minor, minor } from '../../shared/money.ts';
import { accept, type Refused, type Reply, refuse } from '../../shared/refusals.ts';
import { type RefundShare, shareRefund } from '../rules/share-refund.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { type BookingRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { insertOffer, nextOfferNumbers } from '../store/tables/offers-table.ts';
import { tendersOf } from '../store/tables/sale-record.ts';
import { begunProblem } from './changes/flown-problem.ts';
import { givenUp, refundTerms, standsUntil } from './changes/refund-terms.ts';
import type { Command, CommandContext } from './command.ts';
import { bookingMoved } from './move-seats.ts';
import { isPastItsTime } from './refund-to-voucher.ts';

/** Why a booking cannot be cancelled now; undefined when it can. */
export async function cancelProblem(context: CommandContext, row: BookingRow | undefined, bookingId: number): Promise<Refused | undefined> {
  const { locators } = context;
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  const details = { bookingId, locator: locators.of(row.id), state: row.state };
  if (row.state !== 'CONFIRMED') return refuse('BOOKING_NOT_CONFIRMED', details);
  return begunProblem(context, row);
}

/** Where a refund goes. A voucher without a number is a new one: because it was wished, or because the one that paid is past its time. */
export async function destinations(context: CommandContext, row: BookingRow, refund: Minor, toVoucher = false): Promise<RefundShare[]> {
  if (toVoucher) return refund === 0 ? [] : [{ kind: 'voucher', amount: refund, reference: '' }];
  const told: RefundShare[] = [];
  for (const share of shareRefund(refund, await tendersOf(context.db, row.id))) {
    const renewed = share.kind === 'voucher' && (await isPastItsTime(context, share.reference));
    told.push(renewed ? { ...share, reference: '' } : share);
  }
  return told;
}

/** What was wished for a refund, as its offer keeps it; or why it is not granted: only a supervisor waives a rule. */
export function refundWished(
  { actor }: Pick<CommandContext, 'actor'>,
  { toVoucher, waiver }: Pick<Input<'bookings.cancelQuote'>, 'toVoucher' | 'waiver'>,
): Reply<Pick<CancelOffer, 'toVoucher' | 'waiver'>> {
  if (waiver !== undefined && actor.role !== 'supervisor') return refuse('ROLE_REQUIRED', { role: 'supervisor' });
  return accept({
    ...(toVoucher ? { toVoucher } : {}),
    ...(waiver === undefined ? {} : { waiver: { user: actor.user, reason: waiver } }),
  });
}

/** Quotes what cancelling would give back. The quote is kept for some minutes. A newer quote replaces it. */
export const quoteRefund: Command<Input<'bookings.cancelQuote'>, Output<'bookings.cancelQuote'>> = async (
  context,
  { bookingId, ...wish },
) => {
  const { db, now, locators } = context;
  const wished = refundWished(context, wish);
  if (!wished.ok) return wished;
  const row = await trustedBooking(db, bookingId);
  const problem = await cancelProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row, 'a booking without problem exists');
  // What is quoted is cancelled in a moment, and then need not be compared with the journal once more.
  rememberBooking(db, row);
  const legs = legsOf(row);
  const given = legs.flatMap((leg) => givenUp(leg));
  const terms = await refundTerms(context, given, { legs, currency: row.currency, waived: wished.value.waiver !== undefined });
  const { percent, rule } = terms;
  const fee = terms.fee('cancelFee', partyOf(row).length, terms.back);
  const paid = minor(row.total);
  const refund = minor(terms.back - (fee?.amount ?? 0));
  const { offerId, number } = await nextOfferNumbers(db, bookingId);
  const quote: CancelOffer = {
    ...{ offerId, kind: 'cancel', bookingVersion: row.version, bookingId, locator: locators.of(bookingId), number, percent, rule, paid },
    ...wished.value,
    currency: row.currency,
    lines: [
      { label: 'Paid', detail: '', amount: paid },
      ...[...terms.kept, ...(fee ? [fee] : [])].map((line) => ({ ...line, amount: minor(-line.amount || 0) })),
    ],
    to: await destinations(context, row, refund, wished.value.toVoucher),
    total: refund,
    // A quote is kept to the last minute, but nothing is given back once the first flight has left.
    validUntil: Math.min(now + OFFER_MS, standsUntil(terms, now)),
  };
  await insertOffer(db, quote);
  const note = `quote ${number}, ${rule}`;
  context.emit('booking.quoted', { ...bookingMoved(context, row, [], { amount: refund, note, expiresAt: null }), quote: number });
  return accept(quote);
};
