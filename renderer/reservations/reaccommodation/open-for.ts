import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { ChangedBooking, ChangeGroup } from '../../../shared/methods/reaccommodation.ts';
import { call } from '../../client/client.ts';
import { stillHere } from '../../stores/navigation-store.ts';
import { contactOf } from '../booking-facts.ts';
import { useDesk } from './desk-store.ts';
import { proposeThree } from './keep-seats.ts';

/** The group in which the hub lists a booking, if it does. */
async function groupOf(bookingId: number): Promise<ChangeGroup | undefined> {
  const counts = await call('reaccommodation.list', { group: null });
  for (const { group, todo } of counts.ok ? counts.value.groups : []) {
    const reply = todo > 0 ? await call('reaccommodation.list', { group }) : undefined;
    if (reply?.ok && reply.value.bookings.some((one) => one.bookingId === bookingId)) return group;
  }
  return undefined;
}

/** A booking that no group lists: the schedule did nothing to it, but its passengers missed a flight or have no seat. */
export function rowOf(booking: BookingView): ChangedBooking {
  const { bookingId, locator, version, currency, total, legs, passengers, party } = booking;
  const { email = '', phone = '' } = contactOf(booking) ?? {};
  return {
    ...{ bookingId, locator, version, currency, total, group: 'seatGone', done: false },
    ...{ name: passengers[0]?.name ?? '', more: Math.max(0, Math.max(passengers.length, party.length) - 1) },
    contact: { by: email ? 'email' : 'call', email, phone, language: 'en' },
    legs: legs.map(({ segment, flightId, flight, back, origin, originZone, cabin, seats, equipment, ...leg }) => {
      const { destination, destinationZone, departsAt, arrivesAt } = leg;
      const times = { destination, destinationZone, departsAt, arrivesAt };
      return {
        ...{ segment, flightId, flight, origin, originZone, cabin, seats, ...(back ? { back } : {}) },
        ...{ sold: times, now: { ...times, equipment, status: 'HK' }, change: 'none', movedMinutes: 0, connection: null },
      };
    }),
  };
}

/** Shows the desk with one booking, and asks for three ways on for it. */
export async function openFor(bookingId: number): Promise<void> {
  const isHere = stillHere();
  const [group, reply] = await Promise.all([groupOf(bookingId), call('bookings.get', { bookingId })]);
  if (!isHere()) return;
  const { show, load } = useDesk.getState();
  if (group) show(group);
  await load();
  if (!isHere()) return;
  if (!reply.ok) {
    useDesk.setState({ refused: reply.refusal });
    return;
  }
  if (!group) useDesk.setState(({ rows }) => ({ rows: [rowOf(reply.value.booking), ...rows] }));
  useDesk.setState({ chosen: bookingId });
  await proposeThree({ bookingId });
}
