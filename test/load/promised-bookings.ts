import type { BookingState, BookingView } from '../../shared/methods/booking-view.ts';

/** What the hub has acknowledged of a booking. */
export interface PromisedBooking {
  readonly state: BookingState;
  readonly total: number;
  readonly expiresAt: number;
}

/** All bookings of a load, by the last answer that their console was given. */
export class PromisedBookings {
  readonly byId = new Map<number, PromisedBooking>();

  keep({ bookingId, state, total, expiresAt }: Pick<BookingView, 'bookingId' | 'state' | 'total' | 'expiresAt'>): void {
    this.byId.set(bookingId, { state, total, expiresAt: expiresAt ?? 0 });
  }

  count(state: BookingState): number {
    let count = 0;
    for (const promised of this.byId.values()) if (promised.state === state) count++;
    return count;
  }
}
