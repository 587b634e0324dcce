import type { ReadDatabase } from '../database.ts';
import { vouchersBetween } from '../tables/vouchers-table.ts';

interface Moved {
  readonly spent: number;
  readonly restored: number;
}

const MOVED = `SELECT coalesce(sum(amount), 0) AS spent, coalesce(sum((SELECT sum(r.amount) FROM refunds r
    WHERE r.booking_id = t.booking_id AND r.place = t.place AND r.voucher IS NULL)), 0) AS restored FROM tenders t WHERE voucher = ?`;
const REFUNDED = 'SELECT coalesce(sum(amount), 0) AS refunded FROM refunds WHERE booking_id IN (?) AND voucher = ?';
const OF_NO_VOUCHER = `SELECT booking_id FROM tenders t WHERE booking_id > ? AND booking_id <= ? AND kind = 'voucher'
  AND NOT EXISTS (SELECT 1 FROM vouchers v WHERE v.number = t.voucher) LIMIT 1`;

/**
 * Compares the vouchers numbered in (after, upTo] with the tenders. The balance must be what was issued, less what was paid with it, plus
 * what went back to it. A voucher that was issued for a refund must be of that refund. What was issued is compared with the journal. Must
 * run in one snapshot.
 */
export async function vouchersProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  for (const { id, number, source, booking_id, issued, balance } of await vouchersBetween(db, after, upTo)) {
    const { spent, restored } = (await db.query<Moved>(MOVED).get(number)) ?? { spent: 0, restored: 0 };
    if (balance < 0 || balance !== issued - spent + restored)
      return `voucher ${id} has a balance of ${balance}, the sales leave ${issued - spent + restored}`;
    if (source !== 'REFUND') continue;
    const back = await db.query<{ refunded: number }>(REFUNDED).get(booking_id ?? 0, number);
    if (back?.refunded !== issued) return `voucher ${id} was issued for a refund of ${back?.refunded} and says ${issued}`;
  }
  return undefined;
}

/** The first booking in (after, upTo] that was paid with a voucher that is not in the register. */
export async function voucherTendersProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  const row = await db.query<{ booking_id: number }>(OF_NO_VOUCHER).get(after, upTo);
  return row && `booking ${row.booking_id} was paid with a voucher that is not in the register`;
}
