import { create } from 'zustand';
import type { CustomerWho } from '../../shared/methods/customers.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { TypedParty } from '../format/read-party.ts';
import { useCustomer } from './customer-store.ts';

export const ADMIN_TABS = [
  'import',
  'fleet',
  'aircraft',
  'airports',
  'users',
  'desks',
  'vouchers',
  'accounts',
  'jobs',
  'payments',
  'refunds',
  'messages',
  'settings',
  'backups',
] as const;
export type AdminTab = (typeof ADMIN_TABS)[number];

export const PRICING_TABS = ['flights', 'policy', 'whatIf', 'history'] as const;
export type PricingTab = (typeof PRICING_TABS)[number];

/** Where the console is. `find` is what was typed to find bookings. `flight` with a `bookingId` goes on with a hold of this desk: its seats are held, names and payment come next. */
export type Screen =
  | { name: 'board'; from?: string; to?: string; date?: string; back?: string; party?: TypedParty }
  /** `back`: how many flights at the end are of the way back, in `backCabin`. `oversale`: the oversale of a cabin of the first flight. */
  | {
      name: 'flight';
      flightIds: number[];
      back?: number;
      cabin?: Cabin;
      backCabin?: Cabin;
      adults?: number;
      children?: number;
      infants?: number;
      bookingId?: number;
      oversale?: Cabin;
      /** The party is held at once, side by side in any seats. */
      together?: true;
    }
  /** `changes`: bookings whose flights the carrier changed; with a number that booking, and ways on for it. */
  | { name: 'reservations'; bookingId?: number; customer?: CustomerWho; find?: string; queues?: true; changes?: true | number }
  /** `add`: a party is to be added, for flights as one types them. */
  | { name: 'waitlist'; flightId?: number; cabin?: Cabin; add?: { flights: string; party: TypedParty } }
  | { name: 'pricing'; tab?: PricingTab; scope?: PolicyScope }
  | { name: 'shift' }
  | { name: 'health' }
  | { name: 'admin'; tab?: AdminTab };
export type ScreenName = Screen['name'];

interface Navigation {
  screen: Screen;
  /** Counts every move, so that going to the same screen with other wishes is a change too. */
  moves: number;
  /** How each screen was last seen, to return to it by its key on the rail. */
  last: Partial<{ [Name in ScreenName]: Extract<Screen, { name: Name }> }>;
  before: readonly Screen[];
}

const BEFORE_MAX = 50;
const START: Screen = { name: 'board' };

export const useNavigation = create<Navigation>(() => ({ screen: START, moves: 0, last: {}, before: [] }));

export function go(screen: Screen): void {
  useNavigation.setState((now) => ({
    screen,
    moves: now.moves + 1,
    last: { ...now.last, [screen.name]: screen },
    before: [...now.before.slice(1 - BEFORE_MAX), now.screen],
  }));
}

/**
 * Tells, as often as it is asked, whether the agent is still where this was called. An answer that comes after the agent has gone elsewhere does
 * not move the screen: the agent would be pulled away from the next customer.
 */
export function stillHere(): () => boolean {
  const { moves } = useNavigation.getState();
  return () => useNavigation.getState().moves === moves;
}

/** The same screen with other wishes. The way back leads past what stood there before. */
export function showInstead(screen: Screen): void {
  useNavigation.setState((now) => ({ screen, moves: now.moves + 1, last: { ...now.last, [screen.name]: screen } }));
}

/** To the screen before this one; from the first screen nowhere. */
export function back(): void {
  useNavigation.setState((now) => {
    const screen = now.before.at(-1);
    if (!screen) return now;
    return { screen, moves: now.moves + 1, last: { ...now.last, [screen.name]: screen }, before: now.before.slice(0, -1) };
  });
}

/** Forgets all places, because another person has signed in. */
export function startOver(): void {
  useNavigation.setState(({ moves }) => ({ screen: START, moves: moves + 1, last: {}, before: [] }));
}

/** The same place without the party that it was opened for. */
function withoutParty<Place extends Screen>(place: Place): Place {
  if (place.name === 'board' && place.party) {
    const { party: _, ...board } = place;
    return board as Place;
  }
  if (place.name !== 'flight' || place.bookingId !== undefined) return place;
  const { adults: _, children: __, infants: ___, ...flight } = place;
  return flight as Place;
}

// Whoever goes back to a flight begins with one adult, and not with the party that was served there.
useCustomer.subscribe(() =>
  useNavigation.setState(({ screen, last, before }) => ({
    before: before.map((place) => (place === screen ? place : withoutParty(place))),
    last: last.flight && last.flight !== screen ? { ...last, flight: withoutParty(last.flight) } : last,
  })),
);
