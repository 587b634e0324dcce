import type { Cabin, Seat } from '../../shared/seat-map.ts';

/** The port between the seats and the sale. The seats show what is free. The sale knows which of them are chosen. */
export interface SeatPicker {
  /** Calls the listener whenever an answer below may have changed, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** The cabin that is sold on this flight; null until it is known. */
  cabinOf(flightId: number): Cabin | null;
  /** The mark that a chosen seat bears; undefined when it is not chosen. */
  markOf(flightId: number, seat: string): string | undefined;
  /** Why the passenger whose turn it is may not sit in an exit row of this flight. */
  exitRowRestriction(flightId: number): string | undefined;
  /** Whether the seat is offered but not taken. */
  isSuggested(flightId: number, seat: string): boolean;
  /** Whether who is signed in may pick a seat although it is blocked. Left out: nobody may. */
  maySellBlocked?(): boolean;
  /** The seat was pressed. */
  pick(flightId: number, seat: Seat): void;
  /** Enter on a seat: picks it, or goes on to the next step when it is chosen already. */
  enter(flightId: number, seat: Seat): void;
}
