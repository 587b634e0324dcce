import type { BatchOutcome, QueuedCommand } from '../../main/engine/messages.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { PAYMENT_RETRY_MS } from '../../shared/bounds.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { replayProblem } from '../support/replay-fare.ts';
import type { Bank } from './bank.ts';
import type { BelievedTime } from './believed-time.ts';
import { difference, Failure } from './failure.ts';
import { flightsSeen } from './flights-seen.ts';
import { KEPT_REPLIES, UNSTORED } from './kept-replies.ts';
import { LineWatch } from './line-watch.ts';
import { messagesSince } from './message-checks.ts';
import { isOver } from './model/blocks.ts';
import { isShared } from './model/carried-fares.ts';
import type { Expected } from './model/expected.ts';
import { vouchersFor } from './model/give-back.ts';
import { messagesOf } from './model/messages.ts';
import { Model, type ModelBooking } from './model/model.ts';
import type { ModelEvent } from './model/model-rows.ts';
import { leftWaiting } from './model/waitlist.ts';
import { isListed } from './refusal-listed.ts';
import { seenEvents } from './seen-events.ts';
import { standings } from './standings.ts';
import type { SeenBooking, StoreChecks } from './store-checks.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a caller is told when a batch could not be kept. */
const FAULT_CODES = /"code":"(STORE_FULL|STORE_FAILED|STORE_READ_ONLY)"/;

/** How often one card is tried at most. */
const CARD_TRIES_MAX = 1 + PAYMENT_RETRY_MS.length;

/** Whether a reply tells of a booking in which an infant has a seat from a later flight on. */
const seatsLater = (value: unknown): boolean => (value as Partial<ModelBooking>).party?.some(({ seatFrom }) => seatFrom) ?? false;

/** The event by which a decision about the clock is told. */
const DECISIONS: Readonly<Record<string, string>> = { 'clock.adopt': 'clock.confirmed', 'clock.setBack': 'clock.set' };

/** Events with which vouchers may pay, or get money back. */
const MOVES_MONEY: ReadonlySet<string> = new Set([
  ...['booking.confirmed', 'booking.changed', 'booking.cancelled', 'booking.saleUndone', 'booking.cancelUndone', 'booking.changeUndone'],
  ...['booking.reaccommodated', 'volunteer.took', 'compensation.paid'],
]);

/** Holds the model beside what the hub does: every batch, every reply, every event, and what stands in the store after it. */
export class Judge {
  readonly model = new Model();
  readonly checks: StoreChecks;
  /** Replies as the writer gave them, and those of them that a caller has heard, by request number. */
  readonly #given = new Map<string, string>();
  readonly #heard = new Map<string, string>();
  /** How often each reply was met, by command and outcome: what a run never meets it does not prove. */
  readonly met = new Map<string, number>();
  /** Requests that a fault refused at some time. That reply may reach its caller late, when the request was done after all. */
  readonly #putOff = new Set<string>();
  #told = 0;
  /** What time may be. */
  readonly time: BelievedTime;
  readonly lines: LineWatch;
  constructor(checks: StoreChecks, time: BelievedTime, steady: VirtualTime) {
    this.checks = checks;
    this.time = time;
    this.lines = new LineWatch(this.model, steady);
  }

  /** A batch was answered. `faulted`: a fault is on that may make the store refuse it. */
  batch(commands: readonly QueuedCommand[], outcome: BatchOutcome, faulted: boolean): void {
    if (outcome.replies.length !== commands.length) throw new Failure('reply missing', `${outcome.replies.length} of ${commands.length}`);
    this.lines.served(commands);
    if (outcome.faults.some(({ name }) => name === 'batch')) {
      if (!faulted) throw new Failure('batch failed', outcome.faults.map(({ problem }) => problem).join('; '));
      if (outcome.events.length > 0) throw new Failure('events of a failed batch', outcome.events.join('\n'));
      for (const [place, command] of commands.entries()) this.#refusedByFault(command, outcome.replies[place] ?? '');
      this.checks.afterBatch(() => {
        const [event] = this.checks.newEvents();
        if (event) throw new Failure('failed batch was done', `event ${event.event} ${event.type}`);
      });
      return;
    }
    const [fault] = outcome.faults;
    if (fault) throw new Failure('fault inside', `${fault.name}: ${fault.problem}`);
    const events: ModelEvent[] = [];
    for (const [place, command] of commands.entries()) events.push(...this.#command(command, outcome.replies[place] ?? ''));
    // A clock that was set back counts for what is offered then.
    const counting = commands.filter(({ name }) => !(name in DECISIONS) || events.some(([type]) => type === 'clock.set'));
    this.#stored(events, counting.at(-1)?.now ?? 0, outcome.events);
    this.#timed(commands, events);
  }

  /** Each command's time is one that was believed, or that somebody decided on. */
  #timed(commands: readonly QueuedCommand[], events: readonly ModelEvent[]): void {
    for (const { name, now } of commands) {
      if (!(name in DECISIONS)) this.time.stamped(now, name);
      else if (events.some(([type]) => type === DECISIONS[name])) this.time.decided(now, name);
    }
  }

