import { assert } from '../../shared/assert.ts';
import { dateOfDay } from '../../shared/instants.ts';
import { legTotal } from '../../shared/leg-fares.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import type { SalesDocument } from '../../shared/methods/sales-report.ts';
import { endsOf } from '../../shared/ways.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import { bookingById, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { flightById, flightName } from '../store/tables/flights-table.ts';
import type { MoneyMoved } from './money-moved.ts';

/** A document, with the flights as they stood when its money moved. */
export interface DocumentRead {
  readonly document: SalesDocument & { readonly amount: number };
  readonly legs: readonly DocumentFlight[];
}

/** A flight of a document, and what it cost of it. */
export type DocumentFlight = Pick<BookedLeg, 'flightId' | 'flight' | 'date' | 'origin' | 'destination'> & { readonly fare: number };

/** Puts together what moved for a booking in one step. `rows` come newest first, and so do the documents. */
export async function salesDocuments(db: ReadDatabase, locators: Locators, rows: readonly MoneyMoved[]): Promise<DocumentRead[]> {
  const groups = new Map<string, MoneyMoved[]>();
  for (const row of rows) {
    const key = `${row.event} ${row.booking_id} ${row.document}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const documents: DocumentRead[] = [];
  for (const group of groups.values()) documents.push(await documentOf(db, locators, group));
  return documents;
}

async function documentOf(db: ReadDatabase, locators: Locators, rows: readonly MoneyMoved[]): Promise<DocumentRead> {
  const [first] = rows;
  assert(first, 'a document has a tender');
  const { event, at, desk, user, booking_id: bookingId, document: kind, currency, note } = first;
  const { legs, ends, passengers } = first.flight_id === undefined ? await ofBooking(db, first) : await ofFlight(db, first.flight_id);
  return {
    legs,
    document: {
      ...{ event, at, bookingId, locator: locators.of(bookingId), kind, desk, user, currency, note },
      flights: legs.map(({ flight }) => flight),
      origin: ends?.first.origin ?? '',
      destination: ends?.last.destination ?? '',
      passengers,
      tenders: rows.map((row) => ({ kind: row.kind, amount: row.amount, detail: row.detail })),
      amount: rows.reduce((sum, row) => sum + row.amount, 0),
    },
  };
}

interface About {
  readonly legs: readonly DocumentFlight[];
  readonly ends: { readonly first: DocumentFlight; readonly last: DocumentFlight } | undefined;
  readonly passengers: number;
}

async function ofBooking(db: ReadDatabase, row: MoneyMoved): Promise<About> {
  const { legs: booked, party } = await asItStood(db, row);
  const ends = endsOf(booked);
  const flightOf = (leg: BookedLeg): DocumentFlight => ({ ...leg, fare: legTotal(leg) });
  return {
    legs: booked.map(flightOf),
    ends: ends && { first: flightOf(ends.first), last: flightOf(ends.last) },
    passengers: party.length,
  };
}

/** Of one passenger who was denied boarding. */
async function ofFlight(db: ReadDatabase, flightId: number): Promise<About> {
  const row = await flightById(db, flightId);
  assert(row, `boarding of flight ${flightId} was denied, which is gone`);
  const { origin, destination } = row;
  const one = { flightId, flight: flightName(row), date: dateOfDay(row.service_day), origin, destination, fare: 0 };
  return { legs: [one], ends: { first: one, last: one }, passengers: 1 };
}

const VERSIONS = 'SELECT party, legs FROM booking_versions WHERE booking_id IN (?) ORDER BY last_version';
const CHANGES = `SELECT count(*) AS made FROM journal WHERE booking_id = ? AND type IN ('booking.changed', 'booking.reaccommodated', 'booking.seated', 'hold.seated', 'booking.unseated', 'hold.unseated', 'booking.missed', 'booking.divided', 'booking.changeUndone') AND event < ?`;

/** Flights and party after the change that the money paid for; of a refund, those before it. Each change kept what stood before it. */
async function asItStood(
  db: ReadDatabase,
  { booking_id, document, event }: MoneyMoved,
): Promise<{ readonly legs: readonly BookedLeg[]; readonly party: BookingView['party'] }> {
  const versions = await db.query<{ party: string; legs: string }>(VERSIONS).all(booking_id);
  if (versions.length > 0) {
    const changes = document === 'sale' ? 0 : ((await db.query<{ made: number }>(CHANGES).get(booking_id, event))?.made ?? 0);
    const version = versions[document === 'change' ? changes + 1 : changes];
    if (version) return { legs: JSON.parse(version.legs) as BookedLeg[], party: JSON.parse(version.party) as BookingView['party'] };
  }
  const row = await bookingById(db, booking_id);
  assert(row, `money moved for booking ${booking_id}, which is gone`);
  return { legs: legsOf(row), party: partyOf(row) };
}
