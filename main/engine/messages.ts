import type { Instant } from '../../shared/instants.ts';
import type { Actor } from '../actor.ts';
import type { Caller } from '../hub/caller.ts';
import type { AirportChange } from '../reference/airport-change.ts';
import type { StoreTrouble } from '../store/database.ts';

/**
 * A command on its way to the writer. It is parsed, allowed and stamped. The body travels as JSON text, because the hash needs the text
 * anyway, and copying a string between threads is cheaper than cloning an object.
 */
export interface QueuedCommand {
  readonly name: string;
  /** Null for upkeep, which is safe to do twice and keeps no reply. */
  readonly requestId: string | null;
  readonly body: string;
  /** Of name, body and actor. It tells a repeated command from another command under the same request id. */
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
  /** How long the commit took, with its sync to the disk, in milliseconds; null: nothing was committed. */
  readonly commitMs: number | null;
  /** When it ended, as `steadyMs` counts. */
  readonly endedAt: number;
  /** Commands that failed by a fault of Aisle, for the log. They hold no input and no passenger data. */
  readonly faults: readonly Fault[];
}

/** `trouble`: set when the store itself is the cause, and not the command. */
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

/** Answers with the JSON of a reply. Callers take turns; without one the hub itself asks. */
export interface Reader {
  ask(query: AskedQuery, caller?: Caller): Promise<string>;
  /** Airports that were changed. Queries that are asked from now on know them. */
  learn(changes: readonly AirportChange[]): void;
  close(): Promise<void>;
}

/** What the writer found when it opened the store. */
export interface StoreFound {
  readonly newestEvent: number;
  readonly newestAt: Instant;
  /** The booking number that was given last. */
  readonly lastBooking: number;
  readonly nextDue: Instant | null;
}
