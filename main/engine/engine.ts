import { assert } from '../../shared/assert.ts';
import { EXPIRY_BATCH_MAX } from '../../shared/bounds.ts';
import { effectOnBooking } from '../../shared/event-effects.ts';
import type { EventData, EventType } from '../../shared/events.ts';
import { type Instant, instant, isDue } from '../../shared/instants.ts';
import { type RefusalCode, type Reply, refuse } from '../../shared/refusals.ts';
import { SYSTEM } from '../actor.ts';
import type { BookingReply, Command, CommandContext } from '../commands/command.ts';
import { dueHolds, expireHolds } from '../commands/expire-holds.ts';
import type { Reference } from '../reference/reference.ts';
import { replyProblem } from '../store/checks/check-replies.ts';
import { type Awaitable, type Database, StoreError, type StoreTrouble } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import { lastBookingId } from '../store/tables/bookings-table.ts';
import { type StoredReply, storedReplies, storeReplies } from '../store/tables/replies-table.ts';
import { BatchCache } from './batch-cache.ts';
import { BatchSoFar, numbersOf } from './batch-so-far.ts';
import { HoldsSetApart } from './holds-set-apart.ts';
import { Journal } from './journal.ts';
import type { BatchOutcome, QueuedCommand, StoreFound, Writer } from './messages.ts';

export type CommandTable = Readonly<Record<string, Command<never, unknown>>>;

/** What a caller is told when the store could not keep the batch. */
const TROUBLE_REFUSALS: Readonly<Record<StoreTrouble, RefusalCode>> = {
  full: 'STORE_FULL',
  'read-only': 'STORE_READ_ONLY',
  corrupt: 'STORE_DAMAGED',
  busy: 'STORE_FAILED',
  newer: 'STORE_FAILED',
  failed: 'STORE_FAILED',
};

/** These trust no hold, and may be refused, or be repeats, with a time that nobody has believed. */
const CLOCK_DECISIONS: ReadonlySet<string> = new Set(['clock.adopt', 'clock.setBack']);
const UNTIMELY = JSON.stringify(refuse('CLOCK_DOUBTFUL'));

/** How many batches set marks after one that needed them. */
const MARKED_BATCHES = 16;

/** The one command that comes in crowds. It reads nothing of the journal, and changes neither flights nor settings. */
const PLACE_HOLD = 'holds.place';

/** Something is to be undone in a batch that set no marks. */
class MarkMissing extends Error {
  override name = 'MarkMissing';
}

const problemOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

interface Emitted {
  readonly type: EventType;
  readonly data: EventData<EventType>;
}

/**
 * Runs commands on the store. What holds, and what the rest of Aisle leans on:
 * 1. A batch is one transaction. Nobody hears of it, neither caller nor console, before it is committed; when the
 *    commit fails, none of it was done and every caller is told so.
 * 2. A refusal or a fault undoes its command alone. Marks to go back to cost as much as a row, and commands rarely refuse once
 *    they have written; so a batch sets none at first. If one was needed, all is rolled back and the batch runs again with marks.
 * 3. Holds that are due are ended before any command of the batch trusts one.
 * 4. A request number answers with its stored reply; it never does its work twice.
 * 5. Events are numbered without gaps, in the order of the commits.
 * The engine reads no clock and no random source: the same commands make the same store.
 */
