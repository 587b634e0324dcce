import type { Database } from '../database.ts';
import type { Migration } from '../migration.ts';

/**
 * Makes bookings ready to change.
 * - A booking has a version. Each change makes the next one. `booking_versions` keeps what stood before a change of party or legs.
 * - A reply names the version that it told of, so that it can be told again as it was.
 * - The booking says when, by whom and at which desk it was sold. `user_name` is again the agent who held it.
 * - `expires_at` is empty when there is no hold.
 * - Passengers and segments have numbers that stay theirs. A claim names both.
 * - A claim has a kind and an owner.
 * - Refund quotes become offers, bound to a version of their booking.
 *
 * Each booking's row is written once. One transaction holds all of it, so that a process that is killed leaves the store as it was.
 */
export const changingBookings: Migration = {
  script: `
ALTER TABLE bookings ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE bookings ADD COLUMN sold_at INTEGER;
ALTER TABLE bookings ADD COLUMN sold_by TEXT;
ALTER TABLE bookings ADD COLUMN sold_desk TEXT;
-- JSON: the status of each passenger on each segment. Empty while all of them have the one that the state gives.
ALTER TABLE bookings ADD COLUMN statuses TEXT;

-- Party and legs as they stood up to a version that a change has replaced.
CREATE TABLE booking_versions (
  booking_id INTEGER NOT NULL,
  last_version INTEGER NOT NULL,
  party TEXT NOT NULL,
  legs TEXT NOT NULL,
  PRIMARY KEY (booking_id, last_version)
) STRICT, WITHOUT ROWID;

ALTER TABLE replies ADD COLUMN booking_version INTEGER;

-- kind 'booking': the owner is the booking's number. Whether its seats are held or sold is the booking's state, and stands there alone.
ALTER TABLE claims RENAME COLUMN booking_id TO owner;
ALTER TABLE claims ADD COLUMN kind TEXT NOT NULL DEFAULT 'booking';
ALTER TABLE claims ADD COLUMN segment INTEGER NOT NULL DEFAULT 1;
ALTER TABLE claims ADD COLUMN passenger INTEGER NOT NULL DEFAULT 1;

-- What a booking may become and what that costs or gives back. offer: JSON, as in the contract. Only the newest of a booking can be taken.
CREATE TABLE offers (
  id INTEGER NOT NULL PRIMARY KEY,
  booking_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  booking_version INTEGER NOT NULL,
  offer TEXT NOT NULL,
  total INTEGER NOT NULL,
  valid_until INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX offers_booking ON offers (booking_id, number);
`,
  async rows(db, progress) {
    await giveVersions(db, progress);
    await makeOffers(db);
    await nameVersionsInReplies(db);
    await db.script('DROP TABLE refund_quotes;');
  },
};

const AT_ONCE = 2_000;
const SEATS_AT_ONCE = 200_000;

interface OldBooking {
  readonly id: number;
  readonly state: string;
  readonly user_name: string;
  readonly expires_at: number | null;
  readonly party: string;
  readonly legs: string;
}

/** A seat of a held or sold booking, with the numbers of its segment and its passenger. */
interface NumberedSeat {
  readonly flightId: number;
  readonly seat: string;
  readonly bookingId: number;
  readonly segment: number;
  readonly passenger: number;
}

interface Told {
  readonly booking_id: number;
  readonly type: string;
  readonly at: number;
  readonly user_name: string;
  readonly desk: string;
}

/** Events that changed the row of a booking. An event that came too late for its hold changed nothing. */
const CHANGES = [
  'hold.placed',
  'hold.extended',
  'hold.released',
  'hold.expired',
  'payment.begun',
  'booking.confirmed',
  'booking.cancelled',
];
const TOLD = `SELECT booking_id, type, at, user_name, desk FROM journal WHERE booking_id > ? AND booking_id <= ? ORDER BY booking_id, event`;
const BOOKINGS = `SELECT id, state, user_name, expires_at, party, legs FROM bookings WHERE id > ? AND id <= ? ORDER BY id`;
const BOOKING = `UPDATE bookings SET version = ?, sold_at = ?, sold_by = ?, sold_desk = ?, user_name = ?, expires_at = ?, party = ?, legs = ? WHERE id = ?`;
const CLAIM = 'UPDATE claims SET segment = ?, passenger = ? WHERE flight_id = ? AND seat = ? AND owner = ?';

