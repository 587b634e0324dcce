import { SLIP_AGAIN_MS } from '../../shared/bounds.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';

interface Paid {
  readonly booking_id: number;
  readonly amount: number;
  readonly desk: string;
  readonly currency: string;
}

const PAID = `SELECT t.booking_id, t.amount, t.desk, b.currency FROM tenders t JOIN bookings b ON b.id = t.booking_id
  WHERE t.approval_code IN (?) AND t.at > ? AND (t.desk = ? OR (t.amount = ? AND b.currency = ?))
  ORDER BY t.booking_id DESC LIMIT 1`;

/**
 * Refuses an approval code that was typed from a slip and has paid already. Two terminals may give the same code. So it counts only at the
 * desk that took it, where the slips are, or for the same amount, and only for some days after that. The agent may say that it is another slip
 * (`slipsCompared`): otherwise customers whose card was charged would be turned away.
 */
export async function slipProblem(
  { db, now, actor, locators }: CommandContext,
  row: BookingRow,
  tenders: readonly Tender[],
): Promise<Refused | undefined> {
  const typed = tenders.flatMap((tender) =>
    tender.kind === 'card' && tender.approvalCode !== null ? [{ code: tender.approvalCode, amount: tender.amount }] : [],
  );
  for (const [place, { code, amount }] of typed.entries()) {
    const before = typed.slice(0, place).find((one) => one.code === code);
    const paid = before
      ? { booking_id: row.id, amount: before.amount, desk: actor.desk, currency: row.currency }
      : await db.query<Paid>(PAID).get(code, now - SLIP_AGAIN_MS, actor.desk, amount, row.currency);
    if (!paid) continue;
    const { booking_id: bookingId, desk, currency } = paid;
    const details = { approvalCode: code, bookingId, locator: locators.of(bookingId), desk, currency };
    return refuse('SLIP_USED', { ...details, paid: moneyText(minor(paid.amount), currency) });
  }
  return undefined;
}
