import { assert } from '../../shared/assert.ts';
import { EXPIRY_BATCH_MAX } from '../../shared/bounds.ts';
import { effectOnBooking } from '../../shared/event-effects.ts';
import type { EventData, EventType } from '../../shared/events.ts';
import { type Instant, instant, isDue } from '../../shared/instants.ts';
import { isNotNow } from '../../shared/not-now.ts';
import { type Reply, refuse } from '../../shared/refusals.ts';
import { SYSTEM } from '../actor.ts';
import type { BookingReply, Command, CommandContext } from '../commands/command.ts';
import { dueHolds, expireHolds, nextDeadline } from '../commands/expire-holds.ts';
import { writeMessages } from '../commands/write-messages.ts';
import { steadyMs } from '../hub/steady.ts';
import type { AirportChange } from '../reference/airport-change.ts';
import type { Reference } from '../reference/reference.ts';
import { readSalesAhead } from '../store/checks/read-sales-ahead.ts';
import { trustAhead } from '../store/checks/trust-ahead.ts';
import { type Database, StoreError } from '../store/database.ts';
import { faultText } from '../store/fault-text.ts';
import { settleBlocks } from '../store/known-blocks.ts';
import { forgetSales } from '../store/known-sales.ts';
import { settleWaitlist } from '../store/known-waitlist.ts';
import type { Locators } from '../store/locators.ts';
import { airportChanges } from '../store/tables/airport-changes-table.ts';
import { lastBookingId } from '../store/tables/bookings-table.ts';
import { forgetCounters } from '../store/tables/cabin-counters-table.ts';
import { storedReplies, storeReplies } from '../store/tables/replies-table.ts';
import { answerAgain } from './answer-again.ts';
import { answerNotDone } from './answer-not-done.ts';
import { BatchCache } from './batch-cache.ts';
import { BatchSoFar, numbersOf } from './batch-so-far.ts';
import { BatchWrites } from './batch-writes.ts';
import { forgetWritten } from './forget-written.ts';
import { HoldsSetApart } from './holds-set-apart.ts';
import { Journal } from './journal.ts';
import { KEEPS_FLIGHTS } from './keeps-flights.ts';
import type { BatchOutcome, QueuedCommand, StoreFound, Writer } from './messages.ts';
import { Savepoints } from './savepoints.ts';
import { bookingsTrusted } from './trusts-bookings.ts';

export type CommandTable = Readonly<Record<string, Command<never, unknown>>>;

/** Decisions about the clock. They trust no hold. They may be repeats or be refused, and then nobody has believed their time. */
const CLOCK_DECISIONS: ReadonlySet<string> = new Set(['clock.adopt', 'clock.setBack']);
const UNTIMELY = JSON.stringify(refuse('CLOCK_DOUBTFUL'));

/** What commands know beside the store. */
export interface StoreFacts {
  readonly reference: Reference;
  readonly locators: Locators;
}

interface Emitted {
  readonly type: EventType;
  readonly data: EventData<EventType>;
  readonly as: Pick<QueuedCommand, 'now' | 'actor'>;
}

/**
 * Runs commands on the store, many in one transaction.
 *
 * The problem: a transaction that is synced to the disk costs as much as fifty holds, so many commands share one. Yet each command must
 * be answered as if it ran alone, and a refusal must undo that command and no other. A savepoint for each command would do that, but it
 * costs about as much as a row, and commands hardly ever refuse after they have written.
 *
 * 1. A batch is one transaction. Nobody hears of it, neither caller nor console, before it is committed. If the commit fails, none of it
 *    was done, and every caller is told so.
 * 2. A batch sets no savepoints. If a command must be undone after it wrote, the batch is rolled back and runs again with savepoints.
 *    Commands know neither clock nor chance, so it comes out the same.
 * 3. Rows of many commands are written together (batch-writes.ts), and a row that was written is kept in memory and not read again. If a
 *    kept row turns out to be wrong, the batch is rolled back and all kept rows are dropped. Then the batch runs again with savepoints.
 * 4. Holds that are due are ended before any command of the batch trusts one.
 * 5. A request id that was used before gets its stored reply. Its work is never done twice. A refusal that says "not now" is not stored: the request
 *    may come again under its id.
 * 6. Events are numbered without gaps, in the order of the commits.
 * 7. The messages that passengers get of a command's events are written in its transaction, and undone with it.
 * The engine reads no clock and no random source. So the same commands make the same store.
 */
