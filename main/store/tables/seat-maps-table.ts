import { assert } from '../../../shared/assert.ts';
import { dateOfDay, dayNumber } from '../../../shared/instants.ts';
import type { FleetTurn } from '../../../shared/methods/fleet.ts';
import type { SeatMap } from '../../../shared/seat-map.ts';
import type { OwnMapTurn } from '../../fleet/own-maps.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** A map of the airline. `carrier`: empty for any. `map`: JSON of the whole. */
export interface SeatMapRow {
  readonly id: string;
  readonly carrier: string;
  readonly equipment: string;
  readonly configuration: string;
  readonly version: number;
  readonly map: string;
  readonly user: string;
  readonly reason: string;
  readonly saved_at: number;
}

const COLUMNS = 'id, carrier, equipment, configuration, version, map, user_name AS user, reason, saved_at';

const ALL = `SELECT ${COLUMNS} FROM seat_maps ORDER BY equipment, carrier, configuration, version DESC`;
export const allSeatMaps = (db: ReadDatabase) => db.query<SeatMapRow>(ALL).all();

const BY_ID = `SELECT ${COLUMNS} FROM seat_maps WHERE id IN (?)`;
export const seatMapById = (db: ReadDatabase, id: string) => db.query<SeatMapRow>(BY_ID).get(id);

const NEWEST = `SELECT ${COLUMNS} FROM seat_maps WHERE carrier IN (?) AND equipment IN (?) AND configuration IN (?) ORDER BY version DESC LIMIT 1`;
export const newestSeatMap = (
  db: ReadDatabase,
  { carrier, equipment, configuration }: Pick<SeatMapRow, 'carrier' | 'equipment' | 'configuration'>,
) => db.query<SeatMapRow>(NEWEST).get(carrier, equipment, configuration);

export const countSeatMaps = async (db: ReadDatabase): Promise<number> =>
  (await db.query<{ maps: number }>('SELECT count(*) AS maps FROM seat_maps').get())?.maps ?? 0;

export const mapOfRow = ({ map }: Pick<SeatMapRow, 'map'>): SeatMap => JSON.parse(map) as SeatMap;

export async function addSeatMap(db: WriteDatabase, row: SeatMapRow): Promise<void> {
  const { id, carrier, equipment, configuration, version, map, user, reason, saved_at } = row;
  const into = 'INSERT INTO seat_maps (id, carrier, equipment, configuration, version, map, user_name, reason, saved_at)';
  const made = await db
    .change(`${into} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(id, carrier, equipment, configuration, version, map, user, reason, saved_at);
  assert(made === 1, `seat map ${id} was not kept`);
}

interface TurnRow {
  readonly number: number;
  readonly map_id: string;
  readonly from_day: number;
  readonly until_day: number | null;
  readonly only_unsold: number;
  readonly user_name: string;
  readonly reason: string;
  readonly turned_at: number;
}

const TURNS = 'SELECT number, map_id, from_day, until_day, only_unsold, user_name, reason, turned_at FROM seat_map_turns ORDER BY number';

/** All take-overs, in the order in which they were decided. */
export const allTurns = async (db: ReadDatabase): Promise<FleetTurn[]> =>
  (await db.query<TurnRow>(TURNS).all()).map((row) => ({
    number: row.number,
    mapId: row.map_id,
    from: dateOfDay(row.from_day),
    until: row.until_day === null ? null : dateOfDay(row.until_day),
    onlyUnsold: row.only_unsold === 1,
    reason: row.reason,
    user: row.user_name,
    at: row.turned_at,
  }));

const CHOICES = `SELECT m.id, m.carrier, m.equipment, m.configuration, t.from_day AS fromDay, t.until_day AS untilDay
  FROM seat_map_turns t JOIN seat_maps m ON m.id = t.map_id ORDER BY t.number`;

/** The same take-overs, as they choose the map of a flight. */
export const ownMapTurns = (db: ReadDatabase) => db.query<OwnMapTurn>(CHOICES).all();

export async function addTurn(db: WriteDatabase, { number, mapId, from, until, onlyUnsold, user, reason, at }: FleetTurn): Promise<void> {
  const into = 'INSERT INTO seat_map_turns (number, map_id, from_day, until_day, only_unsold, user_name, reason, turned_at)';
  const made = await db
    .change(`${into} VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(number, mapId, dayNumber(from), until === null ? null : dayNumber(until), onlyUnsold ? 1 : 0, user, reason, at);
  assert(made === 1, `the take-over of seat map ${mapId} was not kept`);
}

const KEEP = `INSERT INTO kept_seat_maps (flight_id, instead_of, keeps) VALUES (?, ?, ?)
  ON CONFLICT (flight_id, instead_of) DO UPDATE SET keeps = excluded.keeps`;
/** A flight with passengers keeps its map, although another takes over. */
export const keepSeatMap = (db: WriteDatabase, flightId: number, insteadOf: string, keeps: string) =>
  db.change(KEEP).run(flightId, insteadOf, keeps);

const FORGET = `DELETE FROM kept_seat_maps WHERE instead_of = ? AND flight_id IN (
  SELECT k.flight_id FROM kept_seat_maps k JOIN flights f ON f.id = k.flight_id WHERE f.seat_map = ?)`;
/** Flights that have a map now keep none instead of it any more. */
export const forgetKeptSeatMaps = (db: WriteDatabase, mapId: string) => db.change(FORGET).run(mapId, mapId);