async function giveVersions(db: Database, progress: (done: number, total: number) => void): Promise<void> {
  const ends = await db.query<{ last: number | null }>('SELECT max(id) AS last FROM bookings').get();
  const last = ends?.last ?? 0;
  let seats: NumberedSeat[] = [];
  for (let after = 0; after < last; after += AT_ONCE) {
    const upTo = after + AT_ONCE;
    const told = new Map<number, Told[]>();
    for (const event of await db.query<Told>(TOLD).all(after, upTo)) {
      const events = told.get(event.booking_id);
      if (events) events.push(event);
      else told.set(event.booking_id, [event]);
    }
    for (const row of await db.query<OldBooking>(BOOKINGS).all(after, upTo))
      seats.push(...(await giveVersion(db, row, told.get(row.id) ?? [])));
    if (seats.length >= SEATS_AT_ONCE || upTo >= last) {
      await numberClaims(db, seats);
      seats = [];
    }
    progress(Math.min(upTo, last), last);
  }
}

/** Writes a booking as this version keeps it. Returns its seats whose claims do not have the right numbers by default. */
async function giveVersion(db: Database, row: OldBooking, events: readonly Told[]): Promise<NumberedSeat[]> {
  const { id, state } = row;
  const failed = state === 'PAYMENT_FAILED' ? 1 : 0;
  const version = events.filter(({ type }) => CHANGES.includes(type)).length + failed;
  const sold = events.find(({ type }) => type === 'booking.confirmed');
  const holder = events.find(({ type }) => type === 'hold.placed')?.user_name ?? row.user_name;
  const party = (JSON.parse(row.party) as object[]).map((held, place) => ({ passenger: place + 1, ...held }));
  const legs = (JSON.parse(row.legs) as { flightId: number; seats: string[] }[]).map((leg, place) => ({ segment: place + 1, ...leg }));
  await db
    .change(BOOKING)
    .run(
      Math.max(1, version),
      sold?.at ?? null,
      sold?.user_name ?? null,
      sold?.desk ?? null,
      holder,
      state === 'HOLD' ? row.expires_at : null,
      JSON.stringify(party),
      JSON.stringify(legs),
      id,
    );
  if (state !== 'HOLD' && state !== 'CONFIRMED') return [];
  return legs.flatMap(({ segment, flightId, seats }) =>
    seats.flatMap((seat, place) =>
      segment === 1 && place === 0 ? [] : [{ flightId, seat, bookingId: id, segment, passenger: place + 1 }],
    ),
  );
}

/**
 * Claims are stored by flight, and bookings are read in the order in which they were made. Many claims are written at once, flight by flight.
 * Written booking by booking, nearly each claim would need another page of a table that is larger than the cache.
 */
async function numberClaims(db: Database, seats: NumberedSeat[]): Promise<void> {
  seats.sort((a, b) => a.flightId - b.flightId || (a.seat < b.seat ? -1 : 1));
  for (const { flightId, seat, bookingId, segment, passenger } of seats)
    await db.change(CLAIM).run(segment, passenger, flightId, seat, bookingId);
}

interface OldQuote {
  readonly id: number;
  readonly booking_id: number;
  readonly number: number;
  readonly quote: string;
  readonly valid_until: number;
  /** Of its booking, before a cancellation made the next one. */
  readonly version: number;
}

const QUOTES = `SELECT q.id, q.booking_id, q.number, q.quote, q.valid_until,
    b.version - CASE WHEN b.state = 'CANCELLED' THEN 1 ELSE 0 END AS version
  FROM refund_quotes q JOIN bookings b ON b.id = q.booking_id WHERE q.id > ? ORDER BY q.id LIMIT ?`;
const OFFER = `INSERT INTO offers (id, booking_id, number, kind, booking_version, offer, total, valid_until) VALUES (?, ?, ?, 'cancel', ?, ?, ?, ?)`;

async function makeOffers(db: Database): Promise<void> {
  for (let after = 0; ; ) {
    const quotes = await db.query<OldQuote>(QUOTES).all(after, AT_ONCE);
    for (const { id, booking_id, number, quote, valid_until, version } of quotes) {
      const { quoteId: offerId, refund: total, ...rest } = JSON.parse(quote) as { quoteId: number; refund: number };
      const offer = { offerId, kind: 'cancel', bookingVersion: version, ...rest, total };
      await db.change(OFFER).run(id, booking_id, number, version, JSON.stringify(offer), total, valid_until);
    }
    after = quotes.at(-1)?.id ?? after;
    if (quotes.length < AT_ONCE) return;
  }
}

/**
 * Until now only the state of a booking changed, never its party or legs, so they are right in any version. A stored reply with a quote is
 * deleted. If it is asked for again, a new quote is made.
 */
async function nameVersionsInReplies(db: Database): Promise<void> {
  await db.change('UPDATE replies SET booking_version = 1 WHERE booking_id IS NOT NULL').run();
  await db.change(`DELETE FROM replies WHERE booking_id IS NULL AND reply LIKE '{"ok":true,"value":{"quoteId":%'`).run();
}
