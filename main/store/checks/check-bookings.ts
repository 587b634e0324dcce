import { bookingEffect } from '../../../shared/event-effects.ts';
import type { BookingMoved } from '../../../shared/events/booking-moved.ts';
import type { BookingEventType, EventData } from '../../../shared/events.ts';
import { changesBooking, type FollowedBooking, followBooking } from '../../../shared/follow-booking.ts';
import type { ReadDatabase } from '../database.ts';
import { BOOKINGS_LISTED, type BookingRow, bookingsBetween, filledUp, legsOf, partyOf } from '../tables/bookings-table.ts';
import { claimsOfLeg } from '../tables/claims-table.ts';
import { type ClockStepBack, clockStepsBack, countsFrom } from '../tables/clock-steps.ts';
import { missingKey, type NameRow } from '../tables/find-keys-table.ts';
import { usesOf } from '../tables/promotions-table.ts';

/** An event of a booking, as the journal tells it. */
interface Told {
  readonly booking_id: number;
  readonly event: number;
  readonly at: number;
  readonly type: BookingEventType;
  readonly user_name: string;
  readonly desk: string;
  readonly data: string;
}

type Moved = BookingMoved & Partial<EventData<'booking.changed'> & EventData<'booking.split'> & EventData<'hold.payLater'>>;

/** The columns of a booking's row that follow from its events, besides its seats. */
const FOLLOWED = [
  ...([
    'state',
    'version',
    'expires_at',
    'created_at',
    'desk',
    'user',
    'total',
    'extended',
    'paying_since',
    'tender_failed_at',
    'failed_at',
    'refunded',
    'fees',
  ] as const),
  ...(['sold_at', 'sold_by', 'sold_desk', 'pay_by', 'at_limit'] as const),
] as const;

/** A booking as it must be after its events. */
interface Expected extends Pick<BookingRow, (typeof FOLLOWED)[number]> {
  /** Flight, cabin and seats of each leg. */
  readonly seats: string;
}

const seatsText = (legs: readonly { readonly flightId: number; readonly cabin: string; readonly seats: readonly string[] }[]): string =>
  legs.map(({ flightId, cabin, seats }) => `${flightId} ${cabin} ${seats.join(' ')}`).join(', ');

/** A booking after one more of its events. */
function follow(before: Expected | undefined, told: Told, moved: Moved, steps: readonly ClockStepBack[]): Expected | undefined {
  const { type, at, user_name: user, desk } = told;
  const after = followBooking(before && followed(before), { type, at, user, desk, data: moved });
  if (!after) return undefined;
  const { state, expiresAt, extended, payingSince, tenderFailedAt, refunded, sale, payBy } = after;
  const begun = before ?? {
    version: 0,
    created_at: at,
    desk,
    user,
    total: moved.amount,
    fees: 0,
    failed_at: null,
    seats: seatsText(moved.legs),
  };
  const changed = bookingEffect(type).seats === 'change';
  // What a cancellation kept is kept no longer when it is undone.
  const restored = before?.state === 'CANCELLED' && state === 'CONFIRMED';
  const { total, fees } = changed || restored ? { total: moved.price ?? 0, fees: moved.fees ?? 0 } : begun;
  return {
    ...begun,
    version: begun.version + (changesBooking(before?.state, type) ? 1 : 0),
    // Only a hold that was taken over changes its desk.
    desk: type === 'hold.takenOver' ? desk : begun.desk,
    total,
    // What is not given back when a booking ends is kept.
    fees: fees + (state === 'CANCELLED' && before?.state !== state ? total - moved.amount : 0),
    seats: changed ? seatsText(moved.legs) : begun.seats,
    state,
    expires_at: expiresAt,
    extended: extended ? 1 : 0,
    paying_since: payingSince,
    tender_failed_at: tenderFailedAt,
    failed_at: state === 'PAYMENT_FAILED' && before?.state !== state ? countsFrom(steps, told) : begun.failed_at,
    refunded,
    ...{ sold_at: sale?.at ?? null, sold_by: sale?.user ?? null, sold_desk: sale?.desk ?? null },
    ...{ pay_by: payBy?.at ?? null, at_limit: payBy?.atLimit ?? null },
  };
}

