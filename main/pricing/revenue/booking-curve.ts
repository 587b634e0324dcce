/** How one departure filled. */
export interface BookingCurve {
  /** Days since 1 January 1970, in the calendar of the departure airport. */
  readonly departureDay: number;
  /** Seats on the books, net of cancellations, by days before departure (0 is the final load). Undefined: not read, or not yet. */
  readonly onBooks: readonly (number | undefined)[];
}
