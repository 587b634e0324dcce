import type { BookingChange } from '../../shared/methods/changes.ts';
import type { ClassDecision } from '../../shared/methods/class-overrides.ts';
import type { HandChange } from '../../shared/methods/hand-changes.ts';
import type { ChangeGroup } from '../../shared/methods/reaccommodation.ts';
import type { CallEnd, WaitPriority } from '../../shared/methods/waitlist.ts';
import type { QueueName } from '../../shared/queues.ts';
import type { BlockCode } from '../../shared/seat-blocks.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { BankMood } from './bank.ts';
import type { PolicyName } from './model/policies.ts';
import type { SettingDrawn } from './model/settings.ts';
import type { PostMood } from './post-office.ts';
import type { StationAction } from './station-action.ts';
import type { FiledFlight, Staff } from './world.ts';

/** What may befall a call on its way. Lost: the caller never hears the reply. Late: only so many steps later. Twice: it is sent again at once. */
interface OnTheWay {
  readonly as: Staff;
  readonly lost?: true;
  readonly late?: number;
  readonly twice?: true;
}

export type TenderKind =
  | 'wallet'
  | 'account'
  | 'cash'
  | 'short'
  | 'typed'
  | 'voucher'
  | 'approve'
  | 'decline'
  | 'time-out'
  | 'decline-once'
  | 'unread'
  | 'broken';
/** What is wished with an offer: the money by a new voucher, and that a supervisor waives the rule. */
export interface Wish {
  readonly toVoucher?: true;
  readonly waiver?: true;
}
/** What is done with a party of a waitlist: it leaves, is moved, answers its offer, or is told of it. */
export type WaitStep = 'drop' | WaitPriority | 'yes' | 'no' | 'message' | CallEnd;
export type NamesGiven = 'right' | 'few' | 'no-letters' | 'no-contact' | 'too-young' | 'under-five' | 'no-birth-date';

/** What is typed of a record. `born`: a birth date is said. */
export interface RecordTyped {
  readonly given: string;
  readonly phone: string;
  readonly email: string;
  readonly born: boolean;
  readonly spelt: 'right' | 'no-letters';
}
export type QueueStep = 'next' | 'open' | 'letGo' | 'done' | 'later' | 'pass';
export type MessagesWished = 'es' | 'en' | 'none';

/** Instead of seats: the best ones, none yet, or none above the seats. */
export type Unnamed = 'best' | 'open' | 'over';

/** A change that is asked for. Flights are those of the hold that a step placed; who a name is, is worked out when it is sent. */
export type ChangeAsked =
  | Exclude<BookingChange, { kind: 'flights' | 'names' | 'add' | 'infant' }>
  /** The passengers of the hold of a step come too. */
  | { readonly kind: 'add'; readonly hold: number; readonly names: NamesGiven }
  /** Infants come on the laps of who is at these places. */
  | { readonly kind: 'infant'; readonly places: readonly number[]; readonly born: 'right' | 'too-old' | 'unsaid' | 'on-the-way' }
  | { readonly kind: 'flights'; readonly hold: number; readonly replaces: readonly number[]; readonly reason?: true }
  | { readonly kind: 'names'; readonly place: number; readonly another: boolean; readonly reason?: true };

/**
 * One step, whole in itself: it names what it means by the keys of earlier steps, so that any of them may be left out
 * and the rest still be run.
 */
