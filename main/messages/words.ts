import type { MessageKind } from '../../shared/message-kinds.ts';
import type { Cabin } from '../../shared/seat-map.ts';

/** What the sentences of a message name. Each is a text already; empty where it does not apply. */
export interface MessageFacts {
  readonly locator: string;
  /** `New York (JFK) - Los Angeles (LAX)`. */
  readonly route: string;
  /** `268.85 USD`, to what had paid. */
  readonly back: string;
  readonly paid: string;
  /** New vouchers that money went back to: `268.85 USD`, the number, the last day. */
  readonly vouchers: readonly { readonly amount: string; readonly number: string; readonly until: string }[];
  readonly heldUntil: string;
  /** Flights, or times of flights, that the carrier gave instead of others. */
  readonly given: readonly {
    readonly flight: string;
    readonly from: string;
    readonly leaves: string;
    readonly to: string;
    readonly arrives: string;
    readonly seats: string;
  }[];
  /** Flights that stay as they were and are flown: `AA 1657, AA 159`. */
  readonly kept: string;
  /** Flights on which the passengers have other seats now. */
  readonly reseated: readonly { readonly flight: string; readonly seats: string }[];
  /** The company's. */
  readonly phone: string;
  /** One for each flight that the schedule changed: `B6 101`, and when it leaves and arrives now; null: it is cancelled. */
  readonly flights: readonly {
    readonly flight: string;
    readonly left: string;
    readonly now: {
      readonly leaves: string;
      readonly arrives: string;
      readonly city: string;
      /** Cities whose time zone was corrected. */
      readonly rezoned: readonly string[];
    } | null;
    /** The schedule is what was sold no more, by so much that all of the price may go back. */
    readonly refunded: boolean;
    /** It goes to another place, which `city` names. */
    readonly elsewhere: boolean;
  }[];
  /** Flights that cannot be reached any more. */
  readonly unreached: readonly string[];
}

/** The templates of one language: the subject of each kind of message, what it says, and the words of the itinerary. */
export interface Words {
  /** Of dates and numbers. */
  readonly locale: string;
  readonly kinds: Readonly<
    Record<MessageKind, { readonly subject: (facts: MessageFacts) => string; readonly says: (facts: MessageFacts) => readonly string[] }>
  >;
  readonly cabins: Readonly<Record<Cabin, string>>;
  /** After the route of a return. */
  readonly andBack: string;
  readonly wayBack: string;
  /** Over the flights. */
  readonly itinerary: (locator: string) => string;
  /** The same where the seats went back. */
  readonly notBooked: (locator: string) => string;
  readonly booking: string;
  readonly passengers: string;
  readonly departs: string;
  readonly arrives: string;
  readonly seat: string;
  readonly seats: string;
  /** Of passengers who are not seated yet. */
  readonly noSeat: string;
  readonly price: string;
  /** Under a flight that was moved since it was sold: when it was to leave. */
  readonly soldAs: (moment: string) => string;
  /** A flight that does not fly, and what its passengers may do. */
  readonly notFlown: (flight: string, left: string) => string;
  /** Under a flight that the schedule cancelled. */
  readonly isCancelled: string;
  readonly localTimes: string;
  /** A day and a time of day in a sentence. */
  readonly dayAndTime: (day: string, time: string) => string;
  /** A moment that has to be kept, with the city whose time it is. */
  readonly timeOf: (moment: string, city: string) => string;
  readonly questions: (phone: string) => string;
}
