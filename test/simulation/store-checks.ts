import { hash } from 'node:crypto';
import type { ReadDatabase } from '../../main/store/database.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { checkAccounts } from './account-checks.ts';
import { checkBlocks } from './block-checks.ts';
import { checkCustomers } from './customer-checks.ts';
import { checkDenied } from './denied-checks.ts';
import { Failure } from './failure.ts';
import { checkMessages } from './message-checks.ts';
import { checkOversold } from './over-checks.ts';
import { checkQueues } from './queue-checks.ts';
import { SeatsLeft } from './seats-left.ts';
import { ToldCounters } from './told-counters.ts';
import { checkWaits } from './wait-checks.ts';
import { checkWays } from './way-checks.ts';

interface Leg {
  readonly segment: number;
  readonly flightId: number;
  readonly cabin: string;
  readonly seats: readonly string[];
}

interface Held {
  readonly passenger: number;
  readonly seatFrom?: { readonly segment: number };
}

/** A booking as its row says it. */
export interface SeenBooking {
  readonly id: number;
  readonly state: string;
  readonly desk: string;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly hold_ms: number;
  readonly extended: number;
  readonly paying_since: number | null;
  readonly tender_failed_at: number | null;
  readonly failed_at: number | null;
  readonly legs: readonly Leg[];
  readonly party: readonly Held[];
  readonly total: number;
  readonly refunded: number;
  readonly fees: number;
  readonly version: number;
  readonly sold_at: number | null;
  readonly sold_by: string | null;
  readonly sold_desk: string | null;
  readonly minors_by: string | null;
  readonly pay_by: number | null;
  readonly at_limit: string | null;
}

export interface SeenVoucher {
  readonly id: number;
  readonly number: string;
  readonly source: string;
  readonly booking_id: number | null;
  readonly currency: string;
  readonly issued: number;
  readonly balance: number;
}

export interface SeenEvent {
  readonly event: number;
  readonly at: number;
  readonly type: string;
  readonly booking_id: number | null;
  readonly user_name: string;
  readonly desk: string;
  readonly data: string;
  readonly hash: string;
}

const BOOKING = `SELECT id, state, desk, created_at, expires_at, hold_ms, extended, paying_since, tender_failed_at, failed_at, party, legs, total, refunded, fees, version, sold_at, sold_by,
  sold_desk, minors_by, pay_by, at_limit FROM bookings`;
const EVENT = 'SELECT event, at, type, booking_id, user_name, desk, data, hash FROM journal WHERE event > ? ORDER BY event';
const LIVE = new Set(['HOLD', 'CONFIRMED']);

type BookingRow = Omit<SeenBooking, 'legs' | 'party'> & { readonly legs: string; readonly party: string };

/**
 * What must be true of a store whatever was done to it, asked in SQL that shares nothing with the product's. Throws a Failure.
 * After a batch what the batch moved is looked at, on the writer's own connection, which has it at hand; now and then, and
 * after every crash, everything, on a connection that sees only what is committed.
 */
export class StoreChecks {
  #writer: SqliteDatabase;
  #file: string;
  /** Opened when it is needed. */
  #reader: SqliteDatabase | undefined;
  /** The one that is asked now. */
  #db: SqliteDatabase;
  /** Live bookings of each flight, as their own legs say it. */
  #live = new Map<number, Map<number, SeenBooking>>();
  /** What each account owes. */
  #owed: ReadonlyMap<string, number> = new Map();
  readonly #known = new Map<number, SeenBooking>();
  readonly #left = new SeatsLeft();
  readonly #told = new ToldCounters();
  readonly #legs = new Map<string, readonly Leg[]>();
  readonly #parties = new Map<string, readonly Held[]>();
  /** Number of the newest entry that was ever looked at. */
  #lookedAt = 0;
  #end: Pick<SeenEvent, 'event' | 'at' | 'hash'> = { event: 0, at: 0, hash: '' };

  constructor(writer: SqliteDatabase, file: string) {
    this.#writer = writer;
    this.#file = file;
    this.#db = writer;
  }

  /** The store was opened anew. */
  reopened(writer: SqliteDatabase, file: string): void {
    this.#writer = writer;
    this.#file = file;
    this.#told.forget();
  }

  get newestEvent(): number {
    return this.#end.event;
  }

  get db(): ReadDatabase {
    return this.#db;
  }

  close(): void {
    this.#reader?.close();
    this.#reader = undefined;
  }

