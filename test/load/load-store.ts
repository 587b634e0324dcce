import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM } from '../../main/actor.ts';
import { storeFile } from '../../main/boot/choose-mode.ts';
import { openInlineHub } from '../../main/engine/inline-hub.ts';
import { WallClock } from '../../main/hub/clock.ts';
import { loadReference } from '../../main/reference/load-reference.ts';
import { openStore } from '../../main/store/open-store.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { assert } from '../../shared/assert.ts';
import { DAY_MS, dateOfDay, HOUR_MS } from '../../shared/instants.ts';
import { cheapHash } from '../main/support/cheap-hash.ts';
import { layQuietTraining } from '../support/quiet-training.ts';

/** Who sits at a console of the load, and where. */
export interface Place {
  readonly user: string;
  readonly desk: string;
  readonly pin: string;
}

/** Two places and a day, and the flights between them that the load sells. */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly flights: readonly SoldFlight[];
}

export interface SoldFlight {
  readonly id: number;
  /** Its economy seats that anybody may sit in. */
  readonly seats: readonly string[];
}

export interface LoadStore {
  readonly folder: string;
  readonly file: string;
  readonly places: readonly Place[];
  readonly routes: readonly Route[];
}

/** A store is not sold through by the longest load. */
const ROUTES_MAX = 4_000;

/** Who hears all that happens. */
export const WITNESS = placeOf(0);

function placeOf(number: number): Place {
  const digits = String(number).padStart(4, '0');
  return { user: `load${digits}`, desk: `L-${digits}`, pin: '4711' };
}

/**
 * A training store in a folder of its own: the sample day with every seat free, and a user for each console. Their PINs are kept at a cost of
 * nearly nothing, so that a thousand sign-ins take no minute; everything else of signing in is as it is.
 */
export async function makeLoadStore(consoles: number): Promise<LoadStore> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-load-'));
  layQuietTraining(folder);
  const file = storeFile(folder, 'training');
  const places = Array.from({ length: consoles }, (_, at) => placeOf(at + 1));
  await addUsers(file, [WITNESS, ...places]);
  return { folder, file, places, routes: await routesOf(file) };
}

async function addUsers(file: string, places: readonly Place[]): Promise<void> {
  const clock = new WallClock();
  const fresh = { storeId: 'load', locatorKey: 7, madeAt: clock.now() };
  const { db, locators } = await openStore({ file, mode: 'training', fresh });
  const hub = await openInlineHub({ db, locators, reference: loadReference(), clock });
  const added = places.map(async ({ user, pin }) => {
    const pinHash = await cheapHash(pin, user);
    return hub.change('users.add', { user, display: 'Load', role: 'agent', pinHash }, SYSTEM, `load-add-${user}`);
  });
  for (const reply of await Promise.all(added)) assert(reply.ok, 'each console has a user');
  await hub.close();
  clock.close();
}

/** Flights that leave late enough to be sold all the time, by where they go and on which day. */
async function routesOf(file: string): Promise<Route[]> {
  const db = new SqliteDatabase({ file, readOnly: true });
  const rows = await db
    .query<{ id: number; from: string; to: string; day: number; map: string }>(
      `SELECT id, origin AS "from", destination AS "to", service_day AS day, seat_map AS map FROM flights
        WHERE departs_at BETWEEN ? AND ? AND cancelled = 0 ORDER BY (id * 7919) % 104729`,
    )
    .all(Date.now() + 4 * HOUR_MS, Date.now() + 3 * DAY_MS);
  db.close();
  const reference = loadReference();
  const seatsOf = new Map<string, readonly string[]>();
  const economy = (map: string): readonly string[] => {
    const plan = reference.seatPlan(map)?.seats ?? [];
    return plan.filter(({ cabin, sellable, exit }) => cabin === 'Y' && sellable && !exit).map(({ seat }) => seat);
  };
  const routes = new Map<string, Route & { flights: SoldFlight[] }>();
  for (const { id, from, to, day, map } of rows) {
    const key = `${from} ${to} ${day}`;
    const route = routes.get(key) ?? (routes.size < ROUTES_MAX ? { from, to, date: dateOfDay(day), flights: [] } : undefined);
    if (!route) continue;
    routes.set(key, route);
    if (!seatsOf.has(map)) seatsOf.set(map, economy(map));
    const seats = seatsOf.get(map) ?? [];
    if (seats.length > 0) route.flights.push({ id, seats });
  }
  return [...routes.values()].filter(({ flights }) => flights.length > 0);
}
