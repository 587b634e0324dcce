import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';

/** What is known of each denial: what was owed and paid, how often the journal tells that, and how often the same passenger was denied the same flight. */
const DENIED = `SELECT d.id, d.owed, d.owed_currency AS currency, c.kind, c.amount, c.currency AS paidIn, v.issued, v.currency AS issuedIn,
    (SELECT count(*) FROM journal j WHERE j.type = 'compensation.paid' AND j.data ->> 'denialId' = d.id) AS told,
    (SELECT count(*) FROM claims s WHERE s.flight_id = d.flight_id AND s.owner = d.booking_id AND s.passenger = d.passenger AND s.kind <> 'block') AS aboard
  FROM denials d LEFT JOIN compensations c ON c.denial_id = d.id LEFT JOIN vouchers v ON v.id = c.voucher_id ORDER BY d.id`;
/** Each voucher that was not issued for a refund is for one passenger who gave a seat up, or who was denied boarding. */
const VOUCHERS = `SELECT count(*) AS issued, (SELECT count(DISTINCT voucher_id) FROM volunteers WHERE voucher_id IS NOT NULL) AS volunteers,
    (SELECT count(DISTINCT voucher_id) FROM compensations WHERE voucher_id IS NOT NULL) AS denied FROM vouchers WHERE source = 'ISSUED'`;
const PROMISED = `SELECT coalesce(sum(amount), 0) AS promised, (SELECT coalesce(sum(v.issued), 0) FROM volunteers o JOIN vouchers v ON v.id = o.voucher_id) AS issued
  FROM volunteers WHERE state = 'TOOK'`;

interface Denied {
  readonly id: number;
  readonly owed: number | null;
  readonly currency: string | null;
  readonly kind: string | null;
  readonly amount: number | null;
  readonly paidIn: string | null;
  readonly issued: number | null;
  readonly issuedIn: string | null;
  readonly told: number;
  readonly aboard: number;
}

/** Most that any rule owes to one passenger. */
const MOST: Readonly<Record<string, number>> = { USD: 2_150_00, EUR: 600_00 };

const TELLS = /^(boarding|compensation|volunteer)\./;

/** What must be true of who was denied boarding: they are not aboard, and are paid once, what is owed. Who gave a seat up has what was promised. */
export function checkDenied(reader: ReadDatabase, events: readonly SeenEvent[]): void {
  if (!events.some(({ type }) => TELLS.test(type))) return;
  const db = reader as SqliteDatabase;
  const news = new Set(
    events.flatMap(({ type, data }) => (type === 'boarding.denied' ? [(JSON.parse(data) as { denialId: number }).denialId] : [])),
  );
  for (const { id, owed, currency, kind, amount, paidIn, issued, issuedIn, told, aboard } of db.query<Denied>(DENIED).all() as Denied[]) {
    if (told !== (kind === null ? 0 : 1))
      throw new Failure('denied', `denial ${id} is ${kind ?? 'not'} paid, the journal tells it ${told} times`);
    if (kind !== null && (amount !== owed || paidIn !== currency))
      throw new Failure('denied', `denial ${id} owes ${owed} ${currency}, paid was ${amount} ${paidIn}`);
    if ((kind === 'voucher') !== (issued !== null) || (issued !== null && (issued !== owed || issuedIn !== currency)))
      throw new Failure('denied', `denial ${id} owes ${owed} ${currency}, its voucher is ${issued} ${issuedIn}`);
    if (owed !== null && (owed < 0 || owed > (MOST[currency ?? ''] ?? 0)))
      throw new Failure('denied', `denial ${id} owes ${owed} ${currency}, which no rule does`);
    if (news.has(id) && aboard > 0) throw new Failure('denied', `denial ${id} leaves its passenger aboard`);
  }
  const [seen] = db.query<{ issued: number; volunteers: number; denied: number }>(VOUCHERS).all() as {
    issued: number;
    volunteers: number;
    denied: number;
  }[];
  if (seen && seen.issued !== seen.volunteers + seen.denied)
    throw new Failure('denied', `${seen.issued} vouchers were issued, for ${seen.volunteers} volunteers and ${seen.denied} denials`);
  const [kept] = db.query<{ promised: number; issued: number }>(PROMISED).all() as { promised: number; issued: number }[];
  if (kept && kept.promised !== kept.issued) throw new Failure('denied', `${kept.promised} was promised for seats, ${kept.issued} issued`);
}