  /** Looks at what a batch did. What is answered is committed: nothing may be open on the writer's connection any more. */
  afterBatch<T>(check: () => T): T {
    if (this.#writer.inTransaction) throw new Failure('answered before the commit', 'a transaction is still open');
    return this.on(this.#writer, check);
  }

  /** Looks at what is committed, as another process would see it. */
  committed<T>(check: () => T): T {
    this.#reader ??= new SqliteDatabase({ file: this.#file, readOnly: true, cacheMiB: 1 });
    return this.on(this.#reader, check);
  }

  /** Looks at a store on a connection that nobody uses meanwhile. */
  on<T>(db: SqliteDatabase, check: () => T): T {
    this.#db = db;
    db.change('BEGIN').run();
    try {
      return check();
    } finally {
      db.change('COMMIT').run();
    }
  }

  #rows<Row>(sql: string, ...values: (string | number)[]): Row[] {
    return this.#db.query<Row>(sql).all(...values) as Row[];
  }

  /** Follows the journal to its end: numbers without gaps, time that goes back only where the clock was set, hashes that follow from each other; and a message after each that passengers hear of. */
  newEvents(): SeenEvent[] {
    const rows = this.#rows<SeenEvent>(EVENT, this.#end.event);
    for (const row of rows) {
      const { event, at, type, booking_id, user_name, desk, data } = row;
      if (event !== this.#end.event + 1) throw new Failure('journal gap', `event ${event} follows ${this.#end.event}`);
      if (at < this.#end.at && type !== 'clock.set')
        throw new Failure('journal time', `event ${event} is of ${at}, the one before of ${this.#end.at}`);
      const link = hash('sha256', JSON.stringify([this.#end.hash, event, at, type, booking_id, user_name, desk, data]), 'base64url');
      if (link !== row.hash) throw new Failure('audit chain', `event ${event} has ${row.hash}, the chain asks for ${link}`);
      this.#end = { event, at, hash: link };
    }
    checkBlocks(this.#db, rows);
    if (rows.length > 0) checkOversold(this.#db, rows);
    if (rows.length > 0) this.#told.check(this.#db, rows);
    // A limit that was set may be below what is owed already.
    if (rows.length > 0) this.#owed = checkAccounts(this.#db, rows.some(({ type }) => type === 'account.set') ? new Map() : this.#owed);
    // What is read once more, from the first entry on, was looked at when it was new.
    const unseen = rows.filter(({ event }) => event > this.#lookedAt);
    checkMessages(this.#db, unseen);
    checkQueues(this.#db, unseen);
    checkCustomers(this.#db, unseen);
    checkDenied(this.#db, unseen);
    checkWaits(this.#db, unseen);
    checkWays(this.#db, unseen);
    this.#lookedAt = Math.max(this.#lookedAt, this.#end.event);
    return rows;
  }

  /** After a crash: what was known of the journal is still there. */
  endStillThere(): void {
    if (this.#end.event === 0) return;
    const [row] = this.#rows<{ hash: string }>('SELECT hash FROM journal WHERE event = ?', this.#end.event);
    if (row?.hash !== this.#end.hash) throw new Failure('event lost', `event ${this.#end.event} was told and is not in the journal`);
  }

  /** Reads the bookings that were moved; the seats and counts of all their flights must be right. */
  bookings(ids: Iterable<number>): SeenBooking[] {
    const found: SeenBooking[] = [];
    const flights = new Set<number>();
    for (const id of ids) {
      const [row] = this.#rows<BookingRow>(`${BOOKING} WHERE id = ?`, id);
      if (!row) throw new Failure('booking lost', `booking ${id} has an event and no row`);
      const booking = this.#seen(row);
      const before = this.#known.get(id);
      this.#remember(booking);
      found.push(booking);
      // What is quoted, or paid out, moves neither seats nor tenders.
      if (before?.state === booking.state && before.version === booking.version) continue;
      for (const { flightId } of [...booking.legs, ...(before?.legs ?? [])]) flights.add(flightId);
      if (booking.state === 'CONFIRMED' || booking.state === 'CANCELLED') this.#money(booking);
    }
    for (const flight of flights) this.#flight(flight);
    return found;
  }

  /** The same text is the same legs, so it is read once; nothing changes what was read. */
  #seen(row: BookingRow): SeenBooking {
    const legs = this.#legs.get(row.legs) ?? (JSON.parse(row.legs) as readonly Leg[]);
    this.#legs.set(row.legs, legs);
    const party = this.#parties.get(row.party) ?? (JSON.parse(row.party) as readonly Held[]);
    this.#parties.set(row.party, party);
    return { ...row, legs, party };
  }

  #remember(booking: SeenBooking): void {
    for (const { flightId } of this.#known.get(booking.id)?.legs ?? []) this.#live.get(flightId)?.delete(booking.id);
    this.#known.set(booking.id, booking);
    if (!LIVE.has(booking.state)) return;
    for (const { flightId } of booking.legs) {
      const here = this.#live.get(flightId) ?? new Map<number, SeenBooking>();
      this.#live.set(flightId, here.set(booking.id, booking));
    }
  }

  /** Each seat of a flight belongs to one live booking, the claims say the same, and the counters count them. */
  #flight(flight: number): void {
    const owners = new Map<string, { id: number; segment: number; passenger: number; kind: string }>();
    const counts = new Map<string, { held: number; sold: number }>();
    for (const { id, state, legs, party } of this.#live.get(flight)?.values() ?? []) {
      for (const { flightId, cabin, seats, segment } of legs) {
        if (flightId !== flight) continue;
        const sitting = party.filter(({ seatFrom }) => (seatFrom?.segment ?? 1) <= segment);
        if (sitting.length !== seats.length)
          throw new Failure('seats', `${sitting.length} passengers of booking ${id} sit on flight ${flight}, which has ${seats} for them`);
        const count = counts.get(cabin) ?? { held: 0, sold: 0 };
        count[state === 'HOLD' ? 'held' : 'sold'] += seats.length;
        counts.set(cabin, count);
        for (const [at, seat] of seats.entries()) {
          const passenger = sitting[at]?.passenger ?? 0;
          const kind = /^\d/.test(seat) ? 'booking' : seat;
          const place = kind === 'booking' ? seat : `*${cabin}${id}.${segment}.${passenger}`;
          const other = owners.get(place);
          if (other) throw new Failure('seat twice', `${place} of flight ${flight} belongs to bookings ${other.id} and ${id}`);
          owners.set(place, { id, segment, passenger, kind });
        }
      }
    }
    const claims = this.#rows<{ seat: string; id: number; segment: number; passenger: number; kind: string }>(
      "SELECT seat, owner AS id, segment, passenger, kind FROM claims WHERE flight_id = ? AND kind <> 'block'",
      flight,
    );
    for (const { seat, id, segment, passenger, kind } of claims) {
      const owner = owners.get(seat);
      if (owner?.id !== id)
        throw new Failure('claim of nobody', `${seat} of flight ${flight} is claimed by booking ${id}, which has it not`);
      if (owner.kind !== kind)
        throw new Failure('claim of another', `${seat} of flight ${flight} is claimed as ${kind}, not as ${owner.kind}`);
      if (owner.segment !== segment || owner.passenger !== passenger)
        throw new Failure(
          'claim of another',
          `${seat} of flight ${flight} is claimed for ${passenger} on ${segment}, and is of ${owner.passenger} on ${owner.segment}`,
        );
    }
    this.#left.check(this.#db, flight, claims);
    if (claims.length !== owners.size)
      throw new Failure('claim missing', `flight ${flight} has ${claims.length} claims, ${owners.size} seats taken`);
    const counters = this.#rows<{ cabin: string; held: number; sold: number }>(
      'SELECT cabin, held, sold FROM cabin_counters WHERE flight_id = ?',
      flight,
    );
    for (const { cabin, held, sold } of counters) {
      const count = counts.get(cabin) ?? { held: 0, sold: 0 };
      counts.delete(cabin);
      if (count.held !== held || count.sold !== sold)
        throw new Failure('counter', `flight ${flight} ${cabin} counts ${held} held, ${sold} sold and has ${count.held}, ${count.sold}`);
    }
    for (const cabin of counts.keys()) throw new Failure('counter', `flight ${flight} has seats taken in ${cabin} and no counter for it`);
  }

  /** What was paid and did not go back is the price of what the booking has and what was kept; what went back is what the booking says, and to no tender more than it gave. */
  #money({ id, state, total, refunded, fees }: SeenBooking): void {
    const tenders = this.#rows<{ amount: number; refunded: number }>(
      'SELECT amount, refunded FROM tenders WHERE booking_id = ? ORDER BY place',
      id,
    );
    const paid = tenders.reduce((sum, { amount }) => sum + amount, 0);
    const back = tenders.reduce((sum, tender) => sum + tender.refunded, 0);
    const price = state === 'CONFIRMED' ? total : 0;
    if (paid - refunded !== price + fees)
      throw new Failure('money', `booking ${id} costs ${price}, kept ${fees} and was paid ${paid} of which ${refunded} went back`);
    if (back !== refunded) throw new Failure('money', `booking ${id} gave back ${refunded}, its tenders ${back}`);
    const rows = this.#rows<{ back: number }>(
      `SELECT coalesce((SELECT sum(r.amount) FROM refunds r WHERE r.booking_id = t.booking_id AND r.place = t.place AND coalesce(r.state, '') <> 'STOPPED'), 0)
        AS back FROM tenders t WHERE t.booking_id = ? ORDER BY t.place`,
      id,
    );
    for (const [place, { back: given }] of rows.entries())
      if (given !== tenders[place]?.refunded)
        throw new Failure('money', `tender ${place} of booking ${id} got back ${tenders[place]?.refunded}, its refunds are ${given}`);
    if (tenders.some((tender) => tender.refunded < 0 || tender.refunded > tender.amount))
      throw new Failure('money', `a tender of booking ${id} got back more than it gave`);
  }

  /** Every voucher; what is left of it is what it was issued with, less what was paid with it, and what went back to it. */
  vouchers(): SeenVoucher[] {
    const rows = this.#rows<SeenVoucher>('SELECT id, number, source, booking_id, currency, issued, balance FROM vouchers ORDER BY id');
    const moved = new Map<string, number>();
    const tenders = this.#rows<{ voucher: string; moved: number }>(
      `SELECT voucher, sum(coalesce((SELECT sum(r.amount) FROM refunds r WHERE r.booking_id = t.booking_id AND r.place = t.place AND r.voucher IS NULL), 0) - amount)
        AS moved FROM tenders t WHERE voucher IS NOT NULL GROUP BY voucher`,
    );
    for (const tender of tenders) moved.set(tender.voucher, tender.moved);
    for (const { id, number, issued, balance } of rows) {
      const left = issued + (moved.get(number) ?? 0);
      if (balance < 0 || balance !== left)
        throw new Failure('voucher', `voucher ${id} has ${balance} left of ${issued}, its sales leave ${left}`);
      moved.delete(number);
    }
    for (const number of moved.keys()) throw new Failure('voucher', `${number} has paid and is in no register`);
    return rows;
  }

  /** No hold but those that the events of this batch placed: what came free was offered to who waited. */
  noHold(events: readonly SeenEvent[]): void {
    const placed = new Set(events.filter(({ type }) => type === 'hold.placed').map(({ booking_id }) => booking_id));
    const rows = this.#rows<{ id: number }>("SELECT id FROM bookings WHERE state = 'HOLD'");
    const live = rows.find(({ id }) => !placed.has(id));
    if (live) throw new Failure('hold lives on', `hold ${live.id} outlives the time by which it was held`);
  }

  noHoldPast(now: number): void {
    const [late] = this.#rows<{ id: number; expires_at: number }>(
      "SELECT id, expires_at FROM bookings WHERE state = 'HOLD' AND expires_at <= ? LIMIT 1",
      now,
    );
    if (late) throw new Failure('hold past its time', `hold ${late.id} ended at ${late.expires_at}, it is ${now}`);
  }

  /** Everything, from nothing: returns every booking there is. */
  whole(): SeenBooking[] {
    this.#end = { event: 0, at: 0, hash: '' };
    this.newEvents();
    return this.allBookings();
  }

  /** All bookings, seats, counts and money; not the journal. */
  allBookings(): SeenBooking[] {
    const bookings = this.#rows<BookingRow>(BOOKING).map((row) => this.#seen(row));
    this.#live = new Map();
    this.#known.clear();
    for (const booking of bookings) this.#remember(booking);
    const flights = this.#rows<{ id: number }>('SELECT flight_id AS id FROM claims UNION SELECT flight_id FROM cabin_counters');
    for (const { id } of flights) this.#flight(id);
    for (const flight of this.#live.keys()) this.#flight(flight);
    const paid = this.#rows<{ id: number }>('SELECT DISTINCT booking_id AS id FROM tenders').map(({ id }) => id);
    for (const id of paid) {
      const booking = this.#known.get(id);
      if (!booking || !['CONFIRMED', 'CANCELLED'].includes(booking.state))
        throw new Failure('money', `booking ${id} was paid and is ${booking?.state ?? 'not there'}`);
    }
    for (const booking of bookings) if (booking.state === 'CONFIRMED' || booking.state === 'CANCELLED') this.#money(booking);
    return bookings;
  }
}
