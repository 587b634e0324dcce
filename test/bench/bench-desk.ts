import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../main/actor.ts';
import { WallClock } from '../../main/clock.ts';
import { StoreDesk } from '../../main/engine/store-desk.ts';
import { startReader } from '../../main/engine/thread-reader.ts';
import { startWriter } from '../../main/engine/thread-writer.ts';
import { loadReference } from '../../main/schedule/load-reference.ts';
import { openStore } from '../../main/store/open-store.ts';
import type { Input } from '../../shared/contract.ts';
import { DAY_MS, HOUR_MS } from '../../shared/instants.ts';

export const AGENT: Actor = { user: 'ruiz', role: 'agent', desk: 'T1-04' };

const plan = loadReference().seatPlan('a320');
/** Seats of the bench's aircraft that a hold needs no exit row tick for. */
export const SEATS: readonly string[] = plan?.seats.filter((seat) => seat.sellable && !seat.exit).map(({ seat }) => seat) ?? [];

/** A store with `flights` flights in a folder of its own. */
export async function makeStore(flights: number): Promise<{ file: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  const file = join(folder, 'store.sqlite');
  const { db } = await openStore({ file, mode: 'training', fresh: { storeId: 'bench', locatorKey: 7, madeAt: Date.now() } });
  const departs = Date.now() + 2 * DAY_MS;
  await db.begin();
  const insert = db.change(
    `INSERT INTO flights (carrier, number, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency, strategy)
     VALUES ('B6', ?, 'JFK', 'LAX', ?, ?, ?, '320', 'a320', 10000, 'USD', 'demand')`,
  );
  for (let flight = 0; flight < flights; flight++) {
    const at = departs + (flight % 1_440) * 60_000;
    await insert.run(1 + (flight % 9_999), Math.floor(at / DAY_MS) + Math.floor(flight / 9_999), at, at + 6 * HOUR_MS);
  }
  await db.commit();
  await db.close();
  return { file, remove: () => rmSync(join(file, '..'), { recursive: true }) };
}

/** The desk as the product runs it: one thread writes, one reads. */
export async function openBenchDesk(file: string) {
  const clock = new WallClock();
  const ended = (error: Error) => {
    throw error;
  };
  const fresh = { storeId: 'bench', locatorKey: 7, madeAt: clock.now() };
  const { writer, found } = await startWriter({ file, mode: 'training', fresh }, ended);
  const reader = await startReader({ file, fault: (fault) => console.error(fault), ended });
  const desk = new StoreDesk({ clock, writer, reader, found, report: (problem) => console.error(problem), trouble: () => {} });
  return { desk, clock, bytes: () => statSync(file).size };
}

/** The n-th hold of one seat, so that no two are in each other's way. */
export const holdInput = (turn: number, prefix = 'h'): Input<'holds.place'> => ({
  requestId: `bench-${prefix}-${turn.toString().padStart(9, '0')}`,
  legs: [{ flightId: 1 + Math.floor(turn / SEATS.length), cabin: 'Y', seats: [SEATS[turn % SEATS.length] ?? ''] }],
  passengers: [{ type: 'ADT', infant: false, assistance: false }],
  exitRowConfirmed: false,
});
