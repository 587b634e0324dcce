import { assert } from '../../shared/assert.ts';
import { EXPIRY_BATCH_MAX } from '../../shared/bounds.ts';
import type { EventData, EventType } from '../../shared/events.ts';
import { type Instant, instant, isDue } from '../../shared/instants.ts';
import { type RefusalCode, refuse } from '../../shared/refusals.ts';
import { SYSTEM } from '../actor.ts';
import type { Command, CommandContext } from '../commands/command.ts';
import { expireDueHolds } from '../commands/expire-holds.ts';
import type { Reference } from '../schedule/reference.ts';
import { replyProblem } from '../store/check-replies.ts';
import { type Awaitable, type Database, StoreError, type StoreTrouble } from '../store/database.ts';
import { appendEvent, type JournalEnd, journalEnd, keepJournalEnd } from '../store/journal-table.ts';
import type { Locators } from '../store/locators.ts';
import { storedReply, storeReply } from '../store/replies-table.ts';
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

/** How many batches set marks after one that needed them. */
const MARKED_BATCHES = 16;

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
  #end: JournalEnd = { event: 0, at: 0, hash: '' };
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
  }

  /** Finds out where the store stands. Must be called once, before the first batch. */
  async open(): Promise<StoreFound> {
    this.#end = await journalEnd(this.#db);
    this.#nextDue = await this.#findNextDue();
    return { newestEvent: this.#end.event, newestAt: instant(this.#end.at), nextDue: this.#nextDue };
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
    const before = this.#end;
    const faultsBefore = this.#faultNumber;
    const replies: string[] = [];
    const events: string[] = [];
    const faults: BatchOutcome['faults'][number][] = [];
    try {
      await this.#db.begin();
      this.#dueInBatch = this.#nextDue;
      let ended = 0;
      for (const command of commands) {
        // By each command's own time: one that came before a deadline must not find the hold ended by a later one.
        if (this.#dueInBatch !== null && isDue(this.#dueInBatch, command.now) && ended < EXPIRY_BATCH_MAX) {
          ended += await this.#endDueHolds(command.now, events, faults);
          this.#dueInBatch = await this.#findNextDue();
        }
        replies.push(await this.#runOne(command, events, faults));
      }
      const nextDue = await this.#findNextDue();
      if (this.#end.event > before.event) await keepJournalEnd(this.#db, this.#end);
      await this.#db.commit();
      this.#nextDue = nextDue;
      if (this.#marked > 0) this.#marked--;
      return { replies, events, nextDue, faults };
    } catch (error) {
      this.#end = before;
      if (this.#db.inTransaction) await this.#db.rollback();
      if (error instanceof MarkMissing) {
        this.#faultNumber = faultsBefore;
        this.#marked = MARKED_BATCHES;
        return this.#runBatch(commands);
      }
      const trouble = error instanceof StoreError ? error.trouble : 'failed';
      const refusal = JSON.stringify(refuse(TROUBLE_REFUSALS[trouble]));
      const answered: string[] = [];
      for (const command of commands) answered.push((await this.#answeredBefore(command).catch(() => undefined)) ?? refusal);
      return {
        replies: answered,
        events: [],
        nextDue: this.#nextDue,
        faults: [{ reference: this.#nextReference(), name: 'batch', problem: problemOf(error), trouble }],
      };
    }
  }

  async #runOne(command: QueuedCommand, events: string[], faults: BatchOutcome['faults'][number][]): Promise<string> {
    const answered = await this.#answeredBefore(command);
    if (answered !== undefined) return answered;
    const { requestId, bodyHash, now } = command;
    const emitted: Emitted[] = [];
    await this.#mark();
    const mark = this.#db.written;
    let reply: Awaited<ReturnType<Command<never, unknown>>>;
    try {
      const handler = this.#commands[command.name];
      assert(handler, `no command is called ${command.name}`);
      reply = await handler(this.#context(command, emitted), JSON.parse(command.body) as never);
    } catch (error) {
      // A full or broken store ends the batch; a fault in one command must not take the others with it.
      if (error instanceof StoreError || !this.#db.inTransaction) throw error;
      await this.#undo(mark);
      const reference = this.#nextReference();
      faults.push({ reference, name: command.name, problem: problemOf(error) });
      return JSON.stringify(refuse('NOT_DONE', { reference }));
    }
    if (reply.ok) {
      await this.#journal(emitted, command, events);
      await this.#keep();
    } else await this.#undo(mark);
    const text = 'json' in reply ? `{"ok":true,"value":${reply.json}}` : JSON.stringify(reply);
    if (requestId !== null) await storeReply(this.#db, requestId, bodyHash, text, now);
    return text;
  }

  /** What a request number that was used before gets, also while the store can keep nothing new: what was done stays done. */
  async #answeredBefore({ requestId, bodyHash }: QueuedCommand): Promise<string | undefined> {
    const known = requestId === null ? undefined : await storedReply(this.#db, requestId);
    if (!known || requestId === null) return undefined;
    if (known.body_hash !== bodyHash) return JSON.stringify(refuse('REQUEST_REUSED'));
    const problem = await replyProblem(this.#db, requestId, known.reply);
    if (problem) throw new StoreError('corrupt', problem);
    return known.reply;
  }

  #context({ now, actor }: Pick<QueuedCommand, 'now' | 'actor'>, emitted: Emitted[]): CommandContext {
    const emit: CommandContext['emit'] = (type, data) => {
      emitted.push({ type, data });
      if (type === 'hold.placed' && 'expiresAt' in data && data.expiresAt !== null && data.expiresAt < (this.#dueInBatch ?? Infinity))
        this.#dueInBatch = instant(data.expiresAt);
    };
    return { db: this.#db, now, actor, ...this.#facts, emit };
  }

  async #journal(emitted: readonly Emitted[], { now, actor }: Pick<QueuedCommand, 'now' | 'actor'>, events: string[]): Promise<void> {
    for (const { type, data } of emitted) {
      const { end, told } = await appendEvent(this.#db, this.#end, now, actor, type, data);
      this.#end = end;
      events.push(told);
    }
  }

  /** Returns how many it ended. A hold that cannot be ended is said, and must not keep others from selling: nobody trusts it anyway. */
  async #endDueHolds(now: Instant, events: string[], faults: BatchOutcome['faults'][number][]): Promise<number> {
    const emitted: Emitted[] = [];
    const by = { now, actor: SYSTEM };
    let ended: number;
    await this.#mark();
    const mark = this.#db.written;
    try {
      ended = await expireDueHolds(this.#context(by, emitted));
    } catch (error) {
      if (error instanceof StoreError || !this.#db.inTransaction) throw error;
      await this.#undo(mark);
      faults.push({ reference: this.#nextReference(), name: 'holds.expireDue', problem: problemOf(error) });
      return EXPIRY_BATCH_MAX;
    }
    await this.#journal(emitted, by, events);
    await this.#keep();
    return ended;
  }

  #mark(): Awaitable<void> {
    if (this.#marked > 0) return this.#db.mark();
  }

  #keep(): Awaitable<void> {
    if (this.#marked > 0) return this.#db.keep();
  }

  /** `mark`: how much had been written before what is to be undone. */
  #undo(mark: number): Awaitable<void> {
    if (this.#marked > 0) return this.#db.undo();
    if (this.#db.written !== mark) throw new MarkMissing();
  }

  async #findNextDue(): Promise<Instant | null> {
    const sql = "SELECT min(expires_at) AS due FROM bookings WHERE state = 'HOLD'";
    const row = await this.#db.query<{ due: number | null }>(sql).get();
    return row?.due == null ? null : instant(row.due);
  }

  #nextReference(): string {
    return `E${this.#end.event}-${++this.#faultNumber}`;
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#db.close();
  }
}
