import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';

type OfHold = Pick<BookingRow, 'id' | 'desk' | 'user' | 'party' | 'legs' | 'currency' | 'total'> & {
  readonly created_at: number;
  readonly expires_at: number;
  readonly parsedLegs: readonly BookedLeg[];
};

/** The row of a booking that begins as a hold. */
export const newHoldRow = (hold: OfHold): BookingRow => ({
  ...hold,
  state: 'HOLD',
  hold_ms: hold.expires_at - hold.created_at,
  extended: 0,
  paying_since: null,
  expires_unpaid: null,
  tender_failed_at: null,
  failed_at: null,
  phone: null,
  email: null,
  asked_by: null,
  refunded: 0,
  fees: 0,
  version: 1,
  sold_at: null,
  sold_by: null,
  sold_desk: null,
  statuses: null,
  minors_by: null,
  pay_by: null,
  at_limit: null,
  way_for: null,
  way_replaces: null,
});
