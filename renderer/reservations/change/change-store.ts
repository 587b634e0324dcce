import { create } from 'zustand';
import type { Input } from '../../../shared/contract.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import type { Itinerary } from '../../../shared/methods/flights.ts';
import type { Proposal } from '../../../shared/methods/reaccommodation.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { onSessionOver } from '../../client/on-session-over.ts';
import type { Passenger } from '../../sale/sale.ts';
import type { ChangeKind } from './change-kinds.ts';

/** Seats that are picked on a flight, for each of the party; null: none yet. */
export interface PickedLeg {
  readonly flightId: number;
  readonly cabin: Cabin;
  readonly seats: readonly (string | null)[];
}

/** A name as it is typed: the passport's spelling, and the host form where the spelling gives none. */
export interface TypedName {
  readonly name: string;
  readonly host: string;
}

/** What was done, until somebody has read it. */
export interface ChangeDone {
  readonly words: string;
  /** Cash of the customer to give back, in minor units. */
  readonly change: number;
  /** Where money went back. */
  readonly back: ChangeOffer['to'];
  readonly currency: string;
  /** The booking that was split off. */
  readonly made?: { readonly bookingId: number; readonly locator: string };
}

export interface ChangeState {
  readonly bookingId: number | null;
  readonly kind: ChangeKind | null;
  /** The flights of the booking that the change is about, by their numbers. */
  readonly segments: readonly number[];
  /** Numbers of the seated passengers who are chosen. */
  readonly passengers: readonly number[];
  /** Numbers of seated passengers whose infant alone does not travel. */
  readonly laps: readonly number[];
  /** From where to where a flight goes that is added, where `segments` names none to replace. Codes, or empty. */
  readonly route: { readonly from: string; readonly to: string };
  /** Other flights: the date that is shown and what was found on it; null while it is asked. */
  readonly date: string;
  readonly found: readonly Itinerary[] | null;
  /** What is picked, and the flight that is shown. */
  readonly legs: readonly PickedLeg[];
  readonly active: number;
  /** Whose seat is picked next, where everybody has one already: a place in the party. */
  readonly turn: number;
  readonly exitRowConfirmed: boolean;
  readonly names: readonly TypedName[];
  /** Who comes, where passengers are added. */
  readonly joins: readonly Passenger[];
  /** Ways on after a missed flight, with their seats kept; null until the hub has answered. The hold of the one that is chosen, else null. */
  readonly ways: Proposal | null;
  readonly way: number | null;
  readonly contact: string;
  readonly askedBy: string;
  readonly reason: string;
  readonly hold: BookingView | null;
  readonly offer: ChangeOffer | null;
  readonly tenders: readonly Tender[];
  readonly busy: 'searching' | 'holding' | 'releasing' | 'asking' | 'taking' | 'splitting' | null;
  readonly refusal: Refusal | null;
  /** Said beside the seats: why a press did nothing, what happened to the hold. */
  readonly note: string;
  /** What was asked for and not answered. It is asked for again under the same number, so that it is never done twice. */
  readonly unheard: Input<'bookings.change'> | null;
  readonly done: ChangeDone | null;
  /** Counts what was begun, so that an answer to what was left is not shown. */
  readonly round: number;
}

export const NOTHING_CHOSEN = {
  ...{
    segments: [],
    passengers: [],
    laps: [],
    route: { from: '', to: '' },
    date: '',
    found: null,
    legs: [],
    active: 0,
    turn: 0,
    exitRowConfirmed: false,
  },
  ...{ ways: null, way: null },
  ...{ names: [], joins: [], contact: '', askedBy: '', reason: '', hold: null, offer: null, tenders: [], busy: null, refusal: null },
  ...{ note: '', unheard: null, done: null },
} satisfies Omit<ChangeState, 'bookingId' | 'kind' | 'round'>;

/** What was chosen or asked before is not for this any more. */
export const AGAIN = { offer: null, refusal: null, note: '', tenders: [] } as const;

/** The change of a booking that is being worked out. It stays while other screens are looked at. */
export const useChange = create<ChangeState>(() => ({ bookingId: null, kind: null, ...NOTHING_CHOSEN, round: 0 }));

/** Nothing is being changed any more. */
export const forgetChange = (): void =>
  useChange.setState(({ round }) => ({ bookingId: null, kind: null, ...NOTHING_CHOSEN, round: round + 1 }));

// Names and money of one person's work are not for the next one at this counter.
onSessionOver(forgetChange);
