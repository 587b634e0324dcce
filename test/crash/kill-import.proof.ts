// Kills an import that is applied in pieces before each of its commits, and somewhere within each.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '../../main/actor.ts';
import { seededRandom } from '../../main/seeded-random.ts';
import { crossCheck } from '../../main/store/checks/cross-check.ts';
import { FakeClock } from '../main/support/fake-clock.ts';
import { applied, copied, flight, type KeptBeside, NOW, preview, SCOPE, SMALL, settled } from '../main/support/staged-schedule.ts';
import { ANA, openTestHub, sale, value } from '../main/support/test-hub.ts';
import { type ImportToKill, requestOfImport } from './import-to-kill.ts';
import { runProcess } from './killed-process.ts';

const SEED = 20_261_128;
const PROCESS = resolve(import.meta.dirname, 'importing-process.ts');
/** The last is sold as a flight of its own before it is known that QX 43 flies it. */
const SOLD_BESIDE = flight(9043, { carrier: 'QY' });
const BEFORE = [...[41, 42, 43].map((number) => flight(number)), SOLD_BESIDE];
/** The first is another aircraft later, the second is gone, the third stays, the fourth is new. */
const AFTER = [flight(41, { equipment: '733', seatMap: SMALL, departsAt: Date.UTC(2026, 10, 23, 16) }), flight(43), flight(44)];

const { origin, serviceDay, departsAt } = SOLD_BESIDE;
const CODESHARES: KeptBeside = {
  ...{ keptNumbers: [], scopes: [...SCOPE, { carrier: '', fromDay: 0, toDay: 0, marketed: true }] },
  codeshares: ['QY', 9043, '', origin, serviceDay, 'operating', departsAt, 'QX', 43, '', serviceDay],
};

let folder: string;
let staged: ImportToKill;
let commits: number[];
let right: Awaited<ReturnType<typeof outcomeOf>>;
let old: string;

const open = (file: string) => openTestHub({ clock: new FakeClock(NOW), file });

async function outcomeOf(test: Awaited<ReturnType<typeof open>>) {
  const rows = (sql: string) => test.db.query<Record<string, unknown>>(sql).all();
  return {
    flights: JSON.stringify(await rows('SELECT * FROM flights ORDER BY id')),
    told: (await rows("SELECT booking_id, data FROM journal WHERE type = 'booking.flightsChanged' ORDER BY booking_id")).map(
      ({ booking_id }) => booking_id,
    ),
    claims: await rows('SELECT * FROM claims ORDER BY flight_id, seat'),
    counters: await rows('SELECT * FROM cabin_counters ORDER BY flight_id, cabin'),
    tables: await rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'flights%'"),
    staged: await rows('SELECT import_id FROM staged_flights'),
    codeshares: await rows('SELECT * FROM codeshares'),
    stagedCodeshares: await rows('SELECT * FROM staged_codeshares'),
  };
}

const copyOf = (name: string): string => {
  const to = join(folder, name);
  for (const end of ['', '-wal', '-shm']) rmSync(`${to}${end}`, { force: true });
  cpSync(join(folder, 'staged.sqlite'), to);
  return to;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-kill-import-'));
  const store = await open(join(folder, 'staged.sqlite'));
  await applied(store, BEFORE);
  for (const [flightId, seat] of [
    [1, '20A'],
    [1, '29A'],
    [2, '20A'],
    [3, '20A'],
    [4, '20A'],
  ] as const) {
    const held = value(await store.hold(flightId, [seat]));
    value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
  }
  const { input } = await preview(store, AFTER, CODESHARES, 'import-0002');
  staged = { apply: input, now: NOW };
  old = (await outcomeOf(store)).flights;
  await store.hub.close();

  const whole = copyOf('whole.sqlite');
  const { code, said } = await runProcess([PROCESS, whole, JSON.stringify(staged)]);
  expect(code, said).toBe(0);
  commits = JSON.parse(said.trim().split('\n').at(-1) ?? '') as number[];
  expect(commits.length).toBeGreaterThan(10);
  const done = await open(whole);
  right = await outcomeOf(done);
  expect(right).toMatchObject({
    told: [1, 2, 3, 5],
    tables: [{ name: 'flights' }],
    staged: [],
    codeshares: [{ op_number: 43 }],
    stagedCodeshares: [],
  });
  await done.hub.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`killed before each commit and within each piece: the schedule is the old or the new one, and nobody is told twice (seed ${SEED})`, async () => {
  const random = seededRandom(SEED);
  for (const [at, commit] of commits.entries()) {
    const begun = commits[at - 1] ?? 0;
    const killBefore = random.below(2) === 0 ? commit : begun + 1 + random.below(commit - begun);
    const file = copyOf('killed.sqlite');
    const { code, said } = await runProcess([PROCESS, file, JSON.stringify(staged), String(killBefore)]);
    expect(code, said).toBe(null);

    // What a start does.
    const store = await open(file);
    value(await store.hub.change('schedule.discard', { importId: null }, SYSTEM, null));
    const isOld = (await outcomeOf(store)).flights === old;
    if (!isOld) expect((await outcomeOf(store)).flights).toBe(right.flights);
    await settled(store);
    if (isOld) {
      expect(await outcomeOf(store)).toMatchObject({
        told: [],
        tables: [{ name: 'flights' }],
        staged: [],
        codeshares: [],
        stagedCodeshares: [],
      });
      const { input } = await preview(store, AFTER, CODESHARES, 'import-0003');
      await copied(store, input);
      value(await store.hub.change('schedule.applyStaged', { ...input, unseat: true }, SYSTEM, null));
      await settled(store);
    } else {
      const again = await store.hub.change('schedule.applyStaged', { importId: staged.apply.importId }, SYSTEM, requestOfImport);
      expect(again, `the reply is known after the kill before call ${killBefore}`).toMatchObject({ ok: true });
    }
    expect(await outcomeOf(store)).toEqual(right);
    expect(await crossCheck(store.db)).toBeUndefined();
    await store.hub.close();
  }
}, 300_000);
