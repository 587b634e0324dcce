import { dateOfDay } from '../../shared/instants.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type FlightRow, flightName } from '../store/tables/flights-table.ts';
import type { SeatBlockRow } from '../store/tables/seat-blocks-table.ts';
import { SAME_KEY } from '../store/tables/staged-flights-table.ts';

type OnOtherMap = SeatBlockRow & Pick<FlightRow, 'carrier' | 'number' | 'suffix' | 'service_day'> & { readonly map_after: string };

const COLUMNS = `b.id, b.flight_id, b.seat, b.cabin, b.code, b.remark, b.until_at, b.from_stock, b.blocked_at, b.user_name, b.desk,
    f.carrier, f.number, f.suffix, f.service_day, s.seat_map AS map_after`;
const ON_OTHER_MAP = `SELECT ${COLUMNS}
  FROM seat_blocks b JOIN flights f ON f.id = b.flight_id JOIN staged_flights s ON ${SAME_KEY}
  WHERE b.ended_at IS NULL AND s.import_id IN (?) AND f.seat_map <> s.seat_map ORDER BY b.flight_id, b.id`;
const AFTER_SWITCH = `SELECT ${COLUMNS}
  FROM seat_blocks b JOIN flights_before f ON f.id = b.flight_id JOIN flights s ON s.id = b.flight_id
  WHERE b.ended_at IS NULL AND b.flight_id > ? AND b.flight_id <= ? AND f.seat_map <> s.seat_map ORDER BY b.flight_id, b.id`;

/**
 * What becomes of the blocks of flights that a staged import gives another aircraft. A block stays where that aircraft sells the same seat in the
 * same cabin. Elsewhere it ends, because its seat is gone.
 */
export async function blocksOnOtherMap(
  db: ReadDatabase,
  importId: string,
  reference: Reference,
): Promise<{ readonly stay: readonly OnOtherMap[]; readonly end: readonly OnOtherMap[] }> {
  const all = await db.query<OnOtherMap>(ON_OTHER_MAP).all(importId);
  return { stay: all.filter((block) => stays(block, reference)), end: all.filter((block) => !stays(block, reference)) };
}

/** The blocks of seats that the new aircraft of flights numbered in (after, upTo] does not have, once the schedule was switched. */
export async function blocksWithoutSeat(db: ReadDatabase, after: number, upTo: number, reference: Reference): Promise<OnOtherMap[]> {
  return (await db.query<OnOtherMap>(AFTER_SWITCH).all(after, upTo)).filter((block) => !stays(block, reference));
}

function stays({ seat, cabin, map_after }: OnOtherMap, reference: Reference): boolean {
  const there = reference.seatPlan(map_after)?.byName.get(seat);
  return there?.sellable === true && there.cabin === cabin;
}

const NAMED = 8;

/** The same, for a person who is to apply the import. Nothing when no block is concerned. */
export async function blocksAttention(db: ReadDatabase, importId: string, reference: Reference): Promise<string[]> {
  const { stay, end } = await blocksOnOtherMap(db, importId, reference);
  const told: string[] = [];
  if (stay.length > 0)
    told.push(
      `${blocksText(stay.length)} on flights that get another aircraft ${stay.length === 1 ? 'stays' : 'stay'}, because it has the seats.`,
    );
  if (end.length > 0) {
    const names = end
      .slice(0, NAMED)
      .map((block) => `${block.seat} ${block.code} on ${flightName(block)} of ${dateOfDay(block.service_day)}`);
    const more = end.length > NAMED ? `, and ${end.length - NAMED} more` : '';
    told.push(`${blocksText(end.length)} will end, because another aircraft has no such seat: ${names.join(', ')}${more}.`);
  }
  return told;
}

const blocksText = (count: number): string => (count === 1 ? '1 block of a seat' : `${count} blocks of seats`);
