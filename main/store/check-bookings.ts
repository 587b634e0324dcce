import type { BookingMoved, EventType } from '../../shared/events.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';
import { type BookingRow, legsOf } from './bookings-table.ts';
import type { ReadDatabase } from './database.ts';

/** What the journal, or the count of its belongings, tells of a booking. */
type Kept = Pick<
  BookingRow,
  'id' | 'state' | 'desk' | 'created_at' | 'expires_at' | 'extended' | 'paying_since' | 'party' | 'legs' | 'total' | 'refunded'
>;
const BOOKINGS = `SELECT id, state, desk, created_at, expires_at, extended, paying_since, party, legs, total, refunded FROM bookings
  WHERE id > ? AND id <= ? ORDER BY id`;

/** What the journal knows of a booking's events. */
interface Told {
  readonly booking_id: number;
  readonly at: number;
  readonly type: EventType;
  readonly desk: string;
  readonly data: string;
}

/** A booking as it must stand after its events. */
interface Expected {
  state: BookingState;
  expires_at: number | null;
  created_at: number;
  desk: string;
  total: number;
  extended: number;
  paying_since: number | null;
  refunded: number;
  /** Flight, cabin and seats of each leg. */
  seats: string;
}

const LEADS_TO: Partial<Record<EventType, BookingState>> = {
  'hold.released': 'RELEASED',
  'hold.expired': 'EXPIRED',
  'booking.confirmed': 'CONFIRMED',
  'booking.cancelled': 'CANCELLED',
};

const seatsText = (legs: readonly { readonly flightId: number; readonly cabin: string; readonly seats: readonly string[] }[]): string =>
  legs.map(({ flightId, cabin, seats }) => `${flightId} ${cabin} ${seats.join(' ')}`).join(', ');

/** Follows a booking's events from its hold on. */
function follow(before: Expected | undefined, { type, at, desk, data }: Told): Expected | undefined {
  const moved = JSON.parse(data) as BookingMoved;
  if (type === 'hold.placed') {
    const { expiresAt, amount, legs } = moved;
    const fresh = { extended: 0, paying_since: null, refunded: 0 };
    return { state: 'HOLD', expires_at: expiresAt, created_at: at, desk, total: amount, seats: seatsText(legs), ...fresh };
  }
  if (!before) return undefined;
  const after = { ...before };
  if (type === 'hold.extended') Object.assign(after, { extended: 1, expires_at: moved.expiresAt });
  if (type === 'payment.begun') Object.assign(after, { paying_since: at, expires_at: moved.expiresAt });
  if (type === 'booking.cancelled') after.refunded = moved.amount;
  // A payment that failed after its hold had ended changes nothing any more.
  const state = type === 'payment.failed' && before.state === 'HOLD' ? 'PAYMENT_FAILED' : LEADS_TO[type];
  if (state) Object.assign(after, { state, paying_since: null });
  return after;
}

/** How a row differs from what its events say; undefined when it does not. Names and contact stand in no event. */
function difference(row: Kept, events: readonly Told[]): string | undefined {
  let expected: Expected | undefined;
  for (const told of events) expected = follow(expected, told);
  if (!expected) return `booking ${row.id} is in no entry of the journal`;
  const { seats, ...columns } = expected;
  for (const [name, value] of Object.entries(columns))
    if (row[name as keyof typeof columns] !== value)
      return `booking ${row.id} says ${name} ${row[name as keyof typeof columns]}, the journal ${value}`;
  return seatsText(legsOf(row)) === seats ? undefined : `booking ${row.id} has other seats than the journal says`;
}

const EVENTS = `SELECT booking_id, at, type, desk, data FROM journal WHERE booking_id > ? AND booking_id <= ? ORDER BY booking_id, event`;

