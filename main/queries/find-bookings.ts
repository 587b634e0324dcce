import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber } from '../../shared/instants.ts';
import { isLocator, locatorCandidates } from '../../shared/locator.ts';
import { hostForm } from '../../shared/passengers.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import type { Query, QueryContext } from './query.ts';

type Found = Output<'bookings.find'>['bookings'][number];
const FOUND_MAX = 100;

/** By locator, by name, or by flight and local date. Newest first, at most 100, and how many more there are. */
export const findBookings: Query<Input<'bookings.find'>, Output<'bookings.find'>> = async (context, input) => {
  switch (input.by) {
    case 'locator':
      return byLocator(context, input.locator);
    case 'name':
      return found(context, await idsByName(context, input.name));
    case 'flight':
      return found(context, await idsByFlight(context, input.carrier, input.number, dayNumber(input.date)));
  }
};

async function byLocator(context: QueryContext, text: string) {
  const locator = text.trim().toUpperCase();
  const known = async (candidate: string): Promise<number | undefined> => {
    const id = context.locators.bookingId(candidate);
    if (id === undefined || id === 0) return undefined;
    return (await context.db.query<{ id: number }>('SELECT id FROM bookings WHERE id = ?').get(id))?.id;
  };
  if (isLocator(locator)) {
    const id = await known(locator);
    return id === undefined ? refuse('BOOKING_UNKNOWN', { locator }) : found(context, [id]);
  }
  const candidates: string[] = [];
  for (const candidate of locatorCandidates(locator)) if ((await known(candidate)) !== undefined) candidates.push(candidate);
  if (candidates.length > 0) return refuse('LOCATOR_MISREAD', { locator, candidates });
  return refuse('BOOKING_UNKNOWN', { locator });
}

/** `SMITH/J`: the whole surname, then the beginning of the given name. Without a stroke: the beginning of the surname. */
async function idsByName({ db }: QueryContext, text: string): Promise<number[]> {
  const [surname = '', given] = text.split('/').map(hostForm);
  if (surname === '') return [];
  const end = (start: string) => `${start}\u{7f}`;
  const rows =
    given === undefined
      ? await db
          .query<{ id: number }>(
            'SELECT DISTINCT booking_id AS id FROM booking_passengers WHERE host_surname >= ? AND host_surname < ? ORDER BY id DESC LIMIT 1000',
          )
          .all(surname, end(surname))
      : await db
          .query<{ id: number }>(
            'SELECT DISTINCT booking_id AS id FROM booking_passengers WHERE host_surname IN (?) AND host_given >= ? AND host_given < ? ORDER BY id DESC LIMIT 1000',
          )
          .all(surname, given, end(given));
  return rows.map((row) => row.id);
}

/** Bookings on all legs that a flight number flies on a local date, and the holds on them. */
async function idsByFlight({ db }: QueryContext, carrier: string, number: number, day: number): Promise<number[]> {
  const sql = `WITH legs AS (SELECT id FROM flights WHERE carrier = ? AND number = ? AND service_day = ?)
    SELECT booking_id AS id FROM booking_legs WHERE flight_id IN (SELECT id FROM legs)
    UNION SELECT owner FROM claims WHERE flight_id IN (SELECT id FROM legs) AND kind = 'booking'
    ORDER BY 1 DESC LIMIT 1000`;
  return (await db.query<{ id: number }>(sql).all(carrier, number, day)).map((row) => row.id);
}

async function found(context: QueryContext, ids: readonly number[]) {
  const bookings: Found[] = [];
  for (const id of ids.slice(0, FOUND_MAX)) {
    const booking = await summary(context, id);
    if (booking) bookings.push(booking);
  }
  return accept({ bookings, more: Math.max(0, ids.length - FOUND_MAX) });
}

async function summary({ db, locators }: QueryContext, id: number): Promise<Found | undefined> {
  const row = await db
    .query<Pick<BookingRow, 'id' | 'state' | 'legs' | 'party'>>('SELECT id, state, legs, party FROM bookings WHERE id = ?')
    .get(id);
  if (!row) return undefined;
  const first = legsOf(row)[0];
  if (!first) return undefined;
  const lead = await db
    .query<{ name: string; count: number }>(
      `SELECT host_surname || '/' || host_given || CASE title WHEN '' THEN '' ELSE ' ' || title END AS name,
        (SELECT count(*) FROM booking_passengers WHERE booking_id = p.booking_id) AS count
       FROM booking_passengers p WHERE booking_id = ? AND place = 0`,
    )
    .get(id);
  return {
    bookingId: id,
    locator: locators.of(id),
    state: row.state,
    name: lead?.name ?? '',
    passengers: lead?.count ?? (JSON.parse(row.party) as unknown[]).length,
    flight: first.flight,
    origin: first.origin,
    destination: first.destination,
    originZone: first.originZone,
    departsAt: first.departsAt,
    seats: first.seats,
  };
}
