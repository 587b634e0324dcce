import type { DocumentKind, TenderKindTaken } from '../../shared/methods/sales-report.ts';
import type { ReadDatabase } from '../store/database.ts';

/** Entries of the journal after `after` and before `before`. */
export interface EventRange {
  readonly after: number;
  readonly before: number;
}

/** A tender that was taken, or a refund to one. `amount`: minor units, below 0 where it went back; above 0 where a refund was taken back. */
export interface MoneyMoved {
  readonly event: number;
  readonly at: number;
  readonly desk: string;
  readonly user: string;
  readonly booking_id: number;
  readonly document: DocumentKind;
  readonly kind: TenderKindTaken;
  readonly amount: number;
  readonly currency: string;
  readonly detail: string;
  readonly note: string;
  /** Of a compensation: the flight whose boarding was denied. It is for one passenger. */
  readonly flight_id?: number;
}

// A part of a tender that a split took away leaves a tender of 0 behind.
const TAKEN = `SELECT t.event, t.at, t.desk, t.user_name AS user, t.booking_id, t.document, t.kind, t.amount, b.currency,
    coalesce(t.approval_code, t.voucher, t.wallet, t.account, '') AS detail, '' AS note
  FROM tenders t JOIN bookings b ON b.id = t.booking_id WHERE t.desk IN (?) AND t.event > ? AND t.event < ? AND t.amount > 0
  ORDER BY t.event DESC, t.booking_id, t.place LIMIT 0 + ?`;
// What went to a new voucher did not go to the tender that had paid. A card that was not asked before the refund was taken back got nothing.
const BACK = `SELECT r.event, r.at, r.desk, r.user_name AS user, r.booking_id, 'refund' AS document,
    CASE WHEN r.voucher IS NULL THEN t.kind ELSE 'voucher' END AS kind, -r.amount AS amount, b.currency,
    coalesce(r.voucher, t.approval_code, t.voucher, t.wallet, t.account, '') AS detail, r.reason AS note
  FROM refunds r JOIN tenders t ON t.booking_id = r.booking_id AND t.place = r.place JOIN bookings b ON b.id = r.booking_id
  WHERE r.desk IN (?) AND r.event > ? AND r.event < ? AND (r.state IS NULL OR r.state <> 'STOPPED') ORDER BY r.event DESC, r.booking_id, r.place LIMIT 0 + ?`;

const COMPENSATED = `SELECT c.event, c.at, c.desk, c.user_name AS user, d.booking_id, 'compensation' AS document, c.kind, -c.amount AS amount, c.currency,
    coalesce(v.number, '') AS detail, 'boarding denied' AS note, d.flight_id
  FROM compensations c JOIN denials d ON d.id = c.denial_id LEFT JOIN vouchers v ON v.id = c.voucher_id
  WHERE c.desk IN (?) AND c.event > ? AND c.event < ? ORDER BY c.event DESC LIMIT 0 + ?`;

/** What was taken and given back at a desk, newest first; of each at most `most`. */
export async function moneyMoved(db: ReadDatabase, desk: string, { after, before }: EventRange, most: number): Promise<MoneyMoved[]> {
  const taken = await db.query<MoneyMoved>(TAKEN).all(desk, after, before, most);
  const back = await db.query<MoneyMoved>(BACK).all(desk, after, before, most);
  const compensated = await db.query<MoneyMoved>(COMPENSATED).all(desk, after, before, most);
  return [...taken, ...back, ...compensated].sort((a, b) => b.event - a.event);
}

const NEXT_DESK = `SELECT min(desk) AS desk FROM (SELECT min(desk) AS desk FROM tenders WHERE desk > ?
  UNION ALL SELECT min(desk) AS desk FROM refunds WHERE desk > ? UNION ALL SELECT min(desk) AS desk FROM compensations WHERE desk > ?) AS known`;

/** Every desk at which money moved, by name. An index is walked from one to the next. */
export async function desksOfMoney(db: ReadDatabase): Promise<string[]> {
  const desks: string[] = [];
  for (let last = ''; ; ) {
    const next = await db.query<{ desk: string | null }>(NEXT_DESK).get(last, last, last);
    if (!next?.desk) return desks;
    desks.push(next.desk);
    last = next.desk;
  }
}
