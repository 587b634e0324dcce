import type { Output } from '../../../shared/contract.ts';
import { isOfBooking } from '../../../shared/event-effects.ts';
import { changesBooking } from '../../../shared/follow-booking.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';

type HistoryEntry = Output<'bookings.get'>['history'][number];

/** A booking as somebody else left it while seats were kept for it here. */
export interface Theirs {
  readonly version: number;
  readonly state: BookingView['state'];
  readonly legs: readonly BookedLeg[];
  /** The last thing that was done to it: when, by whom, where. Null where the history does not tell. */
  readonly last: Pick<HistoryEntry, 'at' | 'user' | 'desk' | 'text'> | null;
}

/** Bookings for which seats are kept here and which the hub lists in another version, or no more. Whether the latter changed, the booking itself tells. */
export function maybeChanged(
  kept: ReadonlyMap<number, { readonly version: number }>,
  fresh: readonly Pick<ChangedBooking, 'bookingId' | 'version'>[],
): readonly number[] {
  const versions = new Map(fresh.map(({ bookingId, version }) => [bookingId, version]));
  return [...kept].flatMap(([bookingId, { version }]) => (versions.get(bookingId) === version ? [] : [bookingId]));
}

const changesSold = (type: HistoryEntry['type']): boolean => isOfBooking(type) && changesBooking('CONFIRMED', type);

/** The booking as it stands now. Undefined where it is still the version that was seen here. */
export function theirsOf(seen: number, booking: BookingView, history: readonly HistoryEntry[]): Theirs | undefined {
  if (booking.version === seen) return undefined;
  const [last = null] = history.filter(({ type }) => changesSold(type)).sort((one, other) => other.event - one.event);
  return { version: booking.version, state: booking.state, legs: booking.legs, last };
}