const followed = (row: Expected): FollowedBooking => ({
  state: row.state,
  expiresAt: row.expires_at,
  extended: row.extended === 1,
  payingSince: row.paying_since,
  tenderFailedAt: row.tender_failed_at,
  ...(row.pay_by === null ? {} : { payBy: { at: row.pay_by, atLimit: row.at_limit ?? 'cancel' } }),
  refunded: row.refunded,
  sale: row.sold_at === null ? null : { at: row.sold_at, user: row.sold_by ?? '', desk: row.sold_desk ?? '' },
});

/**
 * Whether an event names other seats than the booking had when it was told. In earlier versions an event named no seats when a hold kept them. Of
 * a change that gives some seats back, only these are named.
 */
function namesOthers(type: BookingEventType, { legs }: Moved, had: string): boolean {
  if (legs.length === 0) return false;
  if (bookingEffect(type).seats === 'give') return legs.some(({ seats }) => seats.some((seat) => !had.split(/[ ,]+/).includes(seat)));
  return seatsText(legs) !== had;
}

/** How a row differs from its events; undefined when it does not. Names and contact are in no event. */
function difference(row: BookingRow, events: readonly Told[], steps: readonly ClockStepBack[]): string | undefined {
  let expected: Expected | undefined;
  const others = `booking ${row.id} has other seats than the journal says`;
  for (const told of events) {
    const moved = JSON.parse(told.data) as Moved;
    expected = follow(expected, told, moved, steps);
    if (expected && namesOthers(told.type, moved, expected.seats)) return others;
  }
  if (!expected) return `booking ${row.id} is in no entry of the journal`;
  for (const name of FOLLOWED)
    if (row[name] !== expected[name]) return `booking ${row.id} says ${name} ${row[name]}, the journal ${expected[name]}`;
  return seatsText(legsOf(row)) === expected.seats ? undefined : others;
}

/** What other tables hold of a booking: its names and its amounts, counted. */
interface Belongings {
  readonly passengers: NameRow[];
  quotes: number;
  /** Minor units. */
  paid: number;
  refunded: number;
  /** Fares that use a promotion. */
  promoted: number;
}

interface BelongingRow {
  readonly booking_id: number;
  /** 1: the row of a passenger, whose name it tells. */
  readonly names: number;
  readonly quotes: number;
  readonly paid: number;
  readonly refunded: number;
  readonly promoted: number;
  readonly host_surname: string;
  readonly host_given: string;
  readonly surname: string;
  readonly given: string;
}

/** The statements that read what bookings are compared with. */
interface Compared {
  readonly events: string;
  readonly belongings: string;
}

// One statement for four tables: a booking that is not sold has rows in none of them, and asking each table costs as much as finding rows.
const compared = (ofBookings: string): Compared => ({
  events: `SELECT booking_id, event, at, type, user_name, desk, data FROM journal WHERE ${ofBookings} ORDER BY booking_id, event`,
  belongings: `SELECT booking_id, 1 AS names, 0 AS quotes, 0 AS paid, 0 AS refunded, 0 AS promoted, host_surname, host_given, surname, given
    FROM booking_passengers WHERE ${ofBookings}
  UNION ALL SELECT booking_id, 0, 1, 0, 0, 0, '', '', '', '' FROM offers WHERE ${ofBookings}
  UNION ALL SELECT booking_id, 0, 0, amount, refunded, 0, '', '', '', '' FROM tenders WHERE ${ofBookings}
  UNION ALL SELECT booking_id, 0, 0, 0, 0, uses, '', '', '', '' FROM promotion_uses WHERE ${ofBookings}`,
});
const RANGE = compared('booking_id > ? AND booking_id <= ?');
const LISTED = compared(`booking_id IN (${Array(BOOKINGS_LISTED).fill('?').join(', ')})`);

async function eventsOf(db: ReadDatabase, sql: string, values: readonly number[]): Promise<Map<number, Told[]>> {
  const events = new Map<number, Told[]>();
  for (const told of await db.query<Told>(sql).all(...values)) {
    const list = events.get(told.booking_id);
    if (list) list.push(told);
    else events.set(told.booking_id, [told]);
  }
  return events;
}

async function belongingsOf(db: ReadDatabase, sql: string, values: readonly number[]): Promise<Map<number, Belongings>> {
  const counted = new Map<number, Belongings>();
  for (const row of await db.query<BelongingRow>(sql).all(...values, ...values, ...values, ...values)) {
    let all = counted.get(row.booking_id);
    if (!all) {
      all = nothing();
      counted.set(row.booking_id, all);
    }
    if (row.names === 1) all.passengers.push(row);
    all.quotes += row.quotes;
    all.paid += row.paid;
    all.refunded += row.refunded;
    all.promoted += row.promoted;
  }
  return counted;
}