export class Engine implements Writer {
  readonly #db: Database;
  readonly #facts: { readonly reference: Reference; readonly locators: Locators };
  readonly #commands: CommandTable;
  readonly #journal: Journal;
  readonly #remembered: BatchCache;
  readonly #apart = new HoldsSetApart();
  #lastBooking = 0;
  #nextDue: Instant | null = null;
  /** The earliest deadline within the batch under way: a hold that it places may run out before its last command came. */
  #dueInBatch: Instant | null = null;
  #faultNumber = 0;
  /** Batches from here on that set marks: where parties want the same seats, the next batch would need them too. */
  #marked = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(db: Database, facts: { readonly reference: Reference; readonly locators: Locators }, commands: CommandTable) {
    this.#db = db;
    this.#facts = facts;
    this.#commands = commands;
    this.#journal = new Journal(db);
    this.#remembered = new BatchCache(db);
  }

  /** Finds out where the store stands. Must be called once, before the first batch. */
  async open(): Promise<StoreFound> {
    const end = await this.#journal.open();
    this.#lastBooking = await lastBookingId(this.#db);
    this.#nextDue = await this.#findNextDue();
    return { newestEvent: end.event, newestAt: instant(end.at), lastBooking: this.#lastBooking, nextDue: this.#nextDue };
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
    try {
      await this.#db.begin();
      const done = new BatchSoFar(await storedReplies(this.#db, numbersOf(commands)));
      this.#dueInBatch = this.#nextDue;
      let ended = 0;
      for (const command of commands) {
        // By each command's own time: one that came before a deadline must not find the hold ended by a later one. The time of a decision
        // about the clock counts only if the decision is followed.
        const endsDue = this.#dueInBatch !== null && isDue(this.#dueInBatch, command.now) && !CLOCK_DECISIONS.has(command.name);
        if (endsDue && ended < EXPIRY_BATCH_MAX) {
          ended += await this.#endDueHolds(command.now, done);
          this.#dueInBatch = await this.#findNextDue();
        }
        const known = command.requestId === null ? undefined : done.answered.get(command.requestId);
        done.replies.push(
          known ? await this.#answerAgain(command, known) : command.untimely ? UNTIMELY : await this.#runOne(command, done),
        );
      }
      await storeReplies(this.#db, done.toKeep);
      const nextDue = await this.#findNextDue();
      await this.#journal.close();
      await this.#db.commit();
      this.#journal.committed();
      this.#apart.committed();
      this.#nextDue = nextDue;
      if (this.#marked > 0) this.#marked--;
      const { replies, events, faults } = done;
      return { replies, events, nextDue, setApart: this.#setApart(), faults };
    } catch (error) {
      this.#journal.rolledBack();
      this.#apart.rolledBack();
      this.#remembered.forget();
      this.#lastBooking = lastBookingBefore;
      if (this.#db.inTransaction) await this.#db.rollback();
      if (error instanceof MarkMissing) {
        this.#faultNumber = faultsBefore;
        this.#marked = MARKED_BATCHES;
        return this.#runBatch(commands);
      }
      const trouble = error instanceof StoreError ? error.trouble : 'failed';
      return {
        replies: await this.#answerNotDone(commands, JSON.stringify(refuse(TROUBLE_REFUSALS[trouble]))),
        events: [],
        nextDue: this.#nextDue,
        setApart: this.#setApart(),
        faults: [{ reference: this.#nextReference(), name: 'batch', problem: problemOf(error), trouble }],
      };
    }
  }

  /** The store can keep nothing new. What was done before stays done, and is answered so. */
  async #answerNotDone(commands: readonly QueuedCommand[], refusal: string): Promise<string[]> {
    const replies: string[] = [];
    for (const command of commands) {
      const before = async () => {
        for (const known of (await storedReplies(this.#db, numbersOf([command]))).values()) return this.#answerAgain(command, known);
        return refusal;
      };
      replies.push(await before().catch(() => refusal));
    }
    return replies;
  }

  async #runOne(command: QueuedCommand, done: BatchSoFar): Promise<string> {
    const emitted: Emitted[] = [];
    if (command.name !== PLACE_HOLD) {
      await this.#journal.settle();
      this.#remembered.forget();
    }
    if (this.#marked > 0) await this.#db.mark();
    const mark = this.#db.written;
    let reply: Reply<unknown> | BookingReply;
    try {
      const handler = this.#commands[command.name];
      assert(handler, `no command is called ${command.name}`);
      reply = await handler(this.#context(command, emitted), JSON.parse(command.body) as never);
    } catch (error) {
      // A full or broken store ends the batch; a fault in one command must not take the others with it.
      if (error instanceof StoreError || !this.#db.inTransaction) throw error;
      await this.#undo(mark);
      const reference = this.#nextReference();
      done.faults.push({ reference, name: command.name, problem: problemOf(error) });
      return JSON.stringify(refuse('NOT_DONE', { reference }));
    } finally {
      if (command.name !== PLACE_HOLD) this.#remembered.forget();
    }
    if (reply.ok) {
      this.#tell(emitted, command, done.events);
      if (this.#marked > 0) await this.#db.keep();
    } else await this.#undo(mark);
    if ('booking' in reply) return done.keepBooking(command, reply.booking);
    const text = JSON.stringify(reply);
    done.keep(command, text);
    return text;
  }

  /** What a request number gets that was used before. */
  async #answerAgain({ bodyHash }: QueuedCommand, known: StoredReply): Promise<string> {
    if (known.bodyHash !== bodyHash) return JSON.stringify(refuse('REQUEST_REUSED'));
    const problem = await replyProblem(this.#db, known);
    if (problem) throw new StoreError('corrupt', problem);
    return known.text;
  }

  #context({ now, actor }: Pick<QueuedCommand, 'now' | 'actor'>, emitted: Emitted[]): CommandContext {
    const emit: CommandContext['emit'] = (type, data) => void emitted.push({ type, data });
    return {
      db: this.#db,
      now,
      actor,
      ...this.#facts,
      remembered: this.#remembered,
      nextBookingId: this.#lastBooking + 1,
      nextEvent: this.#journal.end.event + 1,
      setApart: this.#apart.ids,
      emit,
    };
  }

  #tell(emitted: readonly Emitted[], { now, actor }: Pick<QueuedCommand, 'now' | 'actor'>, events: string[]): void {
    for (const { type, data } of emitted) {
      events.push(this.#journal.add(now, actor, type, data));
      if ('bookingId' in data) this.#apart.changed(data.bookingId);
      if (effectOnBooking(type)?.state?.from !== null) continue;
      this.#lastBooking++;
      if ('expiresAt' in data && data.expiresAt !== null && data.expiresAt < (this.#dueInBatch ?? Infinity))
        this.#dueInBatch = instant(data.expiresAt);
    }
  }

  /** Returns how many it tried to end. One that cannot be ended is set apart and named; it keeps neither the others nor a command waiting. */
  async #endDueHolds(now: Instant, done: BatchSoFar): Promise<number> {
    const due = await dueHolds({ db: this.#db, now, setApart: this.#apart.ids }, EXPIRY_BATCH_MAX);
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
    if (this.#marked > 0) await this.#db.mark();
    const mark = this.#db.written;
    try {
      await expireHolds(this.#context(by, emitted), ids);
    } catch (error) {
      if (error instanceof StoreError || !this.#db.inTransaction) throw error;
      await this.#undo(mark);
      return problemOf(error);
    }
    this.#tell(emitted, by, done.events);
    if (this.#marked > 0) await this.#db.keep();
    return undefined;
  }

  /** `mark`: how much had been written before what is to be undone. */
  #undo(mark: number): Awaitable<void> {
    if (this.#marked > 0) return this.#db.undo();
    if (this.#db.written !== mark) throw new MarkMissing();
  }

  async #findNextDue(): Promise<Instant | null> {
    const apart = this.#apart.ids;
    const sql = "SELECT id, expires_at AS due FROM bookings WHERE state = 'HOLD' ORDER BY expires_at LIMIT ?";
    const first = await this.#db.query<{ id: number; due: number }>(sql).all(apart.size + 1);
    const next = first.find(({ id }) => !apart.has(id));
    return next === undefined ? null : instant(next.due);
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
