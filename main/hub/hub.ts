import type { CommandName, Input, QueryName, ReplyOf } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Instant } from '../../shared/instants.ts';
import type { Json } from '../../shared/json.ts';
import type { ClockState } from '../../shared/methods/clock.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { ClockCommandName, CommandInput, CommandOutput, InnerCommandName } from '../commands/registry.ts';
import type { InnerQueryName, QueryInput, QueryOutput } from '../queries/registry.ts';
import type { Caller } from './caller.ts';

/** The only way into the core. Every call has been parsed and is allowed before it comes here. */
export interface Hub {
  /** Stamps the command with the time, once, and queues it. Resolves only when the change is on the disk. */
  execute<Name extends CommandName>(name: Name, input: Input<Name>, actor: Actor): Promise<ReplyOf<Name>>;
  ask<Name extends QueryName>(name: Name, input: Input<Name>, actor: Actor): Promise<ReplyOf<Name>>;
  /**
   * The same two, with the reply as the JSON text that the store's threads wrote, for callers that would only write it as JSON again.
   * Callers take turns with their questions (FairQueue).
   */
  executeJson<Name extends CommandName>(name: Name, input: Input<Name>, actor: Actor): Promise<Json<ReplyOf<Name>>>;
  askJson<Name extends QueryName>(name: Name, input: Input<Name>, actor: Actor, caller?: Caller): Promise<Json<ReplyOf<Name>>>;
  /** Hears every event after its commit, in order, and each as JSON beside it. Returns how to stop. */
  on(listener: (events: readonly JournalEvent[], texts: readonly string[]) => void): () => void;
  readonly newestEvent: number;
  now(): Instant;
  /** How its time stands to the computer's clock, as it was when the time was asked last. */
  readonly clockState: ClockState;
  /** Refuses new commands, finishes those that wait, closes the store. */
  close(): Promise<void>;
}

/** What the hub process itself may do besides: steps of a payment, a job or an import, and upkeep. No console may ask for them. */
export interface InnerHub extends Hub {
  /**
   * Without a request id the reply of the command is not stored: only for what is safe to do twice. `said`: what the sender said,
   * when the hub added the rest. Only this part tells a repeat from another command under the same request id.
   */
  change<Name extends InnerCommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
    requestId: string | null,
    said?: object,
  ): Promise<Reply<CommandOutput<Name>>>;
  look<Name extends InnerQueryName>(name: Name, input: QueryInput<Name>, caller?: Caller): Promise<Reply<QueryOutput<Name>>>;
  /**
   * Makes the computer's clock the hub's time, because a person has confirmed it: forward for `clock.confirm`, back for `clock.setRight`. Other
   * commands wait meanwhile, so that each is stamped either with the old time or with the new one.
   */
  stepClock<Name extends ClockCommandName>(
    name: Name,
    shown: number,
    actor: Actor,
    requestId: string | null,
  ): Promise<Reply<CommandOutput<Name>>>;
  /** Aisle is about to close. Refuses every command but the steps of payments and jobs that are under way. */
  refuseNew(): void;
  /** The computer woke up or its clock was set: look at once whether a hold is due. */
  wake(): void;
}