/** What belongs to bookings in other tables, counted. */
interface Belongings {
  readonly booking_id: number;
  readonly count: number;
  readonly amount: number;
  readonly refunded: number;
}
const TENDERS = `SELECT booking_id, count(*) AS count, sum(amount) AS amount, sum(refunded) AS refunded FROM tenders
  WHERE booking_id > ? AND booking_id <= ? GROUP BY booking_id`;
const PASSENGERS = `SELECT booking_id, count(*) AS count, 0 AS amount, 0 AS refunded FROM booking_passengers
  WHERE booking_id > ? AND booking_id <= ? GROUP BY booking_id`;
const QUOTES = `SELECT booking_id, count(*) AS count, 0 AS amount, 0 AS refunded FROM refund_quotes
  WHERE booking_id > ? AND booking_id <= ? GROUP BY booking_id`;

/**
 * Holds bookings numbered in (after, upTo] against the journal, and their money, names, legs and claims against them. The
 * first problem, in words. Read in one snapshot.
 */
export async function bookingsProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  const events = new Map<number, Told[]>();
  for (const told of await db.query<Told>(EVENTS).all(after, upTo)) {
    const list = events.get(told.booking_id);
    if (list) list.push(told);
    else events.set(told.booking_id, [told]);
  }
  const byBooking = async (sql: string) =>
    new Map((await db.query<Belongings>(sql).all(after, upTo)).map((found) => [found.booking_id, found]));
  const [tenders, passengers, quotes] = [await byBooking(TENDERS), await byBooking(PASSENGERS), await byBooking(QUOTES)];

  for (const row of await db.query<Kept>(BOOKINGS).all(after, upTo)) {
    const told = events.get(row.id) ?? [];
    events.delete(row.id);
    const problem = difference(row, told) ?? (await claimsProblem(db, row));
    if (problem) return problem;
    const sold = row.state === 'CONFIRMED' || row.state === 'CANCELLED';
    const money = tenders.get(row.id);
    if ((money?.amount ?? 0) !== (sold ? row.total : 0)) return `booking ${row.id} has tenders of ${money?.amount ?? 0}`;
    if ((money?.refunded ?? 0) !== row.refunded) return `booking ${row.id} gave back ${money?.refunded ?? 0}, says ${row.refunded}`;
    const party = JSON.parse(row.party) as { readonly infant: boolean }[];
    const names = sold ? party.length + party.filter(({ infant }) => infant).length : 0;
    if ((passengers.get(row.id)?.count ?? 0) !== names) return `booking ${row.id} has ${passengers.get(row.id)?.count ?? 0} names`;
    const quoted = told.filter(({ type }) => type === 'booking.quoted').length;
    if ((quotes.get(row.id)?.count ?? 0) !== quoted) return `booking ${row.id} has ${quotes.get(row.id)?.count ?? 0} refund quotes`;
    for (const list of [tenders, passengers, quotes]) list.delete(row.id);
  }
  for (const list of [events, tenders, passengers, quotes])
    for (const id of list.keys()) return `booking ${id} is gone, and what belongs to it is not`;
  return undefined;
}

async function claimsProblem(db: ReadDatabase, row: Kept): Promise<string | undefined> {
  const sold = row.state === 'CONFIRMED' || row.state === 'CANCELLED';
  if (row.state !== 'HOLD' && !sold) return undefined;
  for (const { flightId, seats } of legsOf(row)) {
    const leg = db.query<{ flight_id: number }>('SELECT flight_id FROM booking_legs WHERE flight_id = ? AND booking_id = ?');
    if (sold && !(await leg.get(flightId, row.id))) return `booking ${row.id} is not among those of flight ${flightId}`;
    if (row.state === 'CANCELLED') continue;
    for (const seat of seats) {
      const sql = 'SELECT booking_id FROM claims WHERE flight_id = ? AND seat = ?';
      const claim = await db.query<{ booking_id: number }>(sql).get(flightId, seat);
      if (claim?.booking_id !== row.id) return `booking ${row.id} has no claim on seat ${seat} of flight ${flightId}`;
    }
  }
  return undefined;
}
