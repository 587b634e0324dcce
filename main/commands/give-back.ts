import { assert } from '../../shared/assert.ts';
import { UNDO_MS } from '../../shared/bounds.ts';
import { type Instant, later } from '../../shared/instants.ts';
import { minor } from '../../shared/money.ts';
import { BACK_BY_HAND } from '../../shared/tender-kinds.ts';
import { sharesByTender } from '../rules/share-refund.ts';
import { tendersChanged } from '../store/known-sales.ts';
import { relieveAccount } from '../store/tables/accounts-table.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { enqueueJob } from '../store/tables/jobs-table.ts';
import { paymentByReference } from '../store/tables/payments-table.ts';
import { insertRefund } from '../store/tables/refunds-table.ts';
import { tendersOf } from '../store/tables/sale-record.ts';
import type { TenderRow } from '../store/tables/sale-rows.ts';
import type { CommandContext } from './command.ts';
import { refundToVoucher, refundVoucher } from './refund-to-voucher.ts';

const BOOK =
  'UPDATE tenders SET refunded = refunded + ?, refund_voucher = coalesce(?, refund_voucher) WHERE booking_id = ? AND place = ? AND refunded + ? <= amount';

/**
 * Books minor units of a booking as given back to its tenders, in proportion to what is left of each. What goes back to a card of the own terminal is
 * a job; what goes back to a wallet is due until a supervisor has sent it. `reason`: why, in words without passenger data. `toVoucher`: the money goes to one new voucher, and the tenders
 * are booked as given back by it. Returns all tenders of the booking as they are then.
 */
export async function giveBack(
  context: CommandContext,
  row: BookingRow,
  refund: number,
  reason: string,
  toVoucher = false,
): Promise<readonly TenderRow[]> {
  const tenders = await tendersOf(context.db, row.id);
  const shares = sharesByTender(minor(refund), tenders);
  const instead = toVoucher && refund > 0 ? await refundVoucher(context, row, refund) : undefined;
  // What is taken back within its time was never given.
  const given = await giveToTenders(context, row, shares, { reason, notBefore: later(context.now, UNDO_MS), instead });
  return tenders.map((tender) => given.get(tender.place) ?? tender);
}

/** The same, when it is known how much goes to which tender. Returns those tenders as they are then, by their places. `notBefore`: when the terminal is asked. `instead`: the voucher that gets all of it. */
export async function giveToTenders(
  context: CommandContext,
  row: BookingRow,
  shares: readonly { readonly tender: TenderRow; readonly amount: number }[],
  { reason, notBefore, instead }: { readonly reason: string; readonly notBefore: Instant; readonly instead?: string | undefined },
): Promise<Map<number, TenderRow>> {
  const { db, now, actor, nextEvent } = context;
  const bookingId = row.id;
  const given = new Map<number, TenderRow>();
  for (const { tender, amount } of shares) {
    const { place } = tender;
    const reference = instead === undefined ? tender.reference : null;
    const voucher = instead ?? (tender.voucher === null ? null : await refundToVoucher(context, row, tender.voucher, amount));
    if (instead === undefined && tender.account !== null) await relieveAccount(db, tender.account, amount);
    tendersChanged(db, bookingId);
    const booked = await db.change(BOOK).run(amount, voucher, bookingId, place, amount);
    assert(booked === 1, `tender ${place} of booking ${bookingId} cannot take ${amount} back`);
    given.set(place, { ...tender, refunded: tender.refunded + amount, refund_voucher: voucher ?? tender.refund_voucher });
    const called = await insertRefund(db, {
      booking_id: bookingId,
      place,
      amount,
      at: now,
      version: row.version + 1,
      voucher,
      reference,
      reason,
      byHand: instead === undefined && BACK_BY_HAND.has(tender.kind),
      ...{ desk: actor.desk, user: actor.user, event: nextEvent },
    });
    if (reference === null || called === null) continue;
    const payment = await paymentByReference(db, reference);
    assert(payment?.state === 'APPROVED', `payment ${reference} was never approved`);
    await enqueueJob(db, { kind: 'refund', subject: called, bookingId, now, notBefore });
  }
  return given;
}
