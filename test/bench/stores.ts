import type { Database } from '../../main/store/database.ts';
import { openStore } from '../../main/store/open-store.ts';
import { AGENT, holdInput, makeStore, openBenchDesk } from './bench-desk.ts';
import { type Figure, percentiles, percentileText, timeEach } from './measure.ts';

const HOLDS = 3_000;

/** Confirmed bookings written straight into the tables, as fast as the disk takes them, numbered from 1. */
async function fillBookings(file: string, bookings: number): Promise<void> {
  const { db } = await openStore({ file, mode: 'training', fresh: { storeId: 'bench', locatorKey: 7, madeAt: 0 } });
  await db.script('PRAGMA synchronous = OFF');
  await db.begin();
  for (let id = 1; id <= bookings; id++) await addBooking(db, id);
  await db.commit();
  await db.close();
}

const LEGS = JSON.stringify([{ flightId: 1, flight: 'B6 1', cabin: 'Y', seats: ['20A'], fare: 10000, trace: [] }]);

async function addBooking(db: Database, id: number): Promise<void> {
  await db
    .change(
      `INSERT INTO bookings (id, state, desk, user_name, created_at, expires_at, hold_ms, party, legs, currency, total)
       VALUES (?, 'CONFIRMED', 'T1-04', 'ruiz', ?, NULL, 300000, '[]', ?, 'USD', 10000)`,
    )
    .run(id, id, LEGS);
  await db
    .change('INSERT INTO claims (flight_id, seat, booking_id) VALUES (?, ?, ?)')
    .run(100_000 + Math.floor(id / 100), `${id % 100}A`, id);
  await db
    .change(
      "INSERT INTO booking_passengers (booking_id, place, type, host_surname, host_given, surname, given, title) VALUES (?, 0, 'ADT', ?, 'ELENA', 'Petrov', 'Elena', 'MS')",
    )
    .run(id, `PETROV${id % 5_000}`);
}

async function holdMedian(file: string): Promise<{ p50: number; text: string }> {
  const { desk } = await openBenchDesk(file);
  const place = async (turn: number) => {
    const reply = await desk.execute('holds.place', holdInput(turn), AGENT);
    if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`);
  };
  await timeEach(300, place);
  const spread = percentiles(await timeEach(HOLDS, (turn) => place(300 + turn)));
  await desk.close();
  return { p50: spread.p50, text: percentileText(spread) };
}

const STORED = 1_000_000;

/** What a hold costs in a store of a million bookings, against an empty one. */
export async function holdGrowth(): Promise<Figure[]> {
  const empty = await makeStore(1_000);
  const small = await holdMedian(empty.file);
  empty.remove();
  const full = await makeStore(1_000);
  await fillBookings(full.file, STORED);
  const large = await holdMedian(full.file);
  full.remove();
  const note = `empty: ${small.text}; ${STORED} bookings: ${large.text}`;
  return [{ metric: 'hold.growth', value: large.p50 / small.p50, unit: 'x p50', target: '<= 1.5', note }];
}

/** From nothing to a desk that answers, on a store of a million bookings. */
export async function startRecovery(): Promise<Figure[]> {
  const store = await makeStore(1_000);
  await fillBookings(store.file, STORED);
  const from = performance.now();
  const { desk, bytes } = await openBenchDesk(store.file);
  const reply = await desk.ask('holds.ofDesk', {}, AGENT);
  const seconds = (performance.now() - from) / 1_000;
  if (!reply.ok) throw new Error('the desk did not answer');
  const note = `${STORED} bookings, ${(bytes() / 2 ** 20).toFixed(0)} MiB`;
  await desk.close();
  store.remove();
  return [{ metric: 'start.recovery', value: seconds, unit: 's', target: '<= 1', note }];
}
