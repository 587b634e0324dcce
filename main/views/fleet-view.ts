import { assert } from '../../shared/assert.ts';
import { configurationOf } from '../../shared/configuration.ts';
import type { FleetMap, FleetTurn } from '../../shared/methods/fleet.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { flightsByMap } from '../store/tables/flights-by-map.ts';
import { allSeatMaps, allTurns, type SeatMapRow } from '../store/tables/seat-maps-table.ts';
import { OWN } from './own-seat-maps.ts';

/** All seat maps of a store: the airline's own first, then what flies, then the rest; in each by equipment. */
export async function fleetView(
  db: ReadDatabase,
  reference: Reference,
  now: number,
): Promise<{ readonly maps: FleetMap[]; readonly turns: FleetTurn[] }> {
  const own = new Map((await allSeatMaps(db)).map((row) => [row.id, row]));
  const turns = await allTurns(db);
  const flown = Map.groupBy(await flightsByMap(db, now), ({ seat_map }) => seat_map);
  const ids = new Set([...own.keys(), ...flown.keys(), ...reference.shippedSeatMaps]);
  const maps = [...ids].map((id): FleetMap => {
    const plan = reference.seatPlan(id);
    assert(plan, `seat map ${id} is not known to this Aisle`);
    const rows = flown.get(id) ?? [];
    const carriers = Map.groupBy(rows, ({ carrier }) => carrier);
    return {
      ...aboutPlan(plan, own.get(id)),
      turn: turns.findLast(({ mapId }) => mapId === id) ?? null,
      flights: sum(rows),
      carriers: [...carriers].map(([carrier, some]) => ({ carrier, flights: sum(some) })).sort((a, b) => (a.carrier < b.carrier ? -1 : 1)),
    };
  });
  return { maps: maps.toSorted(inOrder), turns };
}

const sum = (rows: readonly { readonly flights: number }[]): number => rows.reduce((all, { flights }) => all + flights, 0);

function aboutPlan({ map, capacity, plain, made }: SeatPlan, row: SeatMapRow | undefined): Omit<FleetMap, 'turn' | 'flights' | 'carriers'> {
  const { id, name, equipment } = map;
  return {
    ...{ id, name, plain, equipment: [...equipment] },
    source: id.startsWith(OWN) ? 'own' : made ? 'made' : 'shipped',
    carrier: row?.carrier || null,
    configuration: row?.configuration ?? configurationOf(capacity),
    counts: { ...capacity },
    seats: Object.values(capacity).reduce((all, seats) => all + seats, 0),
    saved: row ? { version: row.version, reason: row.reason, user: row.user, at: row.saved_at } : null,
  };
}

const rank = ({ source, flights }: FleetMap): number => (source === 'own' ? 0 : flights > 0 ? 1 : 2);

const inOrder = (a: FleetMap, b: FleetMap): number =>
  rank(a) - rank(b) ||
  compare(a.equipment[0] ?? '', b.equipment[0] ?? '') ||
  compare(a.carrier ?? '', b.carrier ?? '') ||
  compare(a.configuration, b.configuration) ||
  (b.saved?.version ?? 0) - (a.saved?.version ?? 0) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