const nothing = (): Belongings => ({ passengers: [], quotes: 0, paid: 0, refunded: 0, promoted: 0 });

/**
 * Compares the bookings numbered in (after, upTo] with the journal, and with their money, names, legs and claims. Returns the first
 * problem, in words. Must run in one snapshot.
 */
export const bookingsProblem = async (db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> =>
  rowsProblem(db, await bookingsBetween(db, after, upTo), after, upTo);

/** The same, when all rows of these bookings have been read already. */
export const rowsProblem = (db: ReadDatabase, rows: readonly BookingRow[], after: number, upTo: number): Promise<string | undefined> =>
  problemOf(db, rows, RANGE, [after, upTo]);

/** The same of up to BOOKINGS_LISTED bookings with these numbers. `rows`: all of them that there are. */
export const listedProblem = (db: ReadDatabase, rows: readonly BookingRow[], ids: readonly number[]): Promise<string | undefined> =>
  problemOf(db, rows, LISTED, filledUp(ids));

async function problemOf(
  db: ReadDatabase,
  rows: readonly BookingRow[],
  sql: Compared,
  values: readonly number[],
): Promise<string | undefined> {
  const events = await eventsOf(db, sql.events, values);
  const belongings = await belongingsOf(db, sql.belongings, values);
  const steps = rows.some(({ failed_at }) => failed_at !== null) ? await clockStepsBack(db) : [];

  for (const row of rows) {
    const told = events.get(row.id) ?? [];
    const has = belongings.get(row.id) ?? nothing();
    events.delete(row.id);
    belongings.delete(row.id);
    const problem = difference(row, told, steps) ?? (await claimsProblem(db, row));
    if (problem) return problem;
    const sold = row.state === 'CONFIRMED' || row.state === 'CANCELLED';
    const price = row.state === 'CONFIRMED' ? row.total : 0;
    if (has.paid !== (sold ? price + row.fees + row.refunded : 0)) return `booking ${row.id} has tenders of ${has.paid}`;
    if (has.refunded !== row.refunded) return `booking ${row.id} gave back ${has.refunded}, says ${row.refunded}`;
    const live = row.state === 'HOLD' || row.state === 'CONFIRMED';
    const promoted = live ? [...usesOf(legsOf(row)).values()].reduce((sum, uses) => sum + uses, 0) : 0;
    if (has.promoted !== promoted) return `booking ${row.id} uses a promotion for ${has.promoted} fares, and has ${promoted}`;
    const { passengers } = has;
    if (passengers.length !== (sold ? namesOf(row) : 0)) return `booking ${row.id} has ${passengers.length} names`;
    if (sold && (await missingKey(db, row.id, { passengers, phone: row.phone, email: row.email })))
      return `booking ${row.id} is not found by what it says`;
    const quoted = told.filter(({ type }) => bookingEffect(type).amount === 'offered').length;
    if (has.quotes !== quoted) return `booking ${row.id} has ${has.quotes} offers`;
  }
  for (const list of [events, belongings]) for (const id of list.keys()) return `booking ${id} is gone, and what belongs to it is not`;
  return undefined;
}

/** How many names a sold booking must have: an infant on the lap has one too. */
function namesOf(row: BookingRow): number {
  const party = partyOf(row);
  return party.length + party.filter(({ infant }) => infant).length;
}

async function claimsProblem(db: ReadDatabase, row: BookingRow): Promise<string | undefined> {
  const sold = row.state === 'CONFIRMED' || row.state === 'CANCELLED';
  if (row.state !== 'HOLD' && !sold) return undefined;
  for (const booked of legsOf(row)) {
    const { flightId } = booked;
    const leg = db.query<{ flight_id: number }>('SELECT flight_id FROM booking_legs WHERE flight_id = ? AND booking_id = ?');
    if (sold && !(await leg.get(flightId, row.id))) return `booking ${row.id} is not among those of flight ${flightId}`;
    if (row.state === 'CANCELLED') continue;
    for (const { seat, kind } of claimsOfLeg(row, booked)) {
      const sql = 'SELECT kind, owner FROM claims WHERE flight_id = ? AND seat = ?';
      const claim = await db.query<{ kind: string; owner: number }>(sql).get(flightId, seat);
      if (claim?.kind !== kind || claim.owner !== row.id) return `booking ${row.id} has no claim on seat ${seat} of flight ${flightId}`;
    }
  }
  return undefined;
}
