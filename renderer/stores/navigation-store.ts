import { create } from 'zustand';
import type { Cabin } from '../../shared/seat-map.ts';

/** Where the console is. `find` is what was typed to find bookings. `flight` with a `bookingId` goes on with a hold of this desk: its seats are held, names and payment come next. */
export type Screen =
  | { name: 'board'; from?: string; to?: string; date?: string }
  | { name: 'flight'; flightIds: number[]; cabin?: Cabin; adults?: number; children?: number; bookingId?: number }
  | { name: 'reservations'; bookingId?: number; find?: string }
  | { name: 'admin'; tab?: 'import' | 'users' | 'vouchers' | 'jobs' | 'settings' | 'backups' };
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
  useNavigation.setState({ screen: START, moves: 0, last: {}, before: [] });
}