export class Engine implements Writer {
  readonly #db: Database;
  /** Another one after an airport was changed, and after that was undone. */
  #facts: StoreFacts;
  readonly #commands: CommandTable;
  readonly #journal: Journal;
  /** The store as commands see it. */
  readonly #writes: BatchWrites;
  readonly #cache: BatchCache;
  readonly #apart = new HoldsSetApart();
  readonly #savepoints: Savepoints;
  #lastBooking = 0;
  #nextDue: Instant | null = null;
  /** The earliest deadline, holds of the batch under way included: a hold that it places, or whose payment fails, may be due before its last command. */
  #dueInBatch: Instant | null = null;
  #faultNumber = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(db: Database, facts: StoreFacts, commands: CommandTable) {
    this.#db = db;
    this.#facts = facts;
    this.#commands = commands;
    this.#journal = new Journal(db);
    this.#writes = new BatchWrites(db, this.#journal);
    this.#cache = new BatchCache(this.#writes);
    this.#savepoints = new Savepoints(db, this.#writes, () => this.#forgetWritten());
  }

  /** Finds out where the store stands. Must be called once, before the first batch. */
  async open(): Promise<StoreFound> {
    const end = await this.#journal.open();
    this.#learn(await airportChanges(this.#db));
    this.#lastBooking = await lastBookingId(this.#db);
    this.#nextDue = await nextDeadline(this.#writes, this.#apart.ids);
    return { newestEvent: end.event, newestAt: instant(end.at), lastBooking: this.#lastBooking, nextDue: this.#nextDue };
  }

  /** As of the last batch. */
  get facts(): StoreFacts {
    return this.#facts;
  }

  /** Batches run one after the other, in the order of the calls. */
  run(commands: readonly QueuedCommand[]): Promise<BatchOutcome> {
    const turn = this.#turn.then(() => this.#runBatch(commands));
    this.#turn = turn;
    return turn;
  }

  /** Does something on the same connection between two batches. */
  between<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #runBatch(commands: readonly QueuedCommand[]): Promise<BatchOutcome> {
    const lastBookingBefore = this.#lastBooking;
    const faultsBefore = this.#faultNumber;
    const factsBefore = this.#facts;
    this.#writes.begin(!this.#savepoints.careful);
    this.#cache.begin();
    forgetSales(this.#writes);
    try {
      await this.#db.begin();
      const done = new BatchSoFar(await storedReplies(this.#db, numbersOf(commands)));
      const trusted = bookingsTrusted(commands);
      await trustAhead(this.#writes, trusted.all);
      await readSalesAhead(this.#writes, trusted.all, trusted.cancelled);
      this.#dueInBatch = this.#nextDue;
      let ended = 0;
      for (const command of commands) {
        // Holds are due by each command's own time. A command before a deadline must not find the hold ended by a later command. The time
        // of a decision about the clock counts only if the decision is followed.
        const endsDue = this.#dueInBatch !== null && isDue(this.#dueInBatch, command.now) && !CLOCK_DECISIONS.has(command.name);
        if (endsDue && ended < EXPIRY_BATCH_MAX) {
          ended += await this.#endDueHolds(command.now, done);
          this.#dueInBatch = await nextDeadline(this.#writes, this.#apart.ids);
        }
        const known = command.requestId === null ? undefined : done.answered.get(command.requestId);
        done.replies.push(
          known ? await answerAgain(this.#writes, command, known) : command.untimely ? UNTIMELY : await this.#runOne(command, done),
        );
      }
      await this.#writes.flush();
      await storeReplies(this.#db, done.toStore());
      const nextDue = await nextDeadline(this.#writes, this.#apart.ids);
      await this.#journal.close();
      const commitBegan = steadyMs();
      await this.#db.commit();
      const endedAt = steadyMs();
      this.#journal.committed();
      this.#apart.committed();
      this.#cache.committed();
      this.#nextDue = nextDue;
      this.#savepoints.committed();
      settleWaitlist(this.#writes);
      settleBlocks(this.#writes);
      const { replies, events, faults } = done;
      return { replies, events, nextDue, setApart: this.#setApart(), commitMs: endedAt - commitBegan, endedAt, faults };
    } catch (error) {
      this.#journal.rolledBack();
      this.#apart.rolledBack();
      this.#writes.begin(false);
      this.#forgetWritten();
      this.#lastBooking = lastBookingBefore;
      this.#facts = factsBefore;
      if (this.#db.inTransaction) await this.#db.rollback();
      if (this.#savepoints.runsAgain(error)) {
        this.#faultNumber = faultsBefore;
        return this.#runBatch(commands);
      }
      const trouble = error instanceof StoreError ? error.trouble : 'failed';
      return {
        replies: await answerNotDone(this.#db, this.#writes, commands, trouble),
        events: [],
        nextDue: this.#nextDue,
        setApart: this.#setApart(),
        ...{ commitMs: null, endedAt: steadyMs() },
        faults: [{ reference: this.#nextReference(), name: 'batch', problem: faultText(error), trouble }],
      };
    }
  }

  async #runOne(command: QueuedCommand, done: BatchSoFar): Promise<string> {
    const emitted: Emitted[] = [];
    const keepsCache = KEEPS_FLIGHTS.has(command.name);
    // It may change what commands before it have read, and then read it again.
    if (!keepsCache) this.#cache.forget();
    const channels = await this.#cache.channels();
    await this.#savepoints.set();
    const before = this.#writes.written;
    let reply: Reply<unknown> | BookingReply;
    try {
      const handler = this.#commands[command.name];
      assert(handler, `no command is called ${command.name}`);
      const context = this.#context(command, emitted);
      reply = await handler(context, JSON.parse(command.body) as never);
      if (reply.ok && channels.length > 0) await writeMessages(context, channels, emitted);
    } catch (error) {
      // A full or broken store ends the batch. A fault in one command must not end the others.
      if (this.#savepoints.endsBatch(error) || !this.#db.inTransaction) throw error;
      await this.#savepoints.undo(before);
      const reference = this.#nextReference();
      done.faults.push({ reference, name: command.name, problem: faultText(error) });
      return JSON.stringify(refuse('NOT_DONE', { reference }));
    } finally {
      if (!keepsCache) {
        this.#cache.forget();
        forgetCounters(this.#writes);
      }
    }
    if (reply.ok) {
      this.#tell(emitted, done.events);
      if (this.#savepoints.careful) await this.#db.releaseSavepoint();
    } else await this.#savepoints.undo(before);
    if ('booking' in reply) return done.keepBooking(command, reply.booking);
    const text = JSON.stringify(reply);
    if (reply.ok || !isNotNow(reply.refusal.code)) done.keep(command, text);
    return text;
  }

  #context({ now, actor }: Pick<QueuedCommand, 'now' | 'actor'>, emitted: Emitted[]): CommandContext {
    const emit: CommandContext['emit'] = (type, data, as = { now, actor }) => void emitted.push({ type, data, as });
    let given = this.#lastBooking;
    return {
      db: this.#writes,
      now,
      actor,
      ...this.#facts,
      cache: this.#cache,
      newBookingId: () => ++given,
      lastBookingId: () => given,
      nextEvent: this.#journal.end.event + 1,
      newestEntryAt: this.#journal.end.at,
      setApart: this.#apart.ids,
      emit,
    };
  }

  #tell(emitted: readonly Emitted[], events: string[]): void {
    for (const { type, data, as } of emitted) {
      events.push(this.#journal.add(as.now, as.actor, type, data));
      if (type === 'airport.set') this.#learn([data as EventData<'airport.set'>]);
      if ('bookingId' in data) this.#apart.changed(data.bookingId);
      if (effectOnBooking(type)?.state?.from === null) this.#lastBooking++;
      // Also of a hold that was there before: without the payment that protected it, it ends sooner.
      if ('expiresAt' in data && data.expiresAt !== null && data.expiresAt < (this.#dueInBatch ?? Infinity))
        this.#dueInBatch = instant(data.expiresAt);
    }
  }

  #learn(changes: readonly AirportChange[]): void {
    if (changes.length > 0) this.#facts = { ...this.#facts, reference: this.#facts.reference.withAirports(changes) };
  }

  /** Returns how many it tried to end. A hold that cannot be ended is set apart and named, so that it stops no other hold and no command. */
  async #endDueHolds(now: Instant, done: BatchSoFar): Promise<number> {
    const due = await dueHolds({ db: this.#writes, now, setApart: this.#apart.ids }, EXPIRY_BATCH_MAX);
    if ((await this.#endHolds(due, now, done)) === undefined) return due.length;
    // At least one of them cannot be ended, so each is ended alone.
    for (const id of due) {
      const problem = await this.#endHolds([id], now, done);
      if (problem === undefined) continue;
      this.#apart.add(id);
      const hold = `hold ${this.#facts.locators.of(id)} (number ${id})`;
      done.faults.push({ reference: this.#nextReference(), name: 'holds.expireDue', problem: `${hold} cannot be ended: ${problem}` });
    }
    return due.length;
  }

  /** Ends all of these holds or, where one cannot be ended, none of them, and says why. */
  async #endHolds(ids: readonly number[], now: Instant, done: BatchSoFar): Promise<string | undefined> {
    const emitted: Emitted[] = [];
    const by = { now, actor: SYSTEM };
    const channels = await this.#cache.channels();
    await this.#savepoints.set();
    const before = this.#writes.written;
    try {
      const context = this.#context(by, emitted);
      await expireHolds(context, ids);
      if (channels.length > 0) await writeMessages(context, channels, emitted);
    } catch (error) {
      if (this.#savepoints.endsBatch(error) || !this.#db.inTransaction) throw error;
      await this.#savepoints.undo(before);
      return faultText(error);
    }
    this.#tell(emitted, done.events);
    if (this.#savepoints.careful) await this.#db.releaseSavepoint();
    return undefined;
  }

  /** Forgets everything in memory about rows that were written and then undone. */
  #forgetWritten(): void {
    this.#cache.forget();
    forgetWritten(this.#writes);
  }

  /** The locators of the holds that are set apart. */
  #setApart(): string[] {
    return Array.from(this.#apart.ids, (id) => this.#facts.locators.of(id));
  }

  #nextReference(): string {
    return `E${this.#journal.end.event}-${++this.#faultNumber}`;
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#db.close();
  }
}
