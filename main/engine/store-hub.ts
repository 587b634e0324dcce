import { hash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { assert } from '../../shared/assert.ts';
import type { CommandName, Input, QueryName, ReplyOf } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { type Instant, instant } from '../../shared/instants.ts';
import { type Json, parsed } from '../../shared/json.ts';
import type { ClockState } from '../../shared/methods/clock.ts';
import { type Reply, refuse } from '../../shared/refusals.ts';
import { type Actor, SYSTEM } from '../actor.ts';
import { type ClockDecision, clockProblem } from '../commands/clock-decision.ts';
import type { ClockCommandName, CommandInput, CommandOutput, InnerCommandName } from '../commands/registry.ts';
import type { Caller } from '../hub/caller.ts';
import type { Clock } from '../hub/clock.ts';
import type { BatchHeard } from '../hub/heard.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { InnerQueryName, QueryInput, QueryOutput } from '../queries/registry.ts';
import type { StoreTrouble } from '../store/database.ts';
import { faultText } from '../store/fault-text.ts';
import { CommandQueue } from './command-queue.ts';
import { ExpiryTimer } from './expiry-timer.ts';
import type { BatchOutcome, QueuedCommand, Reader, StoreFound, Writer } from './messages.ts';
import { needsTime } from './needs-time.ts';
import { QuestionLine } from './question-line.ts';

/** `trouble`: set when the store itself is the cause. */
export interface Problem {
  readonly what: string;
  readonly reference: string;
  readonly problem: string;
  readonly trouble?: StoreTrouble;
}

export interface StoreHubOptions {
  readonly clock: Clock;
  readonly writer: Writer;
  readonly reader: Reader;
  readonly found: StoreFound;
  /** Called when a command fails by a fault of Aisle, or when the timer cannot read the store. It gets no input and no passenger data. */
  readonly report: (problem: Problem) => void;
  /** The locators of all holds that could not be ended, whenever they change. */
  readonly setApart: (locators: readonly string[]) => void;
  /** Called with the problem of the expiry timer, or with '' when it works again. */
  readonly trouble: (problem: string) => void;
  /** Steady milliseconds; left out: of this process. */
  readonly steadyMs?: () => number;
  /** Hears how long each batch of commands took. */
  readonly heard?: (batch: BatchHeard) => void;
}

/** Commands that still run while Aisle closes: a card that was charged is still sold or given up, and a job that was done is still recorded. */
const LAST_STEPS: ReadonlySet<string> = new Set<InnerCommandName>(['payments.confirm', 'payments.fail', 'jobs.record', 'messages.record']);

type Listener = Parameters<InnerHub['on']>[0];

/**
 * Puts the hub together. It stamps commands with the time and queues them to the writer. It sends queries to the reader, tells events, and
 * keeps the expiry timer.
 */
export class StoreHub implements InnerHub {
  readonly #options: StoreHubOptions;
  readonly #queue: CommandQueue;
  readonly #questions: QuestionLine;
  readonly #timer: ExpiryTimer;
  readonly #listeners = new Set<Listener>();
  #newestEvent: number;
  #setApart = '';
  /** The refusal that every command gets once the store is known to be damaged. */
  #stopped: string | undefined;
  #refusingNew = false;
  #closed: Promise<void> | undefined;
  /** Decisions about the clock run one after the other. Other commands wait for them. */
  #clockStep: Promise<unknown> = Promise.resolve();
  #clockSteps = 0;

  constructor(options: StoreHubOptions) {
    this.#options = options;
    this.#newestEvent = options.found.newestEvent;
    const steadyMs = options.steadyMs ?? (() => performance.now());
    this.#queue = new CommandQueue({
      ...{ writer: options.writer, heard: options.heard, steadyMs },
      committed: (outcome) => this.#committed(outcome),
      failed: (error) => this.#failed('queue', error),
    });
    this.#questions = new QuestionLine({ reader: options.reader, steadyMs });
    this.#timer = new ExpiryTimer({ clock: options.clock, sweep: () => this.#sweep(), trouble: options.trouble });
    this.#timer.arm(options.found.nextDue);
  }

  get newestEvent(): number {
    return this.#newestEvent;
  }

  /** Commands that were taken and are not on the disk yet. */
  get unsaved(): number {
    return this.#queue.unsaved;
  }

  /** Whether it takes commands. */
  get standing(): 'serves' | 'closing' | 'damaged' {
    return this.#stopped !== undefined ? 'damaged' : this.#refusingNew || this.#closed ? 'closing' : 'serves';
  }

  now(): Instant {
    return this.#options.clock.now();
  }

  async execute<Name extends CommandName>(name: Name, input: Input<Name>, actor: Actor): Promise<ReplyOf<Name>> {
    return parsed(await this.executeJson(name, input, actor));
  }

  executeJson<Name extends CommandName>(name: Name, input: Input<Name>, actor: Actor): Promise<Json<ReplyOf<Name>>> {
    const { requestId, ...body } = input as { requestId: string };
    return this.#command(name, body, actor, requestId);
  }

  async change<Name extends InnerCommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
    requestId: string | null,
    said: object = input,
  ): Promise<Reply<CommandOutput<Name>>> {
    return JSON.parse(await this.#command(name, input, actor, requestId, said)) as Reply<CommandOutput<Name>>;
  }

  async ask<Name extends QueryName>(name: Name, input: Input<Name>, actor: Actor): Promise<ReplyOf<Name>> {
    return parsed(await this.askJson(name, input, actor));
  }

  askJson<Name extends QueryName>(name: Name, input: Input<Name>, actor: Actor, caller?: Caller): Promise<Json<ReplyOf<Name>>> {
    return this.#query(name, input, actor, caller);
  }

  async look<Name extends InnerQueryName>(name: Name, input: QueryInput<Name>, caller?: Caller): Promise<Reply<QueryOutput<Name>>> {
    return JSON.parse(await this.#query(name, input, SYSTEM, caller)) as Reply<QueryOutput<Name>>;
  }

  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Refuses commands from now on, because the store is damaged: what is written may be lost, and what is read may be wrong. Reading goes on. */
  stopSelling(): void {
    this.#stopped = JSON.stringify(refuse('STORE_DAMAGED'));
    this.#timer.close();
  }

  refuseNew(): void {
    this.#refusingNew = true;
  }

  wake(): void {
    this.#timer.wake();
  }

  get clockState(): ClockState {
    return this.#options.clock.state;
  }

  stepClock<Name extends ClockCommandName>(
    name: Name,
    shown: number,
    actor: Actor,
    requestId: string | null,
  ): Promise<Reply<CommandOutput<Name>>> {
    const stepped = this.#clockStep.then(() => this.#stepClock(name, shown, actor, requestId));
    this.#clockStep = stepped.catch(() => {});
    this.#clockSteps++;
    return stepped.finally(() => this.#clockSteps--);
  }

  async #stepClock<Name extends ClockCommandName>(
    name: Name,
    shown: number,
    actor: Actor,
    requestId: string | null,
  ): Promise<Reply<CommandOutput<Name>>> {
    if (this.#stopped !== undefined) return JSON.parse(this.#stopped) as Reply<CommandOutput<Name>>;
    const { clock } = this.#options;
    const before = clock.now();
    const decision: ClockDecision = { ...clock.state, shown, before };
    const follow = clockProblem(decision, name === 'clock.adopt' ? 'doubtful' : 'ahead') === undefined;
    // A decision that cannot be followed goes to the store too, because it may be a repeat of one that was followed.
    const now = follow ? instant(decision.computer) : before;
    // The clock has moved on, so a repeat has another body. It is recognised by what its sender said.
    const said = JSON.stringify({ shown });
    const text = await this.#queue.add({ ...this.#queued(name, said, actor, requestId, now), body: JSON.stringify(decision) }, decision);
    const reply = JSON.parse(text) as Reply<CommandOutput<Name>>;
    if (follow && reply.ok && reply.value.now === now) clock.adopt(now);
    return reply;
  }

  #command(name: string, input: unknown, actor: Actor, requestId: string | null, said = input): Promise<string> {
    // A supervisor must still be able to sign in, because backups are restored in Admin.
    if (this.#stopped !== undefined && name !== 'users.recordSignIn') return Promise.resolve(this.#stopped);
    if (this.#refusingNew && !LAST_STEPS.has(name)) return Promise.resolve(JSON.stringify(refuse('HUB_CLOSING')));
    return this.#clockSteps > 0
      ? this.#clockStep.then(() => this.#stamped(name, input, actor, requestId, said))
      : this.#stamped(name, input, actor, requestId, said);
  }

  #stamped(name: string, input: unknown, actor: Actor, requestId: string | null, said: unknown): Promise<string> {
    const queued = this.#queued(name, JSON.stringify(said), actor, requestId, this.now());
    const command = said === input ? queued : { ...queued, body: JSON.stringify(input) };
    const untimely = this.clockState.standing === 'doubtful' && needsTime(name, input);
    return this.#queue.add(untimely ? { ...command, untimely } : command, input);
  }

  #queued(name: string, body: string, actor: Actor, requestId: string | null, now: Instant): QueuedCommand {
    const bodyHash = hash('sha256', `${name}\n${actor.user}\n${actor.desk}\n${body}`, 'base64url');
    return { name, requestId, body, bodyHash, actor, now };
  }

  #query(name: string, input: unknown, actor: Actor, caller?: Caller): Promise<string> {
    return this.#questions.ask({ name, body: JSON.stringify(input), actor, now: this.now() }, caller);
  }

  #committed(outcome: BatchOutcome): void {
    for (const { name, ...fault } of outcome.faults) this.#options.report({ what: name, ...fault });
    this.#timer.arm(outcome.nextDue);
    const setApart = outcome.setApart.join(' ');
    if (setApart !== this.#setApart) {
      this.#setApart = setApart;
      this.#options.setApart(outcome.setApart);
    }
    if (outcome.events.length > 0) this.#tell(outcome.events);
  }

  #tell(texts: readonly string[]): void {
    const events = texts.map((text) => JSON.parse(text) as JournalEvent);
    const before = this.#newestEvent;
    this.#newestEvent = events.at(-1)?.event ?? before;
    const airports = events.flatMap((event) => (event.type === 'airport.set' ? [event.data] : []));
    if (airports.length > 0) this.#options.reader.learn(airports);
    for (const listener of this.#listeners) {
      try {
        listener(events, texts);
      } catch (error) {
        // The batch is committed, so it is answered as done, even if a listener failed.
        this.#options.report({
          what: 'events',
          reference: `E${this.#newestEvent}`,
          problem: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
    // Checked after the events are told. A console that hears of a gap asks for what is missing. A console that hears nothing cannot.
    assert(events[0]?.event === before + 1 && this.#newestEvent === before + events.length, 'the journal has no gaps');
  }

  /** Reports a fault of the hub itself that no caller can be told of. */
  #failed(what: string, error: unknown): void {
    this.#options.report({ what, reference: `E${this.#newestEvent}`, problem: faultText(error) });
  }

  async #sweep(): Promise<boolean> {
    const reply = await this.change('holds.expireDue', {}, SYSTEM, null);
    if (!reply.ok) throw new Error(reply.refusal.message);
    return reply.value.more;
  }

  close(): Promise<void> {
    this.#closed ??= (async () => {
      this.#timer.close();
      await this.#queue.close();
      await this.#options.reader.close();
      await this.#options.writer.close();
    })();
    return this.#closed;
  }
}
