import type { Instant } from '../../shared/instants.ts';
import type { Actor } from '../actor.ts';
import type { StoreTrouble } from '../store/database.ts';

/** A command on its way to the writer: parsed, allowed, stamped. The body travels as the text that was hashed. */
export interface QueuedCommand {
  readonly name: string;
  /** Null for upkeep that is safe to do twice and keeps no reply. */
  readonly requestId: string | null;
  readonly body: string;
  /** Of name, body and actor: tells a repeat from a number used twice. */
  readonly bodyHash: string;
  readonly actor: Actor;
  readonly now: Instant;
  /** The hub's time is doubtful: only a repeat is answered, and what is new is refused with CLOCK_DOUBTFUL. */
  readonly untimely?: true;
}

/** What one transaction did. Replies stand in the order of the commands, as JSON; events in the order of their numbers. */
export interface BatchOutcome {
  readonly replies: readonly string[];
  readonly events: readonly string[];
  /** Deadline of the hold that ends next, after this batch. */
  readonly nextDue: Instant | null;
  /** Locators of the holds that could not be ended, as of this batch. */
  readonly setApart: readonly string[];
  /** Command failures that should never be, for the log: no input, no passenger data. */
  readonly faults: readonly Fault[];
}

/** `trouble`: the store itself is in it, not the command. */
export interface Fault {
  readonly reference: string;
  readonly name: string;
  readonly problem: string;
  readonly trouble?: StoreTrouble;
}

export interface AskedQuery {
  readonly name: string;
  readonly body: string;
  readonly actor: Actor;
  readonly now: Instant;
}

/** Runs batches one after the other, each in one transaction. */
export interface Writer {
  run(commands: readonly QueuedCommand[]): Promise<BatchOutcome>;
  close(): Promise<void>;
}

/** Answers with the JSON of a reply. */
export interface Reader {
  ask(query: AskedQuery): Promise<string>;
  close(): Promise<void>;
}

/** What the writer found when it opened the store. */
export interface StoreFound {
  readonly newestEvent: number;
  readonly newestAt: Instant;
  /** The number that was given to a booking last. */
  readonly lastBooking: number;
  readonly nextDue: Instant | null;
}
