import type { CommandName, Input, QueryName, ReplyOf } from '../shared/contract.ts';
import type { JournalEvent } from '../shared/events.ts';
import type { Instant } from '../shared/instants.ts';
import type { Actor } from './actor.ts';

/** The core's only door. Everything that knocks here has been parsed and may do what it asks. */
export interface Desk {
  /** Stamps the time once, queues, and answers only when the change is on the disk. */
  execute<Name extends CommandName>(name: Name, input: Input<Name>, actor: Actor): Promise<ReplyOf<Name>>;
  ask<Name extends QueryName>(name: Name, input: Input<Name>, actor: Actor): Promise<ReplyOf<Name>>;
  /** Hears every event after its commit, in order. Returns how to stop. */
  on(listener: (events: readonly JournalEvent[]) => void): () => void;
  readonly newestEvent: number;
  now(): Instant;
  /** Refuses new commands, finishes those that wait, closes the store. */
  close(): Promise<void>;
}
