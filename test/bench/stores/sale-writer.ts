import { hash } from 'node:crypto';
import { type Actor, SYSTEM } from '../../../main/actor.ts';
import { type BookingJson, replyHead } from '../../../main/store/booking-json.ts';
import type { Locators } from '../../../main/store/locators.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { bookingById } from '../../../main/store/tables/bookings-table.ts';
import { insertFindKeys } from '../../../main/store/tables/find-keys-table.ts';
import { appendEvent, type JournalEnd } from '../../../main/store/tables/journal-table.ts';
import { storeReplies } from '../../../main/store/tables/replies-table.ts';
import { saleRecordOf } from '../../../main/store/tables/sale-record.ts';
import { newHold, writtenBooking } from '../../../main/views/booking-view.ts';
import type { SeatsMoved } from '../../../shared/events/seats-moved.ts';
import type { EventType } from '../../../shared/events.ts';
import { instant } from '../../../shared/instants.ts';
import type { GeneratedSale } from './generated-sale.ts';

const BOOKING = `INSERT INTO bookings (id, state, desk, user_name, created_at, expires_at, hold_ms, party, legs, currency, total, phone, email, asked_by,
  version, sold_at, sold_by, sold_desk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'USD', ?, ?, ?, ?, 2, ?, ?, ?)`;
const PASSENGER = `INSERT INTO booking_passengers (booking_id, place, type, host_surname, host_given, surname, given, title, birth_date)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const TENDER = 'INSERT INTO tenders (booking_id, place, kind, amount, given, approval_code) VALUES (?, 0, ?, ?, ?, ?)';
const CHILD_BORN = '2019-05-04';

/** Writes the rows of one sale after the other, in the order of time. */
export class SaleWriter {
  readonly #db: SqliteDatabase;
  readonly #locators: Locators;
  readonly #repliesFrom: number;
  #end: JournalEnd;

  /** Replies are kept of what was asked at `repliesFrom` or later. */
  constructor(db: SqliteDatabase, locators: Locators, repliesFrom: number, end: JournalEnd) {
    this.#db = db;
    this.#locators = locators;
    this.#repliesFrom = repliesFrom;
    this.#end = end;
  }

  async hold(sale: GeneratedSale): Promise<void> {
    const { id, actor, paid, heldAt, expiresAt, contact } = sale;
    const row = [id, paid ? 'CONFIRMED' : 'EXPIRED', actor.desk, actor.user, heldAt, null, expiresAt - heldAt] as const;
    const facts = [JSON.stringify(sale.party), JSON.stringify(sale.legs), sale.total] as const;
    const asked = paid ? [contact.phone, contact.email, contact.askedBy] : [null, null, null];
    const sold = paid ? [sale.endsAt, actor.user, actor.desk] : [null, null, null];
    this.#db.change(BOOKING).run(...row, ...facts, ...asked, ...sold);
    await this.#tell(sale, 'hold.placed', heldAt, actor, sale.total, expiresAt, '');
    if (heldAt < this.#repliesFrom) return;
    const stored = await bookingById(this.#db, id);
    if (!stored) throw new Error(`booking ${id} was not stored`);
    const unsold = { sold_at: null, sold_by: null, sold_desk: null, expires_unpaid: null, tender_failed_at: null };
    const asHeld = { ...stored, state: 'HOLD' as const, expires_at: expiresAt, version: 1, asked_by: null, ...unsold };
    const input = {
      legs: sale.legs.map(({ flightId, cabin, seats }) => ({ flightId, cabin, seats })),
      passengers: sale.party.map(({ passenger: _, ...held }) => held),
      exitRowConfirmed: false,
    };
    await this.#reply('holds.place', `generated-hold-${id}`, input, actor, newHold(asHeld, this.#locators), heldAt);
  }

  async confirm(sale: GeneratedSale): Promise<void> {
    const { id, actor, endsAt, names, party, tenders, cabins } = sale;
    const passengers = names.map(({ surname, given }, place) => {
      const child = party[place]?.type === 'CHD';
      return {
        type: child ? 'CHD' : 'ADT',
        surname,
        given,
        title: child ? 'MISS' : 'MX',
        birthDate: child ? CHILD_BORN : null,
        with: null,
      };
    });
    for (const [place, { type, surname, given, title, birthDate }] of passengers.entries()) {
      const host = names[place];
      this.#db.change(PASSENGER).run(id, place, type, host?.hostSurname ?? '', host?.hostGiven ?? '', surname, given, title, birthDate);
    }
    const named = passengers.map(({ surname, given }, place) => {
      const { hostSurname = '', hostGiven = '' } = names[place] ?? {};
      return { host_surname: hostSurname, host_given: hostGiven, surname, given };
    });
    await insertFindKeys(this.#db, id, { passengers: named, phone: sale.contact.phone, email: sale.contact.email });
    for (const tender of tenders) {
      const given = tender.kind === 'cash' ? tender.given : null;
      const code = tender.kind === 'card' ? tender.approvalCode : null;
      this.#db.change(TENDER).run(id, tender.kind, tender.amount, given, code);
    }
    for (const cabin of cabins) {
      cabin.held -= names.length;
      cabin.sold += names.length;
    }
    await this.#tell(sale, 'booking.confirmed', endsAt, actor, sale.total, null, tenders[0]?.kind ?? '');
    if (endsAt < this.#repliesFrom) return;
    const stored = await bookingById(this.#db, id);
    if (!stored) throw new Error(`booking ${id} was not stored`);
    const input = { bookingId: id, passengers, contact: sale.contact, tenders, approved: [] };
    const view = writtenBooking(stored, this.#locators, await saleRecordOf(this.#db, id));
    await this.#reply('payments.confirm', `generated-confirm-${id}`, input, actor, view, endsAt);
  }

  async expire(sale: GeneratedSale): Promise<void> {
    for (const cabin of sale.cabins) {
      cabin.held -= sale.names.length;
      cabin.owners.fill(0, cabin.owners.indexOf(sale.id), cabin.owners.lastIndexOf(sale.id) + 1);
    }
    await this.#tell(sale, 'hold.expired', sale.endsAt, SYSTEM, 0, null, '');
  }

  async #tell(sale: GeneratedSale, type: EventType, at: number, actor: Actor, amount: number, expiresAt: number | null, note: string) {
    const legs = sale.legs.map(({ flightId, cabin, seats }, place): SeatsMoved => {
      const { authorised = 0, held = 0, sold = 0 } = sale.cabins[place] ?? {};
      return { flightId, cabin, seats, authorised, held, sold };
    });
    const moved = { bookingId: sale.id, locator: this.#locators.of(sale.id), desk: sale.actor.desk, expiresAt, legs };
    const data = { ...moved, amount, currency: 'USD', note };
    this.#end = await appendEvent(this.#db, this.#end, instant(at), actor, type, data);
  }

  async #reply(name: string, requestId: string, input: object, { user, desk }: Actor, booking: BookingJson, at: number): Promise<void> {
    const bodyHash = hash('sha256', `${name}\n${user}\n${desk}\n${JSON.stringify(input)}`, 'base64url');
    const told = { bookingId: booking.id, bookingVersion: booking.version };
    await storeReplies(this.#db, [{ requestId, bodyHash, reply: replyHead(booking), ...told, at }]);
  }
}
