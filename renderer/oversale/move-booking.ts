import type { Unseated } from '../../shared/methods/volunteers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { chooseSegments, openChange } from '../reservations/change/begin-change.ts';
import { useChange } from '../reservations/change/change-store.ts';
import { go, stillHere } from '../stores/navigation-store.ts';

/** Opens the change of flight for the booking of a passenger without a seat, with this flight chosen to be changed. Returns why it could not be opened. */
export async function moveBooking({ bookingId }: Unseated, flightId: number): Promise<Refusal | null> {
  const isHere = stillHere();
  const reply = await call('bookings.get', { bookingId }, 'person');
  if (!reply.ok) return reply.refusal;
  if (!isHere()) return null;
  const { booking } = reply.value;
  openChange(booking, 'flight');
  const segment = booking.legs.find((leg) => leg.flightId === flightId)?.segment;
  if (segment !== undefined && !useChange.getState().segments.includes(segment)) chooseSegments(booking, [segment]);
  go({ name: 'reservations', bookingId });
  return null;
}
