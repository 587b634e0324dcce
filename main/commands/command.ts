import type { EventData, EventType } from '../../shared/events.ts';
import type { Instant } from '../../shared/instants.ts';
import type { MessageChannel } from '../../shared/message-kinds.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { RefundPolicy, SoldUnder } from '../../shared/refund-policy.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { SettingName, SettingValue } from '../../shared/setting-rules.ts';
import type { Actor } from '../actor.ts';
import type { PoliciesInForce } from '../pricing/policies-in-force.ts';
import type { Reference } from '../reference/reference.ts';
import type { BookingJson } from '../store/booking-json.ts';
import type { Awaitable, WriteDatabase } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';

/** What the commands of a batch read again and again, and few of them change. */
export interface BatchReads {
  flight(id: number): Awaitable<FlightRow | undefined>;
  setting<Name extends SettingName>(name: Name): Awaitable<SettingValue<Name>>;
  policies(): Awaitable<PoliciesInForce>;
  /** A version that a fare was sold under. */
  refundPolicy(under: SoldUnder): Awaitable<RefundPolicy>;
  /** What a flight may carry, in kilograms; null when it sells seats alone. */
  weightLimit(flightId: number): Awaitable<number | null>;
  /** The channels by which passengers are told. */
  channels(): Awaitable<readonly MessageChannel[]>;
}

/** All that a command may know: the store, the time it was given, who asks, and facts that do not change. */
export interface CommandContext {
  readonly db: WriteDatabase;
  readonly now: Instant;
  readonly actor: Actor;
  readonly reference: Reference;
  readonly locators: Locators;
  readonly cache: BatchReads;
  /**
   * Gives the number of a booking that begins now. Numbers count up by one, so new rows go to the end of the table, and no two bookings get
   * the same locator. A command that is not refused must begin a booking with each number that it asked for.
   */
  newBookingId(): number;
  /** The last number that was given. */
  lastBookingId(): number;
  /** The number that the first entry of this command gets in the journal. */
  readonly nextEvent: number;
  /** When the newest entry of the journal was written; 0 without one. A crash takes time back to it, and no further. */
  readonly newestEntryAt: number;
  /** Holds that could not be ended: nobody trusts them, whatever their deadline, and nobody tries again to end them. */
  readonly setApart: ReadonlySet<number>;
  /**
   * Adds to the journal, in the same transaction. Undone with the command if it refuses. `as`: who did it, and when, if it was not this command's
   * actor now: what a new training store is furnished with happened before. No entry may be earlier than the entry before it.
   */
  emit<Type extends EventType>(type: Type, data: EventData<Type>, as?: Pick<CommandContext, 'now' | 'actor'>): void;
}

/** Accepted, with a booking that is JSON already. */
export interface BookingReply {
  readonly ok: true;
  readonly booking: BookingJson;
}

/**
 * One change. A refusal undoes whatever the command wrote before. So a command may write first and find out afterwards that it must
 * refuse. That is what makes claims free of races without a lock: the claim itself tells whether the seat was free.
 */
export type Command<In, Out> = (
  context: CommandContext,
  input: In,
) => Promise<Reply<Out> | (BookingView extends Out ? BookingReply : never)>;
