import { assert } from '../../../shared/assert.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import { tendersChanged } from '../../store/known-sales.ts';
import { chargeAccount } from '../../store/tables/accounts-table.ts';
import type { BookingRow } from '../../store/tables/bookings-table.ts';
import { jobOf, moveJob } from '../../store/tables/jobs-table.ts';
import { insertRefund, type RefundRow, refundsOfVersion, stopRefund } from '../../store/tables/refunds-table.ts';
import { tendersOf } from '../../store/tables/sale-record.ts';
import type { TenderRow } from '../../store/tables/sale-rows.ts';
import { spendVoucher, voucherByNumber } from '../../store/tables/vouchers-table.ts';
import { accountProblem } from '../account-problem.ts';
import type { CommandContext } from '../command.ts';

/**
 * Why what went back with a version cannot come again, as the end of a sentence; undefined when it can. A card refund that is due, or was tried, may have
 * gone through. After a start of the hub each one is due (hasten-refunds.ts), so a cancellation that went back to a card is not undone over a restart.
 */
export async function refundsProblem(context: CommandContext, row: BookingRow): Promise<string | undefined> {
  const { db, now } = context;
  const refunds = await refundsOfVersion(db, row.id, row.version);
  const tenders = await tendersOf(db, row.id);
  /** What all tenders of one account or one voucher got together: it must pay all of that again. */
  const together = (by: 'account' | 'voucher', paidBy: string): number => {
    const places = new Set(tenders.filter((tender) => tender[by] === paidBy).map(({ place }) => place));
    return refunds.reduce((sum, { place, amount }) => sum + (places.has(place) ? amount : 0), 0);
  };
  for (const refund of refunds) {
    if (refund.called !== null) {
      const job = await jobOf(db, 'refund', refund.called);
      if (job?.state !== 'WAITING' || job.tries > 0 || isDue(instant(job.not_before), now)) return 'the card was refunded already';
    }
    if (refund.voucher !== null) return 'a new voucher was issued for it';
    if (refund.called === null && refund.state === 'DONE') return 'the wallet was refunded already';
    const { account, voucher } = await tenderOf(context, refund);
    if (account !== null && (await accountProblem(context, account, together('account', account)))) return 'its account has no room for it';
    const paidBy = voucher === null ? undefined : await voucherByNumber(db, voucher);
    if (paidBy && (paidBy.balance < together('voucher', paidBy.number) || isDue(instant(paidBy.valid_until), now)))
      return 'its voucher was used meanwhile';
  }
  return undefined;
}

const TAKEN = 'UPDATE tenders SET refunded = refunded - ? WHERE booking_id = ? AND place = ? AND refunded >= ?';

/**
 * What went back with the newest version of a booking comes again: a card that was not asked yet is not refunded, nor a wallet; cash is taken back, a voucher pays
 * again, an account owes again. Each is a counter-entry. Returns the minor units. `refundsProblem` must have found nothing.
 */
export async function takeRefundsBack(context: CommandContext, row: BookingRow): Promise<number> {
  const { db, now, actor, nextEvent } = context;
  let back = 0;
  for (const refund of await refundsOfVersion(db, row.id, row.version)) {
    const { place, amount, called } = refund;
    tendersChanged(db, row.id);
    const taken = await db.change(TAKEN).run(amount, row.id, place, amount);
    assert(taken === 1, `tender ${place} of booking ${row.id} did not get ${amount} back`);
    back += amount;
    if (refund.state === 'DUE') {
      if (called !== null) {
        const job = await jobOf(db, 'refund', called);
        assert(job, `refund ${called} has no job`);
        await moveJob(db, job, { state: 'STOPPED', endedAt: now });
      }
      await stopRefund(db, refund.id);
      continue;
    }
    const tender = await tenderOf(context, refund);
    if (tender.account !== null) await chargeAccount(db, tender.account, amount, row.currency);
    const voucher = await voucherOf(context, tender);
    if (voucher) await spendVoucher(db, voucher.number, amount, row.currency, now);
    const counter = { booking_id: row.id, place, amount: -amount, at: now, version: row.version + 1, voucher: null, reference: null };
    await insertRefund(db, { ...counter, reason: 'undone', desk: actor.desk, user: actor.user, event: nextEvent });
  }
  return back;
}

async function tenderOf({ db }: CommandContext, { booking_id, place }: RefundRow): Promise<TenderRow> {
  const tender = (await tendersOf(db, booking_id)).find((one) => one.place === place);
  assert(tender, `booking ${booking_id} has no tender ${place}`);
  return tender;
}

const voucherOf = async ({ db }: CommandContext, { voucher }: TenderRow) => (voucher === null ? undefined : voucherByNumber(db, voucher));
