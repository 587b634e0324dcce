import { OFFER_MS } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import { minor, sum } from '../../../shared/money.ts';
import { accept } from '../../../shared/refusals.ts';
import { insertOffer, nextOfferNumbers } from '../../store/tables/offers-table.ts';
import type { Command } from '../command.ts';
import { bookingMoved } from '../move-seats.ts';
import { destinations, refundWished } from '../quote-refund.ts';
import { changing, planChange } from './plan-change.ts';
import { touchesOf } from './touches.ts';

/** Quotes what a change of a sold booking would cost or give back, and what else it touches. The quote is kept for some minutes. A newer one replaces it. */
export const quoteChange: Command<Input<'bookings.changeQuote'>, Output<'bookings.changeQuote'>> = async (
  context,
  { bookingId, change, ...wish },
) => {
  const { db, now, locators } = context;
  const wished = refundWished(context, wish);
  if (!wished.ok) return wished;
  const booking = await changing(context, bookingId);
  if (!booking.ok) return booking;
  const planned = await planChange({ ...booking.value, waived: wished.value.waiver !== undefined }, change);
  if (!planned.ok) return planned;
  const { row } = booking.value;
  const { after, lines, rule, hold } = planned.value;
  const total = sum(lines.map(({ amount }) => minor(amount)));
  const { offerId, number } = await nextOfferNumbers(db, bookingId);
  const offer: ChangeOffer = {
    ...{ offerId, kind: 'change', bookingVersion: row.version, bookingId, locator: locators.of(bookingId), number, currency: row.currency },
    change,
    lines: [...lines],
    total,
    legs: [...after.legs],
    seated: after.party.map(({ passenger }) => passenger),
    touches: await touchesOf(booking.value, after),
    rule,
    ...wished.value,
    to: await destinations(context, row, minor(Math.max(0, -total)), wished.value.toVoucher),
    heldUntil: hold?.expires_at ?? null,
    validUntil: Math.min(now + OFFER_MS, ...after.legs.map(({ departsAt }) => departsAt).filter((at) => at > now)),
  };
  await insertOffer(db, offer);
  const note = `quote ${number}, ${planned.value.note}`;
  context.emit('booking.changeQuoted', { ...bookingMoved(context, row, [], { amount: total, note, expiresAt: null }), quote: number });
  return accept(offer);
};
