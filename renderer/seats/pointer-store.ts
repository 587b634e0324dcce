import { create } from 'zustand';

interface PointerStore {
  /** The one seat of each flight that the Tab key reaches. */
  readonly current: Readonly<Record<number, string>>;
  /** The seat whose tip is shown: under the mouse, or with the keyboard's focus. */
  readonly shown: string | null;
}

export const usePointer = create<PointerStore>(() => ({ current: {}, shown: null }));

export const pointAt = (flightId: number, seat: string): void =>
  usePointer.setState(({ current }) => (current[flightId] === seat ? {} : { current: { ...current, [flightId]: seat } }));

export const showTip = (shown: string | null): void => usePointer.setState((now) => (now.shown === shown ? now : { shown }));

export const seatId = (flightId: number, seat: string): string => `seat-${flightId}-${seat}`;

export const focusSeat = (flightId: number, seat: string): void => document.getElementById(seatId(flightId, seat))?.focus();
