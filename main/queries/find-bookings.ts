import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber } from '../../shared/instants.ts';
import { isLocator, locatorCandidates } from '../../shared/locator.ts';
import type { BookingFind } from '../../shared/methods/bookings.ts';
import { accept } from '../../shared/refusals.ts';
import { emailRanges, type KeyRange, nameRanges, phoneRanges } from '../store/find-keys.ts';
import { OF_BOOKINGS } from '../store/tables/claims-table.ts';
import { nextOperatedDay, OF_FLIGHT } from '../store/tables/codeshares-table.ts';
import { type BookingsByKey, bookingsByKey } from '../store/tables/find-keys-table.ts';
import { nextServiceDay } from '../store/tables/flights-table.ts';
import { type FoundBooking, foundBookingOf } from './found-booking.ts';
import { keepOnly, newestOnly } from './found-only.ts';
import { paidLaterFound } from './paid-later-found.ts';
import type { Query, QueryContext } from './query.ts';

const FOUND_MAX = 100;
/** Bookings that are counted: the console says that there are at least so many. */
const COUNTED_MAX = 1_000;

/**
 * Every booking that one of the readings fits: the one whose locator was typed first, then newest first. At most 100, and how many more there
 * are. Each reading is answered by an index. `only` keeps those of which this became.
 */
export const findBookings: Query<Input<'bookings.find'>, Output<'bookings.find'>> = async (context, { anyOf, only }) => {
  const named: number[] = [];
  const ids = new Set<number>();
  const misread: string[] = [];
  let counted = true;
  for (const find of anyOf) {
    if (find.by === 'locator') {
      const read = await byLocator(context, find.locator);
      named.push(...read.ids);
      misread.push(...read.misread);
      continue;
    }
    for (const some of await idsOf(context, find)) {
      if (!some.all) counted = false;
      for (const id of some.ids) ids.add(id);
    }
  }
  if (only && anyOf.length === 0) {
    const newest = await newestOnly(context, only, COUNTED_MAX);
    if (!newest.all) counted = false;
    for (const id of newest.ids) ids.add(id);
  }
  const others = [...ids].filter((id) => !named.includes(id)).sort((a, b) => b - a);
  const read = [...new Set(named), ...others];
  const all = only && anyOf.length > 0 ? await keepOnly(context, only, read) : read;
  const bookings: FoundBooking[] = [];
  for (const id of all.slice(0, FOUND_MAX)) {
    const booking = await foundBookingOf(context, id);
    if (booking) bookings.push(booking);
  }
  return accept({ bookings, more: Math.max(0, all.length - FOUND_MAX), counted, misread: [...new Set(misread)] });
};

async function byLocator(context: QueryContext, text: string): Promise<{ readonly ids: number[]; readonly misread: string[] }> {
  const locator = text.trim().toUpperCase();
  const known = async (candidate: string): Promise<number | undefined> => {
    const id = context.locators.bookingId(candidate);
    if (id === undefined || id === 0) return undefined;
    return (await context.db.query<{ id: number }>('SELECT id FROM bookings WHERE id = ?').get(id))?.id;
  };
  if (isLocator(locator)) {
    const id = await known(locator);
    return { ids: id === undefined ? [] : [id], misread: [] };
  }
  const misread: string[] = [];
  for (const candidate of locatorCandidates(locator)) if ((await known(candidate)) !== undefined) misread.push(candidate);
  return { ids: [], misread };
}

/** Newest first, from each place where such bookings may stand. */
async function idsOf(context: QueryContext, find: Exclude<BookingFind, { by: 'locator' }>): Promise<BookingsByKey[]> {
  switch (find.by) {
    case 'name':
      return byKeys(context, nameRanges(find.name));
    case 'phone':
      return byKeys(context, phoneRanges(find.phone));
    case 'email':
      return byKeys(context, emailRanges(find.email));
    case 'flight': {
      const { carrier, number, date } = find;
      const day = date === null ? await nextDay(context, carrier, number) : dayNumber(date);
      return day === undefined ? [] : [await idsByFlight(context, carrier, number, day)];
    }
  }
}

async function byKeys({ db }: QueryContext, ranges: readonly KeyRange[]): Promise<BookingsByKey[]> {
  const found: BookingsByKey[] = [];
  for (const range of ranges) found.push(await bookingsByKey(db, range, COUNTED_MAX));
  found.push({ ids: await paidLaterFound(db, ranges), all: true });
  return found;
}

const nextDay = async ({ db, now }: QueryContext, carrier: string, number: number): Promise<number | undefined> =>
  (await nextServiceDay(db, carrier, number, now)) ?? nextOperatedDay(db, carrier, number, now);

/** Bookings on all legs that a flight number flies on a local date, also for another carrier, and the holds on them. */
async function idsByFlight({ db }: QueryContext, carrier: string, number: number, day: number): Promise<BookingsByKey> {
  const sql = `WITH legs AS (SELECT id FROM flights WHERE carrier = ? AND number = ? AND service_day = ?
      UNION SELECT f.id FROM codeshares k CROSS JOIN flights f ON ${OF_FLIGHT} WHERE k.carrier = ? AND k.number = ? AND k.service_day = ?)
    SELECT booking_id AS id FROM booking_legs WHERE flight_id IN (SELECT id FROM legs)
    UNION SELECT owner FROM claims WHERE flight_id IN (SELECT id FROM legs) AND kind ${OF_BOOKINGS}
    ORDER BY 1 DESC LIMIT ${COUNTED_MAX}`;
  const ids = await db.column<number>(sql).all(carrier, number, day, carrier, number, day);
  return { ids, all: ids.length < COUNTED_MAX };
}
