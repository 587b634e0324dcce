import { isDeepStrictEqual } from 'node:util';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { Reply } from '../../../shared/refusals.ts';
import type { ReadDatabase } from '../database.ts';
import type { BookingRow } from '../tables/bookings-table.ts';
import { repliesBetween, type StoredReply } from '../tables/replies-table.ts';
import type { PassengerRow } from '../tables/sale-rows.ts';

type Kept = Pick<BookingRow, 'desk' | 'pay_by' | 'created_at' | 'currency' | 'total' | 'phone' | 'email' | 'asked_by'>;
type Passenger = Pick<BookingView['passengers'][number], 'type' | 'surname' | 'given' | 'title' | 'birthDate' | 'with'> & {
  readonly unaccompanied: number;
};
type Tender = Pick<BookingView['tenders'][number], 'kind' | 'amount' | 'given' | 'approvalCode' | 'voucher'> & {
  readonly wallet: string | null;
  readonly account: string | null;
};

const BOOKING = 'SELECT desk, pay_by, created_at, currency, total, phone, email, asked_by FROM bookings WHERE id = ?';
const PASSENGERS = `SELECT type, surname, given, title, birth_date AS "birthDate", carried_by AS "with", unaccompanied FROM booking_passengers
  WHERE booking_id IN (?) ORDER BY place`;
/** What a change has replaced since a version, as it stood then. */
const THEN = `SELECT total, passengers FROM booking_versions WHERE booking_id IN (?) AND last_version >= ? ORDER BY last_version LIMIT 1`;
const TENDERS = `SELECT kind, amount, given, approval_code AS "approvalCode", voucher, wallet, account FROM tenders WHERE booking_id IN (?) ORDER BY place`;

/**
 * How a stored reply differs from the booking that it tells of, in the version that it tells of; undefined when it does not. A long reply
 * continues on another page, and no other check would find that this page is of another reply.
 */
export async function replyProblem(db: ReadDatabase, { requestId, text, bookingId }: StoredReply): Promise<string | undefined> {
  const wrong = `the reply to request ${requestId} is not what was answered`;
  let reply: Reply<unknown>;
  try {
    reply = JSON.parse(text) as Reply<unknown>;
  } catch {
    return wrong;
  }
  if (!reply.ok) return undefined;
  if (isOffer(reply.value)) return (await offerKept(db, reply.value)) ? undefined : wrong;
  if (!isBooking(reply.value)) return undefined;
  if (bookingId !== null && bookingId !== reply.value.bookingId) return wrong;
  return (await bookingKept(db, reply.value)) ? undefined : wrong;
}

const isBooking = (value: unknown): value is BookingView =>
  value !== null && typeof value === 'object' && 'bookingId' in value && 'legs' in value;
const isOffer = (value: unknown): value is { readonly offerId: number } =>
  value !== null && typeof value === 'object' && 'offerId' in value;

async function offerKept(db: ReadDatabase, value: { readonly offerId: number }): Promise<boolean> {
  const row = await db.query<{ offer: string }>('SELECT offer FROM offers WHERE id = ?').get(value.offerId);
  return row?.offer === JSON.stringify(value);
}

async function bookingKept(
  db: ReadDatabase,
  { bookingId, version, desk, createdAt, currency, total, contact, passengers, tenders }: BookingView,
): Promise<boolean> {
  const row = await db.query<Kept>(BOOKING).get(bookingId);
  const then = await db.query<{ total: number; passengers: string }>(THEN).get(bookingId, version);
  // Only a hold that is paid later is taken over by another desk.
  if (!row || (row.desk !== desk && row.pay_by === null)) return false;
  if (row.created_at !== createdAt || row.currency !== currency) return false;
  if ((then ?? row).total !== total) return false;
  if (contact && !isDeepStrictEqual(contact, { phone: row.phone, email: row.email, askedBy: row.asked_by })) return false;
  if (passengers.length === 0) return true;
  if (then) return isDeepStrictEqual(passengers.map(nameOf), (JSON.parse(then.passengers) as PassengerRow[]).map(nameThen));
  const names = await db.query<Passenger>(PASSENGERS).all(bookingId);
  const money = await db.query<Tender>(TENDERS).all(bookingId);
  return (
    isDeepStrictEqual(passengers.map(nameOf), names) &&
    isDeepStrictEqual(
      tenders.map(({ refunded: _, refundVoucher: __, charge: ___, wallet = null, account = null, ...kept }) => ({
        ...kept,
        wallet,
        account,
      })),
      money,
    )
  );
}

const nameOf = ({ name: _, unaccompanied, ...kept }: BookingView['passengers'][number]): Passenger => ({
  ...kept,
  unaccompanied: Number(unaccompanied ?? false),
});

const nameThen = ({ birth_date: birthDate, carried_by, ...row }: PassengerRow): Passenger => {
  const { type, surname, given, title, unaccompanied } = row;
  return { type, surname, given, title, birthDate, with: carried_by, unaccompanied };
};

/** The same for replies numbered in (after, upTo]. Read in one snapshot. */
export async function repliesProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  for (const reply of await repliesBetween(db, after, upTo)) {
    const problem = await replyProblem(db, reply);
    if (problem) return problem;
  }
  return undefined;
}