  /** What was done before stays done and is said so, whatever the disk can take now. */
  #refusedByFault(command: QueuedCommand, text: string): void {
    const before = this.model.answered(command);
    if (!before && !FAULT_CODES.test(text)) throw new Failure('reply of a failed batch', text);
    if (before) this.#compare(command, before, text);
    else if (command.requestId !== null) this.#putOff.add(command.requestId);
  }

  #command(command: QueuedCommand, text: string): readonly ModelEvent[] {
    const { requestId } = command;
    const { expected, again, events } = this.model.apply(command);
    const met = `${command.name} ${again ? 'again' : expected.ok ? 'ok' : expected.refusal.code}`;
    this.meet(met);
    if (expected.ok && seatsLater(expected.value)) this.meet(`${met} with a later seat`);
    for (const also of this.model.met) this.meet(`${command.name} ${also}`);
    this.lines.hear(events);
    const known = requestId === null ? undefined : this.#given.get(requestId);
    if (again && known !== undefined && known !== text)
      throw new Failure('reply not kept', `${command.name} ${requestId} was answered ${known}\nand now ${text}`);
    // What is given again, sign for sign, was compared when it was given first: the model has kept what it expected then.
    if (!again || known === undefined) this.#compare(command, expected, text);
    const unkept = !expected.ok && (expected.refusal.code === 'REQUEST_REUSED' || command.untimely);
    if (requestId !== null && known === undefined && !unkept) this.#given.set(requestId, text);
    if (['replies.prune', 'customers.erase'].includes(command.name)) this.#forgetPruned();
    return events;
  }

  #forgetPruned(): void {
    for (const replies of [this.#given, this.#heard]) for (const id of replies.keys()) if (!this.model.replies.has(id)) replies.delete(id);
  }

  /** Counts a reply of the hub process itself. */
  meet(met: string): void {
    this.met.set(met, (this.met.get(met) ?? 0) + 1);
  }

  #compare({ name, body, actor, now }: QueuedCommand, expected: Expected, text: string): void {
    const reply = JSON.parse(text);
    if (!reply.ok && !isListed(name, reply.refusal.code))
      throw new Failure('refusal not listed', `${name} refuses with ${reply.refusal.code}`);
    const found = difference(expected, reply);
    if (!found) return;
    const said = reply.ok ? 'ok' : `${reply.refusal.code} ${JSON.stringify(reply.refusal.details)}`;
    const due = expected.ok ? 'ok' : `${expected.refusal.code} ${JSON.stringify(expected.refusal.details)}`;
    throw new Failure(
      `reply of ${name}: ${reply.ok ? 'ok' : reply.refusal.code}, the model says ${expected.ok ? 'ok' : expected.refusal.code}`,
      `${found}; ${said}, the model: ${due}; asked by ${actor.desk} at ${now}: ${body}`,
    );
  }

  /** The store after a batch that did these events. `told`: the same events as consoles are told them. */
  #stored(events: readonly ModelEvent[], now: number, told: readonly string[]): void {
    this.checks.afterBatch(() => {
      const rows = this.checks.newEvents();
      const seen = seenEvents(rows);
      const found = difference(events, seen);
      if (found) throw new Failure('events', `${found}: ${JSON.stringify(seen)}, the model says ${JSON.stringify(events)}`);
      if (told.length !== rows.length) throw new Failure('events told', `${told.length} of ${rows.length}`);
      for (const [place, { event, at, type, user_name: user, desk, data }] of rows.entries())
        if (told[place] !== `${JSON.stringify({ event, at, type, user, desk }).slice(0, -1)},"data":${data}}`)
          throw new Failure('events told', `event ${event} was told as ${told[place]}`);
      const [first] = rows;
      if (first) this.#same('messages', messagesOf(this.model, first.event), messagesSince(this.checks.db, first.event));
      const ids = new Set(rows.flatMap(({ booking_id }) => (booking_id === null ? [] : [booking_id])));
      for (const booking of this.checks.bookings(ids)) this.#booking(booking);
      this.checks.noHoldPast(now);
      if (events.some(([type]) => type === 'clock.set')) this.checks.noHold(rows);
      if (events.some(([type]) => MOVES_MONEY.has(type))) this.#vouchers();
    });
  }

  #booking(booking: SeenBooking): void {
    const expected = this.model.bookings.get(booking.id);
    if (!expected) throw new Failure('booking of nobody', `booking ${booking.id} is not the model's`);
    const {
      state,
      desk,
      created_at: createdAt,
      expires_at: expiresAt,
      hold_ms: holdMs,
      paying_since: payingSince,
      tender_failed_at: tenderFailedAt,
      failed_at: failedAt,
      total,
      refunded,
      fees,
    } = booking;
    const { legs, extended, version, sold_at, sold_by, sold_desk, minors_by, pay_by: at, at_limit: atLimit } = booking;
    const sale = sold_at === null ? null : { at: sold_at, user: sold_by, desk: sold_desk };
    const { party, tenders, statuses } = expected;
    const whole = { ...expected, failedAt: this.model.queues.failed.get(booking.id)?.counts ?? null };
    const found = difference(whole, {
      ...{
        bookingId: booking.id,
        state,
        desk,
        createdAt,
        expiresAt,
        holdMs,
        extended: extended === 1,
        payingSince,
        legs,
        total,
        refunded,
        fees,
      },
      ...{ party, tenders, version, sale, statuses, tenderFailedAt, failedAt, minorsBy: minors_by ?? undefined },
      payBy: at === null ? undefined : { at, atLimit },
    });
    if (found) throw new Failure('booking differs', `booking ${booking.id}: ${found}`);
  }

  /** A caller heard this reply to its request: it is what the writer gave, and from now on it must stay true. */
  heard(requestId: string, text: string): void {
    if (this.#putOff.has(requestId) && FAULT_CODES.test(text)) return;
    // Another body came first under this number, after a crash that forgot this one: the model has judged that already.
    if (text.includes('"code":"REQUEST_REUSED"')) return;
    // Nothing is stored of what waits for the time to be confirmed, or for its turn in a line. A hub that closes takes nothing any more, no repeat either.
    if (UNSTORED.test(text)) return;
    const given = this.#given.get(requestId);
    if (given !== undefined && given !== text) throw new Failure('reply changed', `${requestId} was answered ${given}\nheard as ${text}`);
    if (given !== undefined) this.#heard.set(requestId, given);
  }

  /** Consoles heard these events. */
  told(events: readonly { readonly event: number }[]): void {
    for (const { event } of events) {
      if (event !== this.#told + 1) throw new Failure('events told', `event ${event} after ${this.#told}`);
      this.#told = event;
    }
  }

  /** What a crash left is open again. `inFlight` was committed, or not, before anybody heard of it. */
  reopened(
    [writer, reader]: readonly [writer: SqliteDatabase, reader: SqliteDatabase],
    file: string,
    inFlight: readonly QueuedCommand[],
    committed: boolean,
    newestAt: number,
  ): void {
    this.checks.reopened(writer, file);
    const events = committed ? inFlight.flatMap((command) => this.model.apply(command).events) : [];
    if (committed) this.#timed(inFlight, events);
    this.#forgetPruned();
    this.time.restarted(newestAt);
    // Nobody else reads yet.
    this.checks.on(reader, () => {
      this.checks.endStillThere();
      const rows = this.checks.newEvents();
      const found = difference(events, seenEvents(rows));
      if (found) throw new Failure('crash', `the batch was ${committed ? '' : 'not '}committed: ${found}`);
      if (this.checks.newestEvent < this.#told) throw new Failure('event lost', `${this.#told} was told`);
      this.#told = this.checks.newestEvent;
      this.#everything(this.checks.allBookings());
    });
  }

  /** Everything in the store against the model, from nothing. */
  whole(): void {
    this.checks.committed(() => this.#everything(this.checks.whole()));
  }

  /** Every voucher has what the model says is left of it, and no refund is lost. */
  #vouchers(): void {
    const { model, checks } = this;
    const rows = checks.vouchers();
    const left = rows.filter(({ source }) => source === 'EARLIER').map(({ number, balance }) => ({ number, balance }));
    const expected = [...model.vouchers.values()].map(({ number, balance }) => ({ number, balance }));
    this.#same('vouchers', expected, left);
    const issued = rows
      .filter(({ source }) => source === 'REFUND')
      .map(({ booking_id, balance }) => ({ bookingId: booking_id, amount: balance }));
    this.#same('vouchers for refunds', model.refundVouchers, issued);
    const given = rows.filter(({ source }) => source === 'ISSUED').map(({ balance: amount, currency }) => ({ amount, currency }));
    this.#same('vouchers for seats', model.oversale.issued, given);
  }

  #everything(bookings: readonly SeenBooking[]): void {
    const { model, checks } = this;
    if (bookings.length !== model.bookings.size) throw new Failure('bookings', `${bookings.length}, the model has ${model.bookings.size}`);
    for (const booking of bookings) this.#booking(booking);
    const all = <Row>(sql: string): Row[] => checks.db.query<Row>(sql).all() as Row[];
    const rules = new Map(
      all<{ version: number; rules: string | null }>('SELECT version, rules FROM policies').map((row) => [
        row.version,
        JSON.parse(row.rules ?? '[]') as PolicyRule[],
      ]),
    );
    for (const { id, legs } of bookings.filter((one) => !model.ways.has(one.id)))
      for (const leg of legs.filter((one) => !isShared(one as BookedLeg))) {
        const problem = replayProblem(leg as BookedLeg, 'USD', (version) => rules.get(version) ?? []);
        if (problem) throw new Failure('replay differs', `booking ${id} on flight ${leg.flightId}: ${problem}`);
      }
    this.#same('flights', ...flightsSeen(model, checks.db));
    const counters = all<{ flight_id: number; cabin: string; authorised: number; held: number; sold: number }>(
      'SELECT * FROM cabin_counters',
    );
    this.#same('counters', model.counters.size, counters.length);
    for (const { flight_id, cabin, authorised, held, sold } of counters)
      this.#same(`counter of flight ${flight_id} ${cabin}`, model.counters.get(`${flight_id} ${cabin}`), { authorised, held, sold });
    const payments = all<{ reference: string; state: string; amount: number }>('SELECT reference, state, amount FROM payments');
    this.#same('payments', model.payments.size, payments.length);
    for (const { reference, state, amount } of payments) {
      const { state: is, amount: of } = model.payments.get(reference) ?? { state: 'unknown', amount: 0 };
      this.#same(`payment ${reference}`, { state: is, amount: of }, { state, amount });
    }
    const refunds = all<object>(
      'SELECT called, booking_id AS bookingId, reference, amount, state FROM refunds WHERE called IS NOT NULL ORDER BY id',
    );
    this.#same(
      'refunds',
      [...model.refunds].map(([called, refund]) => ({ called, ...refund })),
      refunds,
    );
    const tried = 'SELECT count(*) FROM job_tries t WHERE t.job_id = j.id';
    const jobs = all<object>(
      `SELECT id, kind, subject, booking_id AS bookingId, state, tries, not_before AS notBefore, (${tried}) AS tried FROM jobs j ORDER BY id`,
    );
    this.#same(
      'jobs',
      model.jobs.map((job) => ({ ...job, tried: job.tries })),
      jobs,
    );
    const drafts = all<{ id: number; desk: string; at: number }>(
      'SELECT booking_id AS id, desk, saved_at AS at FROM hold_drafts ORDER BY id',
    );
    this.#same(
      'drafts',
      [...model.drafts.values()].sort((a, b) => a.id - b.id),
      drafts,
    );
    const unheard = all<{ id: number; desk: string; at: number }>(
      'SELECT booking_id AS id, desk, asked_at AS at FROM unheard_sales ORDER BY id',
    );
    this.#same(
      'unheard',
      [...model.unheard.values()].sort((a, b) => a.id - b.id),
      unheard,
    );
    this.#vouchers();
    for (const [what, expected, actual] of standings(model, checks.db)) this.#same(what, expected, actual);
    const kept = new Map(all<{ id: string; reply: string }>(KEPT_REPLIES).map(({ id, reply }) => [id, reply]));
    for (const [id, text] of this.#heard)
      if (kept.get(id) !== text) throw new Failure('acknowledged reply lost', `${id} was answered ${text}, the store has ${kept.get(id)}`);
  }

  /** The bank is asked to give money back: it must be due, and given back once. A charge may also be reversed before the store could keep that. */
  returns(kind: 'reversal' | 'refund', name: string, twice: boolean): void {
    if (twice) throw new Failure('given back twice', `the bank is asked for the ${kind} of ${name} while it is at it`);
    const { model } = this;
    const state = (kind === 'refund' ? model.refunds : model.payments).get(name)?.state;
    const due = kind === 'refund' ? state === 'DUE' : state === 'REVERSAL_DUE' || state === 'PENDING';
    if (!due) throw new Failure('given back twice', `the bank is asked for the ${kind} of ${name}, which is ${state}`);
  }

  /** Time has passed, and the hub had time to look: no block stands past its time, and nobody waits for whom there are seats. */
  nothingMissed(now: number): void {
    const late = this.model.blocks.find((block) => block.ended === null && isOver(block, now));
    if (late)
      throw new Failure('block past its time', `${late.seat} of flight ${late.flightId} was blocked until ${late.until}, it is ${now}`);
    // What a new schedule frees is offered when its bookings are told.
    if (this.model.switching?.step === 'settling') return;
    const [entry, flightId] = leftWaiting(this.model, now) ?? [];
    if (entry) throw new Failure('left waiting', `party ${entry.id} waits at ${now}, and flight ${flightId} has seats for it`);
  }

  /** With a bank that is well and all jobs tried, nothing may be owed any more. */
  nothingDue(): void {
    for (const { id, kind, subject, state, tries } of this.model.jobs)
      if (state !== 'DONE' && state !== 'STOPPED')
        throw new Failure('money forgotten', `${kind} ${id} of ${subject} is ${state} after ${tries} tries`);
    for (const [reference, { state, bookingId }] of this.model.payments)
      if (state === 'TAKEN' && this.model.bookings.get(bookingId)?.state !== 'HOLD')
        throw new Failure('money forgotten', `${reference} stands taken for booking ${bookingId}, which is no hold`);
      else if (['PENDING', 'REVERSAL_DUE'].includes(state)) throw new Failure('money forgotten', `${reference} is ${state}`);
  }

  /** What the bank took and did not give back is what the bookings were paid by card and not given back. */
  bank(bank: Bank): void {
    const { taken, triesMost } = bank;
    if (triesMost > CARD_TRIES_MAX) throw new Failure('bank', `a card was tried ${triesMost} times in a row`);
    const kept = new Map<string, number>();
    for (const [reference, { state, amount }] of this.model.payments) if (state === 'TAKEN') kept.set(reference, amount);
    for (const { bookingId, state, tenders } of this.model.bookings.values())
      for (const [place, { charge, amount, refunded }] of (state === 'HOLD' ? [] : tenders).entries())
        if (charge) kept.set(charge, (kept.get(charge) ?? 0) + amount - refunded + vouchersFor(this.model, bookingId, place));
    for (const [reference, amount] of taken) {
      const has = amount - bank.givenBack(reference);
      if (has !== (kept.get(reference) ?? 0))
        throw new Failure('bank', `it has ${has} for ${reference}, the books ${kept.get(reference) ?? 0}`);
    }
    for (const [reference, amount] of kept)
      if (amount > 0 && !taken.has(reference)) throw new Failure('bank', `it never took ${amount} for ${reference}`);
  }

  #same(what: string, expected: unknown, actual: unknown): void {
    const found = difference(expected, actual);
    if (found) throw new Failure(`${what.split(' ')[0]} differ`, `${what}: ${found}`);
  }
}
