import { CHANGED_SHOWN_MAX } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { MessageChannel } from '../../../shared/message-kinds.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { CHANGE_GROUPS, type ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { type BookingRow, bookingById } from '../../store/tables/bookings-table.ts';
import { wishesOf } from '../../store/tables/message-wishes-table.ts';
import { passengersOfBooking } from '../../store/tables/sale-record.ts';
import { channelsOn, readSetting } from '../../store/tables/settings-table.ts';
import { type BookingChanged, bookingsChanged } from '../../views/bookings-changed.ts';
import { bookingsEnded } from '../../views/bookings-ended.ts';
import { type ChangedLeg, changedLegs } from '../../views/changed-legs.ts';
import { listedName } from '../../views/listed-name.ts';
import { zonesNow } from '../../views/zones-now.ts';
import { newestEvent } from '../newest-event.ts';
import type { Query, QueryContext } from '../query.ts';

/** Bookings whose flights the carrier changed: counted for all groups, listed for one. */
export const changedBookings: Query<Input<'reaccommodation.list'>, Output<'reaccommodation.list'>> = async (context, { group: chosen }) => {
  const { db } = context;
  const limitMinutes = await readSetting(db, 'movedMinutes');
  const all = [...(await bookingsChanged(context, limitMinutes)), ...(await bookingsEnded(context, limitMinutes))];
  const groups = CHANGE_GROUPS.map((group) => {
    const own = all.filter((one) => one.group === group);
    const done = own.filter((one) => one.done).length;
    return { group, todo: own.length - done, done };
  });
  const own = all
    .filter(({ group }) => group === chosen)
    .toSorted((one, other) => Number(one.done) - Number(other.done) || one.departsAt - other.departsAt || one.row.id - other.row.id);
  const channels = channelsOn(await readSetting(db, 'messages'));
  const bookings: ChangedBooking[] = [];
  for (const one of own.slice(0, CHANGED_SHOWN_MAX)) bookings.push(await viewOf(context, one, channels));
  return accept({ groups, limitMinutes, bookings, more: own.length - bookings.length, version: await newestEvent(db) });
};

/** One of them, also where the schedule did nothing to it. */
export const changedBooking: Query<Input<'reaccommodation.of'>, Output<'reaccommodation.of'>> = async (context, { bookingId }) => {
  const { db } = context;
  const row = await bookingById(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId });
  if (row.state !== 'CONFIRMED') return refuse('BOOKING_NOT_CONFIRMED', { bookingId, state: row.state });
  const limitMinutes = await readSetting(db, 'movedMinutes');
  const listed = (await bookingsChanged(context, limitMinutes)).find((one) => one.row.id === bookingId);
  const shown = listed ?? { row, group: 'seatGone' as const, done: false, legs: await changedLegs(context, row, limitMinutes) };
  const booking = await viewOf(context, shown, channelsOn(await readSetting(db, 'messages')));
  return accept({ group: listed?.group ?? null, booking });
};

async function viewOf(
  { db, locators, reference }: QueryContext,
  { row, group, done, legs }: Pick<BookingChanged, 'row' | 'group' | 'done' | 'legs'>,
  channels: readonly MessageChannel[],
): Promise<ChangedBooking> {
  const passengers = await passengersOfBooking(db, row.id);
  const [first] = passengers;
  return {
    ...{ bookingId: row.id, locator: locators.of(row.id), version: row.version, group, done, ended: row.state === 'CANCELLED' },
    ...{ name: first ? listedName(first) : '', more: Math.max(0, passengers.length - 1) },
    ...{ currency: row.currency, total: row.total },
    legs: legs.map((one) => legView(one, zonesNow(reference, one.leg, one.flight))),
    contact: await contactOf(db, row, channels),
  };
}

function legView(
  { leg, flight, change, movedMinutes, lessened, connection }: ChangedLeg,
  { originZone: leavesZone, destinationZone }: Pick<BookedLeg, 'originZone' | 'destinationZone'>,
): ChangedBooking['legs'][number] {
  const { segment, flightId, origin, originZone, cabin, seats } = leg;
  const moved = movedMinutes !== 0 || flight.destination !== leg.destination;
  return {
    ...{ segment, flightId, flight: leg.flight, origin, originZone, cabin, seats },
    ...(leg.back ? { back: leg.back } : {}),
    sold: { destination: leg.destination, destinationZone: leg.destinationZone, departsAt: leg.departsAt, arrivesAt: leg.arrivesAt },
    now: {
      ...{ originZone: leavesZone, departsAt: flight.departs_at },
      ...{ destination: flight.destination, destinationZone, arrivesAt: flight.arrives_at },
      ...{ equipment: flight.equipment, status: flight.cancelled === 1 ? 'HX' : moved ? 'TK' : 'HK' },
    },
    ...{ change, movedMinutes, connection, moneyBack: lessened ? legTotal(leg) - legTotal(lessened) : 0 },
  };
}

/** By the first way that is on and reaches the passengers. */
async function contactOf(db: QueryContext['db'], row: BookingRow, channels: readonly MessageChannel[]): Promise<ChangedBooking['contact']> {
  const { language, optedOut } = await wishesOf(db, row.id);
  const [email, phone] = [row.email ?? '', row.phone ?? ''];
  const by =
    !optedOut && email !== '' && channels.includes('email')
      ? 'email'
      : !optedOut && phone !== '' && channels.includes('sms')
        ? 'sms'
        : 'call';
  return { by, email, phone, language };
}
