import { assert } from '../../../shared/assert.ts';
import type { PassengerType } from '../../../shared/passengers.ts';
import type { Awaitable, ReadDatabase, WriteDatabase } from '../database.ts';
import { OF_BOOKINGS } from './claims-table.ts';

/** What a flight got. `own_limit` is of this flight alone, `weight_limit` that which counts: its own, else that of the aircraft. */
export interface AssignmentRow {
  readonly flight_id: number;
  readonly tail: string | null;
  readonly gate: string;
  readonly own_limit: number | null;
  readonly weight_limit: number | null;
}

const OF_FLIGHT = `SELECT a.flight_id, a.tail, a.gate, a.weight_limit AS own_limit, coalesce(a.weight_limit, c.weight_limit) AS weight_limit
  FROM assignments a LEFT JOIN aircraft c ON c.tail = a.tail WHERE a.flight_id IN (?) AND a.ended_at IS NULL`;

export const assignmentOf = (db: ReadDatabase, flightId: number) => db.query<AssignmentRow>(OF_FLIGHT).get(flightId);

/** What a flight may carry, in kilograms; null when it sells seats alone. */
export const weightLimitOf = async (db: ReadDatabase, flightId: number): Promise<number | null> =>
  (await assignmentOf(db, flightId))?.weight_limit ?? null;

const END = 'UPDATE assignments SET ended_at = ? WHERE flight_id = ? AND ended_at IS NULL';
const BEGIN = `INSERT INTO assignments (flight_id, tail, gate, weight_limit, reason, assigned_at, user_name, desk) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** Ends what a flight had, and begins what it gets. */
export async function replaceAssignment(
  db: WriteDatabase,
  { flight_id, tail, gate, own_limit }: Omit<AssignmentRow, 'weight_limit'>,
  why: { readonly reason: string; readonly at: number; readonly user: string; readonly desk: string },
): Promise<void> {
  await db.change(END).run(why.at, flight_id);
  const made = await db.change(BEGIN).run(flight_id, tail, gate, own_limit, why.reason, why.at, why.user, why.desk);
  assert(made === 1, `flight ${flight_id} got no aircraft`);
}

const FLIGHTS_OF = 'SELECT flight_id FROM assignments WHERE tail = ? AND ended_at IS NULL';
/** The flights that have an aircraft, or had it when they left. */
export const flightsOf = (db: ReadDatabase, tail: string) => db.column<number>(FLIGHTS_OF).all(tail);

/** A flight that stands in the way of another. */
export interface OtherFlight {
  readonly id: number;
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
}

interface Between {
  readonly id: number;
  readonly departs_at: number;
  readonly arrives_at: number;
}

const FLOWN_BY = `SELECT f.id, f.carrier, f.number, f.suffix FROM assignments a JOIN flights f ON f.id = a.flight_id
  WHERE a.tail = ? AND a.ended_at IS NULL AND f.id <> ? AND f.cancelled = 0 AND f.departs_at < ? AND f.arrives_at > ? ORDER BY f.departs_at, f.id LIMIT 1`;

/** Another flight of an aircraft that leaves less than `apartMs` after this one has arrived, or arrives so shortly before it leaves. */
export const flownTogether = (db: ReadDatabase, tail: string, { id, departs_at, arrives_at }: Between, apartMs: number) =>
  db.query<OtherFlight>(FLOWN_BY).get(tail, id, arrives_at + apartMs, departs_at - apartMs);

const LEAVES_FROM = `SELECT f.id, f.carrier, f.number, f.suffix FROM assignments a JOIN flights f ON f.id = a.flight_id
  WHERE a.gate = ? AND a.gate <> '' AND a.ended_at IS NULL AND f.origin = ? AND f.id <> ? AND f.cancelled = 0 AND f.departs_at < ? AND f.departs_at > ?
  ORDER BY f.departs_at, f.id LIMIT 1`;

/** Another flight that leaves from the same gate within `apartMs`. */
export const leavesTogether = (
  db: ReadDatabase,
  gate: string,
  { id, origin, departs_at }: Omit<Between, 'arrives_at'> & { readonly origin: string },
  apartMs: number,
) => db.query<OtherFlight>(LEAVES_FROM).get(gate, origin, id, departs_at + apartMs, departs_at - apartMs);

const ABOARD = `SELECT b.id, b.party FROM claims c JOIN bookings b ON b.id = c.owner WHERE c.flight_id IN (?) AND c.kind ${OF_BOOKINGS} GROUP BY b.id`;

/** The parties that are held or sold on a flight. */
export async function partiesOn(
  db: ReadDatabase,
  flightId: number,
): Promise<{ readonly id: number; readonly party: readonly { readonly type: PassengerType; readonly infant: boolean }[] }[]> {
  const rows: Awaitable<readonly { id: number; party: string }[]> = db.query<{ id: number; party: string }>(ABOARD).all(flightId);
  return (await rows).map(({ id, party }) => ({ id, party: JSON.parse(party) }));
}
