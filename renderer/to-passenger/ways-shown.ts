import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { PassengerChange } from '../../shared/methods/passenger.ts';
import type { ChangedBooking } from '../../shared/methods/reaccommodation.ts';
import { type DeskState, wayTaken } from '../reservations/reaccommodation/desk-store.ts';
import { asNow } from '../reservations/reaccommodation/sold-legs.ts';
import { bookingShown, cancelShown, goingBack, type Language, legsWithWay, wayShown } from './change-shown.ts';
import { type LegShown, legsBefore, legsNow, shownLegs } from './flights-changed.ts';

/** The flights of a booking by the schedule of now. One that the carrier cancelled is flown no more. */
function legsScheduled(booking: BookingView, { legs }: ChangedBooking): LegShown[] {
  return legsNow(booking).flatMap((leg) => {
    const changed = legs.find(({ flightId }) => flightId === leg.flightId);
    if (changed?.now.status === 'HX') return [];
    return [changed ? { ...leg, ...asNow(changed) } : leg];
  });
}

/** What passengers see of the ways on that the carrier gives for their booking. Nothing is to be paid for any. */
export function waysShown(
  booking: BookingView,
  row: ChangedBooking,
  { kept, accepted }: Pick<DeskState, 'kept' | 'accepted'>,
  language: Language,
): PassengerChange {
  const isDone = accepted.has(booking.bookingId);
  const worked = accepted.get(booking.bookingId)?.kept ?? kept.get(booking.bookingId);
  if (worked?.take === 'money' && worked.quote) return cancelShown(booking, worked.quote, isDone, language);
  const shown = bookingShown(booking, language);
  const now = legsNow(booking);
  // The booking itself has the way once it is accepted.
  if (isDone) return { ...shown, stage: 'done' };
  const way = worked && wayTaken(worked);
  const after = way ? legsWithWay(booking, way) : legsScheduled(booking, row);
  const takesNow = worked?.take === 'now';
  const back = row.legs.reduce((sum, { moneyBack }) => sum + moneyBack, 0);
  return {
    ...shown,
    kind: 'ways',
    stage: way || takesNow ? 'offered' : 'choosing',
    // A way that is taken is marked among the others.
    flights: way ? [] : shownLegs(after),
    before: shownLegs(legsBefore(now, after)),
    total: way ? wayShown(way, true).total : takesNow ? goingBack(back) : null,
    ways: (worked?.ways ?? []).map((one) => wayShown(one, one.hold === worked?.take)),
  };
}
