import { assert } from '../../../shared/assert.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import type { BookingRow } from './bookings-table.ts';
import type { PassengerRow } from './sale-rows.ts';

const KEEP = `INSERT INTO booking_versions (booking_id, last_version, party, legs, passengers, total, tenders) VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** Keeps what stood before a change of a sold booking, by the last version that had it. */
export async function keepVersion(
  db: WriteDatabase,
  row: BookingRow,
  { passengers, tenders }: { readonly passengers: readonly PassengerRow[]; readonly tenders: number },
): Promise<void> {
  const kept = await db.change(KEEP).run(row.id, row.version, row.party, row.legs, JSON.stringify(passengers), row.total, tenders);
  assert(kept === 1, `version ${row.version} of booking ${row.id} was not kept`);
}

/** What a booking was up to a version. JSON as in the row; of `tenders` their number. */
export interface KeptVersion {
  readonly party: string;
  readonly legs: string;
  readonly passengers: string;
  readonly total: number;
  readonly tenders: number;
}

const KEPT = 'SELECT party, legs, passengers, total, tenders FROM booking_versions WHERE booking_id = ? AND last_version = ?';
export const keptVersion = (db: ReadDatabase, bookingId: number, version: number) => db.query<KeptVersion>(KEPT).get(bookingId, version);

/** Whether the last change of a booking moved it to a higher cabin: one of its flights is flown in a higher one now. */
export async function isUpgradeFrom(db: ReadDatabase, row: Pick<BookingRow, 'id' | 'version' | 'legs'>): Promise<boolean> {
  const sql = 'SELECT legs FROM booking_versions WHERE booking_id = ? AND last_version = ?';
  const before = await db.query<{ legs: string }>(sql).get(row.id, row.version - 1);
  const cabins = new Map((JSON.parse(before?.legs ?? '[]') as BookedLeg[]).map(({ flightId, cabin }) => [flightId, cabin]));
  return (JSON.parse(row.legs) as BookedLeg[]).some(({ flightId, cabin }) => {
    const was = cabins.get(flightId);
    return was !== undefined && CABINS.indexOf(cabin) < CABINS.indexOf(was);
  });
}

/** What a booking was at a version. */
export interface BookingThen {
  readonly legs: readonly BookedLeg[];
  readonly passengers: readonly PassengerRow[];
  readonly total: number;
}

const THEN =
  'SELECT legs, passengers, total FROM booking_versions WHERE booking_id IN (?) AND last_version >= ? ORDER BY last_version LIMIT 1';

/** How a booking stood at an earlier version; undefined when it is as it was then. */
export async function bookingThen(db: ReadDatabase, bookingId: number, version: number): Promise<BookingThen | undefined> {
  const then = await db.query<{ legs: string; passengers: string; total: number }>(THEN).get(bookingId, version);
  return then && { legs: JSON.parse(then.legs), passengers: JSON.parse(then.passengers), total: then.total };
}

const BEFORE = 'SELECT legs FROM booking_versions WHERE booking_id IN (?) AND last_version < ? ORDER BY last_version';

/** The flights that a booking had before a version, each as it stood last. */
export async function legsBefore(db: ReadDatabase, bookingId: number, version: number): Promise<BookedLeg[]> {
  const versions = await db.query<{ legs: string }>(BEFORE).all(bookingId, version);
  const legs = versions.flatMap(({ legs: kept }) => JSON.parse(kept) as BookedLeg[]);
  return [...new Map(legs.map((leg) => [leg.segment, leg])).values()];
}

const NAMES = 'SELECT last_version, passengers FROM booking_versions WHERE booking_id IN (?) ORDER BY last_version';
const RENAME = 'UPDATE booking_versions SET passengers = ? WHERE booking_id = ? AND last_version = ?';

/** Birth dates of these passengers are not kept in earlier versions either. */
export async function forgetBirthDates(db: WriteDatabase, bookingId: number, of: (passenger: PassengerRow) => boolean): Promise<void> {
  for (const { last_version, passengers } of await db.query<{ last_version: number; passengers: string }>(NAMES).all(bookingId)) {
    const left = (JSON.parse(passengers) as PassengerRow[]).map((each) => (of(each) ? { ...each, birth_date: null } : each));
    await db.change(RENAME).run(JSON.stringify(left), bookingId, last_version);
  }
}