export type Action = { readonly key: number; readonly join?: true } & (
  | StationAction
  | ({
      readonly do: 'place';
      /** `offer`: the step that asked for the price which is to be kept. */
      readonly legs: readonly {
        readonly flight: number;
        readonly cabin: Cabin;
        readonly seats: readonly string[] | Unnamed;
        readonly offer?: number;
        /** Of the way back. */
        readonly back?: true;
      }[];
      /** How long it is held, where that is not left to the setting. */
      readonly minutes?: number;
      readonly party: readonly ('ADT' | 'CHD' | 'INS' | 'assisted' | 'with-infant')[];
      /** An infant comes too. Until this segment it is on the lap of the one at this place of the party, then it has a seat. */
      readonly later?: { readonly segment: number; readonly with: number };
      readonly spoken: boolean;
      /** The price on the first flight is asked for before, as a screen does. */
      readonly asks?: true;
      /** The code of a promotion. */
      readonly promotion?: 'WELCOME' | 'EARLY' | 'OTHER';
      /** A reason to sell after the close, which counts only for a supervisor. */
      readonly afterClose?: true;
      /** A reason to sell seats that are blocked, which counts only for a supervisor. */
      readonly override?: true;
    } & OnTheWay)
  | ({ readonly do: 'extend' | 'release' | 'revive' | 'take-over'; readonly of: number } & OnTheWay)
  /** A hold gets a time limit, so many ms from now. */
  | ({
      readonly do: 'pay-later';
      readonly of: number;
      readonly ms: number;
      readonly atLimit: 'cancel' | 'queue';
      readonly names: NamesGiven;
    } & OnTheWay)
  | ({ readonly do: 'quote'; readonly of: number } & Wish & OnTheWay)
  | ({
      readonly do: 'confirm';
      readonly of: number;
      readonly names: NamesGiven;
      readonly tenders: readonly TenderKind[];
      /** Which voucher is offered, and which slip is typed. */
      readonly voucher: number;
      /** The agent says that a slip which has paid already is another one. */
      readonly compared?: true;
      /** taken: the charges that stand taken for the hold are named, and not asked for again. wrong: one that does not. */
      readonly charges?: 'taken' | 'wrong';
      /** By how much the tenders miss the price. */
      readonly off: number;
      /** Which addresses are given, a phone number alone where nothing is said; and what is wished of messages. */
      readonly contact?: 'email' | 'both';
      readonly wishes?: MessagesWished;
      /** The record with which the names of the first passenger were filled in; 0: one is to be kept. */
      readonly customer?: number;
    } & OnTheWay)
  | ({ readonly do: 'cancel'; readonly of: number; readonly quote: 'newest' | 'older' | 'none' } & OnTheWay)
  /** What a change of a sold booking would cost or give back. */
  | ({ readonly do: 'change-quote'; readonly of: number; readonly change: ChangeAsked } & Wish & OnTheWay)
  /** A change is taken by one of its quotes, or by one of a cancellation. `off`: by how much the tenders miss the price. */
  | ({
      readonly do: 'change';
      readonly of: number;
      readonly quote: 'newest' | 'older' | 'cancellation' | 'none';
      readonly tenders: readonly TenderKind[];
      readonly voucher: number;
      readonly compared?: true;
      readonly off: number;
    } & OnTheWay)
  /** Some passengers get a booking of their own, which is known by the key of this step. `seen`: by how many versions the screen is old. */
  | ({
      readonly do: 'split';
      readonly of: number;
      readonly passengers: readonly number[];
      readonly seen: number;
      readonly contact: boolean;
    } & OnTheWay)
  /** The last sale, cancellation or change of a booking is taken back. `seen`: by how many versions the screen is old. */
  | ({ readonly do: 'undo'; readonly of: number; readonly seen: number } & OnTheWay)
  /** The drawer of a desk is opened, counted and closed, or cash moves without a sale. `off`: by how much a count is wrong. */
  | ({
      readonly do: 'shift';
      readonly what: 'open' | 'count' | 'close' | 'safe' | 'in' | 'out';
      /** Of which desk. */
      readonly of: Staff;
      readonly off: number;
      readonly reason: boolean;
    } & OnTheWay)
  /** A supervisor opens the account of an agency, changes it, or books what the agency has paid. `account`: of which. */
  | ({
      readonly do: 'account';
      readonly what: 'open' | 'change' | 'receive';
      readonly account: number;
      readonly amount: number;
      readonly open: boolean;
    } & OnTheWay)
  /** A supervisor has sent money to a wallet, by the number of its refund. */
  | ({ readonly do: 'wallet-sent'; readonly refund: number } & OnTheWay)
  /** A supervisor adds a version of the refund policy with fees. */
  | ({
      readonly do: 'refund-policy';
      readonly hours: number;
      readonly percent: number;
      readonly fee: number;
      readonly based: 'seen' | 'old';
    } & OnTheWay)
  /** A supervisor publishes a policy; null takes that of the scope away. Times in ms. */
  | {
      readonly do: 'publish';
      readonly flight: number;
      readonly of: 'network' | 'route' | 'flight';
      readonly name: PolicyName | null;
      readonly starts: number;
      readonly lasts: number | null;
      readonly based: 'seen' | 'old';
    }
  /** A supervisor opens or closes a booking class by hand, or gives it back: of a flight, or of its route on its day. */
  | {
      readonly do: 'override';
      readonly flight: number;
      readonly of: 'route' | 'flight';
      readonly code: string;
      readonly decision: ClassDecision;
      readonly based: 'seen' | 'old';
    }
  /** A supervisor sets how many seats of a cabin may be sold, or which part of them. `seen`: by how much the number on the screen is old. */
  | ({
      readonly do: 'authorise';
      readonly flight: number;
      readonly cabin: Cabin;
      readonly authorised: number;
      readonly percent?: number;
      readonly seen: number;
    } & OnTheWay)
  /** A supervisor says what a flight may carry, in kilograms. */
  | ({ readonly do: 'weigh'; readonly flight: number; readonly limit: number | null } & OnTheWay)
  | ({ readonly do: 'setting'; readonly name: SettingDrawn; readonly value: number } & OnTheWay)
  /** What was typed for a hold is kept. `confirming`: the sale is asked for next. */
  | ({ readonly do: 'draft'; readonly of: number; readonly confirming: boolean } & OnTheWay)
  /** A console says that it has heard how a sale ended. */
  | ({ readonly do: 'heard'; readonly of: number } & OnTheWay)
  /** What the passengers of a booking wish of messages. */
  | ({ readonly do: 'wish'; readonly of: number; readonly wishes: MessagesWished } & OnTheWay)
  /** A supervisor has a message sent again, by its number. */
  | ({ readonly do: 'send-again'; readonly message: number } & OnTheWay)
  /** What a desk does with an item of a queue. `after`: the next one after it. `ms`: when it comes back. `to`: the desk that it is left to. */
  | ({
      readonly do: 'queue';
      readonly what: QueueStep;
      readonly queue: QueueName;
      readonly subject: number;
      readonly after: boolean;
      readonly ms: number;
      readonly to: string;
      readonly remark: string;
    } & OnTheWay)
  /** A record of a passenger is kept, changed whole, or erased. `of`: the booking that it is kept from, 0 for none. */
  | ({ readonly do: 'keep-customer'; readonly of: number; readonly record: RecordTyped } & OnTheWay)
  | ({ readonly do: 'change-customer'; readonly customer: number; readonly seen: number; readonly record: RecordTyped } & OnTheWay)
  | ({ readonly do: 'erase-customer'; readonly customer: number } & OnTheWay)
  /** Nobody is signed in at a desk any more. */
  | { readonly do: 'desk-leaves'; readonly who: Staff }
  /** The channels of messages are reached for a while. */
  | { readonly do: 'post'; readonly mood: PostMood }
  /** The agent gives up the terminal that is being asked. */
  | ({ readonly do: 'give-up'; readonly of: number } & OnTheWay)
  /** A party joins the waitlists of some flights. `phone`: whether it says a number. */
  | ({
      readonly do: 'join';
      readonly flights: readonly number[];
      readonly cabin: Cabin;
      /** The booking class that it waits for, where not any will do. */
      readonly bookingClass?: string;
      readonly party: readonly ('ADT' | 'CHD' | 'INS' | 'assisted' | 'with-infant')[];
      readonly fareLimit: number | null;
      readonly priority: WaitPriority;
      readonly phone: boolean;
    } & OnTheWay)
  /** `of`: the step with which the party joined. Its offer is known by the key of that step too. */
  | ({ readonly do: 'wait-step'; readonly of: number; readonly what: WaitStep } & OnTheWay)
  /** Seats are taken from sale, or given back to it. */
  | ({
      readonly do: 'block';
      readonly flight: number;
      readonly seats: readonly string[];
      readonly code: BlockCode;
      /** After so many ms it ends by itself. */
      readonly lasts?: number;
    } & OnTheWay)
  /** `code`: which block of the seats; null: all. */
  | ({ readonly do: 'unblock'; readonly flight: number; readonly seats: readonly string[]; readonly code: BlockCode | null } & OnTheWay)
  /** A passenger of a booking is asked to give a seat up, for so much and another flight. */
  | ({
      readonly do: 'ask-volunteer';
      readonly of: number;
      readonly passenger: number;
      readonly flight: number;
      readonly cabin: Cabin;
      readonly amount: number;
      readonly way: number;
    } & OnTheWay)
  /** What a passenger says who was asked, by the number of that. */
  | ({ readonly do: 'answer-volunteer'; readonly volunteer: number; readonly answer: 'took' | 'no' | 'withdrawn' } & OnTheWay)
  /** A passenger without a seat is denied boarding. `way`: the other flight; null: none. */
  | ({
      readonly do: 'deny';
      readonly of: number;
      readonly passenger: number;
      readonly flight: number;
      readonly cabin: Cabin;
      readonly way: number | null;
      readonly voucher: boolean;
    } & OnTheWay)
  /** What is owed for that is paid, by its number, and its letter is printed, or that of who was asked. */
  | ({ readonly do: 'compensate'; readonly denial: number; readonly kind: 'cash' | 'voucher' } & OnTheWay)
  | ({ readonly do: 'letter'; readonly kind: 'volunteer' | 'denied'; readonly about: number } & OnTheWay)
  /** Other ways are looked for, and their seats are kept: so many for each booking. */
  | ({ readonly do: 'propose'; readonly bookings: readonly number[]; readonly ways: number } & OnTheWay)
  /** What is kept for bookings is kept longer, or given up. What was accepted for them is taken back. */
  | ({ readonly do: 'keep-ways' | 'release-ways' | 'undo-ways'; readonly bookings: readonly number[] } & OnTheWay)
  /** Bookings get ways that are kept for them. `way`: which of those that were told, from the last on; null: their flights as they are now. `seen`: by how many versions the screen is old. */
  | ({
      readonly do: 'accept-ways';
      readonly items: readonly { readonly booking: number; readonly way: number | null; readonly seen: number }[];
    } & OnTheWay)
  /** Somebody takes a way for a hold like any other. */
  | ({ readonly do: 'sell-way'; readonly booking: number; readonly what: 'release' | 'extend' | 'revive' | 'takeOver' } & OnTheWay)
  /** The passengers of a booking missed a flight, or did not (null). `leg`: its place. */
  | ({ readonly do: 'missed'; readonly booking: number; readonly leg: number; readonly by: 'carrier' | 'passenger' | null } & OnTheWay)
  /** What is free is offered to who waits. */
  | ({ readonly do: 'offer-again'; readonly flight: number; readonly cabin: Cabin } & OnTheWay)
  /** Sends the call of an earlier step again: as it was, with another body, from another desk or by another user under the same number. */
  | { readonly do: 'resend'; readonly of: number; readonly body: 'same' | 'other' | 'other-desk' | 'other-user' }
  /** `carrier`: whose file it is, SA's where nothing is said. */
  | {
      readonly do: 'stage';
      readonly carrier?: 'SA' | 'ZZ';
      readonly flights: readonly FiledFlight[];
      readonly fromDay: number;
      readonly toDay: number;
    }
  /** `unseat`: who sits where another aircraft has no seat has none. */
  | { readonly do: 'apply'; readonly of: number; readonly unseat?: true }
  /** A supervisor plans a change of one flight, and sees what it would do. Then it is made, or forgotten. */
  | { readonly do: 'by-hand'; readonly change: HandChange; readonly reason: string }
  | ({ readonly do: 'apply-by-hand'; readonly of: number } & OnTheWay)
  | { readonly do: 'forget-by-hand'; readonly of: number }
  /** The schedule that a file leads to is made a piece further beside the present one. What was made is dropped. */
  | { readonly do: 'copy'; readonly of: number; readonly first?: true }
  | { readonly do: 'drop-copy'; readonly of: number }
  /** What a competitor asks for a flight is read. */
  | ({ readonly do: 'read-fare'; readonly flight: number; readonly fare: number } & OnTheWay)
  /** So many bookings are told of the schedule that was switched to. */
  | { readonly do: 'settle'; readonly bookings: number }
  | { readonly do: 'upkeep' }
  /** From here on the hub looks by itself at what time alone changes: blocks that end, policies that begin or end, and waitlists. */
  | { readonly do: 'turns' }
  /** From here on the bank behaves so when money is to go back. */
  | { readonly do: 'bank'; readonly mood: BankMood }
  /** A supervisor has a job tried again, by its number. */
  | ({ readonly do: 'try-again'; readonly job: number } & OnTheWay)
  /** Aisle is quit, and started again. */
  | { readonly do: 'quit' }
  | {
      readonly do: 'read';
      readonly what: 'seats' | 'price' | 'search' | 'board' | 'find' | 'by-hand';
      readonly flight: number;
      readonly as: Staff;
    }
  | { readonly do: 'read'; readonly what: 'holds' | 'events' | 'jobs' | 'unheard' | 'last-sales' | 'failed'; readonly as: Staff }
  | { readonly do: 'read'; readonly what: 'queue'; readonly queue: QueueName; readonly as: Staff }
  | { readonly do: 'read'; readonly what: 'booking'; readonly of: number; readonly as: Staff }
  | { readonly do: 'read'; readonly what: 'oversale'; readonly flight: number; readonly cabin: Cabin; readonly as: Staff }
  | { readonly do: 'read'; readonly what: 'changed'; readonly group: ChangeGroup; readonly as: Staff }
  | { readonly do: 'odd'; readonly what: 'nobody' | 'locked' | 'agent' | 'unknown' | 'shape' | 'stranger'; readonly of: number }
  /** Time: it passes; the computer sleeps through it; somebody sets the wall clock. */
  | { readonly do: 'wait' | 'sleep' | 'set-clock'; readonly ms: number }
  /** Somebody says that the computer's clock is right, or a supervisor sets the hub's time back to it. `off`: by how much it was misread. */
  | ({ readonly do: 'confirm-time' | 'set-time-right'; readonly off: number } & OnTheWay)
  /**
   * The power fails: before the `at`th statement from now, or around the next commit. Of what was not yet synced to the log, the share `tail`
   * is found again.
   */
  | { readonly do: 'crash'; readonly at: number | 'before-commit' | 'after-commit'; readonly tail: number }
  /** The store is found damaged. Nothing may be sold on it until it is started again. */
  | { readonly do: 'damage' }
  /** The disk has this many pages left, until there is room again. */
  | { readonly do: 'disk-full'; readonly pages: number }
  | { readonly do: 'disk-room' }
  /** Somebody else reads the store for a long time, or locks it for one batch. */
  | { readonly do: 'long-read' | 'end-read' | 'lock' }
);

/** An action that was not given its place in the run yet. */
export type Draft = Action extends infer A ? (A extends Action ? Omit<A, 'key' | 'join'> : never) : never;

export type ActionOf<Do extends Action['do']> = Extract<Action, { readonly do: Do }>;
