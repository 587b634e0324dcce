import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../main/actor.ts';
import { StoreHub } from '../../main/engine/store-hub.ts';
import { WallClock } from '../../main/hub/clock.ts';
import type { InnerHub } from '../../main/hub/hub.ts';
import { loadReference } from '../../main/reference/load-reference.ts';
import { openStore, type StoreMode } from '../../main/store/open-store.ts';
import { startReaderPool } from '../../main/threads/reader-pool.ts';
import { startReader } from '../../main/threads/start-reader.ts';
import { startWriter } from '../../main/threads/start-writer.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { DAY_MS, HOUR_MS, instant } from '../../shared/instants.ts';
import type { Bench } from './bench-context.ts';

export const AGENT: Actor = { user: 'ruiz', role: 'agent', desk: 'T1-04' };
export type Hold = Input<'holds.place'>;

const plan = loadReference().seatPlan('a320');
/** Seats of the bench's aircraft that a hold needs no exit row tick for. */
export const SEATS: readonly string[] = plan?.seats.filter((seat) => seat.sellable && !seat.exit).map(({ seat }) => seat) ?? [];

/** A small store of `flights` flights that nobody has booked. */
export async function makeSmallStore(bench: Bench, flights: number, mode: StoreMode = 'live'): Promise<string> {
  const file = join(bench.scratch(), `${mode}.sqlite`);
  const madeAt = Date.now();
  const { db } = await openStore({ file, mode, fresh: { storeId: 'bench', locatorKey: 7, madeAt } });
  const insert = db.change(
    `INSERT INTO flights (carrier, number, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency)
     VALUES ('B6', ?, 'JFK', 'LAX', ?, ?, ?, '320', 'a320', 10000, 'USD')`,
  );
  await db.begin();
  for (let flight = 0; flight < flights; flight++) {
    const at = madeAt + 2 * DAY_MS + (flight % 1_440) * 60_000;
    await insert.run(1 + (flight % 9_999), Math.floor(at / DAY_MS) + Math.floor(flight / 9_999), at, at + 6 * HOUR_MS);
  }
  await db.commit();
  await db.close();
  return file;
}

export interface BenchHub {
  readonly hub: InnerHub;
  readonly clock: WallClock;
  readonly bytes: () => number;
  close(): Promise<void>;
}

/** The hub as the product runs it: one thread writes, one reads. */
export async function openBenchHub(file: string, mode: StoreMode = 'live'): Promise<BenchHub> {
  const clock = new WallClock();
  const ended = (error: Error) => {
    throw error;
  };
  const complain = (problem: unknown) => process.stderr.write(`${JSON.stringify(problem)}\n`);
  const fresh = { storeId: 'bench', locatorKey: 7, madeAt: clock.now() };
  const { writer, found } = await startWriter({ file, mode, fresh }, ended);
  clock.opened(found.newestAt);
  // A store that was prepared days ago is as good as one of today.
  if (clock.state.standing === 'doubtful') clock.adopt(instant(clock.state.computer));
  const reader = await startReaderPool((lane) => startReader({ file, lane, fault: complain, ended }));
  const hub = new StoreHub({ clock, writer, reader, found, report: complain, setApart: complain, trouble: complain });
  const close = async () => {
    await hub.close();
    clock.close();
  };
  return { hub, clock, bytes: () => statSync(file).size, close };
}

export const placeHold = async ({ hub }: BenchHub, hold: Hold): Promise<Output<'holds.place'>> =>
  accepted(await hub.execute('holds.place', hold, AGENT));

export function accepted<T>(reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

/** The n-th hold of one seat in a small store, so that no two are in each other's way. */
export const holdInput = (turn: number): Hold =>
  oneSeat(`bench-${turn.toString().padStart(9, '0')}`, 1 + Math.floor(turn / SEATS.length), SEATS[turn % SEATS.length] ?? '');

/** How many flights that many holds need. */
export const flightsFor = (holds: number): number => 1 + Math.ceil(holds / SEATS.length);

export const oneSeat = (requestId: string, flightId: number, seat: string): Hold => ({
  requestId,
  legs: [{ flightId, cabin: 'Y', seats: [seat] }],
  passengers: [{ type: 'ADT', infant: false, assistance: false }],
  exitRowConfirmed: false,
});
