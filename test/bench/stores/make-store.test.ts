import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openInlineHub } from '../../../main/engine/inline-hub.ts';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { checkAtStart, checkInPieces } from '../../../main/store/checks/check-store.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { brokenLink } from '../../../main/store/tables/journal-table.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import { FakeClock } from '../../main/support/fake-clock.ts';
import { seatProblems } from '../../main/support/seat-invariants.ts';
import { adult, codeOf } from '../../main/support/test-hub.ts';
import { makeStore } from './make-store.ts';

const RECIPE = { seed: 7, flightsPerDay: 400, days: 2, firstDay: 20_800, bookings: 800 };
const TABLES = [
  'users',
  'flights',
  'bookings',
  'claims',
  'cabin_counters',
  'booking_legs',
  'booking_passengers',
  'find_keys',
  'tenders',
  'replies',
  'journal',
];
const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function made(name: string, more: Partial<typeof RECIPE> = {}) {
  const file = join(folder, `${name}.sqlite`);
  await makeStore(file, { ...RECIPE, ...more });
  const { db, locators } = await openStore({ file, mode: 'live', fresh: { storeId: '', locatorKey: 0, madeAt: 0 } });
  return { db: db as SqliteDatabase, locators };
}

const rowsOf = (db: SqliteDatabase) => TABLES.map((table) => JSON.stringify(db.query(`SELECT * FROM ${table}`).all()));

test('the same recipe makes the same rows, another seed makes others', async () => {
  const one = await made('one');
  const same = await made('same');
  const other = await made('other', { seed: 8 });
  const [rows, sameRows, otherRows] = [rowsOf(one.db), rowsOf(same.db), rowsOf(other.db)];
  expect(TABLES.filter((_, table) => sameRows[table] !== rows[table])).toEqual([]);
  expect(otherRows[2]).not.toBe(rows[2]);
  for (const { db } of [one, same, other]) db.close();
});

test('a generated store passes the checks of a sold one, and its replies are the ones that the hub gives', async () => {
  const { db, locators } = await made('sound');
  expect(await seatProblems(db)).toEqual([]);
  expect(await brokenLink(db, 0, 1_000_000)).toBeUndefined();
  await checkAtStart(db);
  expect(await checkInPieces(db, () => {})).toBeUndefined();
  expect(db.query('SELECT state, count(*) AS bookings FROM bookings GROUP BY state ORDER BY state').all()).toEqual([
    { state: 'CONFIRMED', bookings: expect.closeTo(768, -2) },
    { state: 'EXPIRED', bookings: expect.closeTo(32, -2) },
  ]);
  const unpaid = `SELECT id FROM bookings b WHERE state = 'CONFIRMED' AND total <> (SELECT sum(amount) FROM tenders WHERE booking_id = b.id)`;
  expect(db.query(unpaid).all()).toEqual([]);

  // The newest booking once more under its own request numbers, and somebody else's try for its seat.
  const sql = "SELECT id, user_name, desk, legs, party FROM bookings WHERE state = 'CONFIRMED' ORDER BY id DESC LIMIT 1";
  const row = db.query<{ id: number; user_name: string; desk: string; legs: string; party: string }>(sql).get();
  const { id, user_name: user, desk: at, legs, party } = row as Exclude<Awaited<typeof row>, undefined>;
  const clock = new FakeClock(RECIPE.firstDay * DAY_MS - 30 * DAY_MS);
  const hub = await openInlineHub({ db, locators, reference: loadReference(), clock });
  const asked = (JSON.parse(legs) as BookedLeg[]).map(({ flightId, cabin, seats }) => ({ flightId, cabin, seats }));
  const passengers = (JSON.parse(party) as BookingView['party']).map(({ passenger: _, ...held }) => held);
  const hold = { legs: asked, passengers, exitRowConfirmed: false };
  const again = await hub.execute('holds.place', { requestId: `generated-hold-${id}`, ...hold }, { user, role: 'agent', desk: at });
  expect(again).toMatchObject({ ok: true, value: { bookingId: id, state: 'HOLD', locator: locators.of(id) } });
  const other = { ...hold, passengers: hold.legs[0]?.seats.map(() => adult) ?? [] };
  expect(codeOf(await hub.execute('holds.place', { requestId: 'somebody-else', ...other }, { user, role: 'agent', desk: at }))).toBe(
    'SEAT_SOLD',
  );
  const found = await hub.ask('bookings.get', { bookingId: id }, { user, role: 'agent', desk: at });
  expect(found).toMatchObject({ ok: true, value: { booking: { state: 'CONFIRMED' }, history: [{}, {}] } });
  await hub.close();
});
