import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerQuery } from '../../../main/engine/answer-query.ts';
import { queries } from '../../../main/queries/registry.ts';
import type { ReadStatement } from '../../../main/store/database.ts';
import { Locators } from '../../../main/store/locators.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { addOverride } from '../../../main/store/tables/class-overrides-table.ts';
import { flightToPrice } from '../../../main/store/tables/flight-to-price.ts';
import { cabinCounters } from '../../../main/store/tables/flights-table.ts';
import { addPolicy } from '../../../main/store/tables/policies-table.ts';
import { addRefundPolicy } from '../../../main/store/tables/refund-policies-table.ts';
import type { Output } from '../../../shared/contract.ts';
import { instant } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { migratedStore } from '../support/once/migrated-store.ts';
import { tinyReference } from '../support/tiny-reference.ts';

const DEPARTS = Date.parse('2026-11-21T14:00Z');
const NOW = instant(DEPARTS - 3_600_000);

/** The reader's connection. Before each of its reads somebody else may write. */
class Watched extends SqliteDatabase {
  /** How many statements were run, snapshots among them. */
  statements = 0;
  beforeRead: (() => void) | undefined;

  override query<Row>(sql: string): ReadStatement<Row> {
    const statement = super.query<Row>(sql);
    return {
      get: (...values) => {
        this.#read();
        return statement.get(...values);
      },
      all: (...values) => {
        this.#read();
        return statement.all(...values);
      },
    };
  }

  override change(sql: string) {
    this.statements++;
    return super.change(sql);
  }

  #read(): void {
    this.statements++;
    this.beforeRead?.();
  }
}

let folder: string;
let writer: SqliteDatabase;
let reader: Watched;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-quote-'));
  const file = join(folder, 'store.sqlite');
  writeFileSync(file, await migratedStore());
  writer = new SqliteDatabase({ file });
  writer
    .change(
      `INSERT INTO flights (id, carrier, number, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency)
       VALUES (1, 'QA', 1, 'JFK', 'LAX', 20778, ?, ?, '738', 'tiny', 10000, 'USD')`,
    )
    .run(DEPARTS, DEPARTS + 6 * 3_600_000);
  reader = new Watched({ file, readOnly: true });
});

afterEach(() => {
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});

async function quote(): Promise<Output<'pricing.quote'>> {
  const actor = { user: 'ann', role: 'agent', desk: 'T1-01' } as const;
  const asked = { name: 'pricing.quote', body: JSON.stringify({ flightId: 1, cabin: 'Y' }), actor, now: NOW };
  const facts = { reference: tinyReference, locators: new Locators(7) };
  const reply = JSON.parse(await answerQuery(reader, facts, queries as never, asked));
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
}

/** Multiplies what the schedule brought. */
const timesFiled = (version: number, percent: number, more: readonly PolicyRule[] = []) =>
  addPolicy(writer, {
    ...{ version, scope: { kind: 'network' }, validFrom: instant(0), validTo: null },
    rules: [{ rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: percent } }, ...more],
    ...{ author: 'osei', reason: 'Test', publishedAt: version, again: null },
  });

const fileFare = (fare: number) => writer.change('UPDATE flights SET base_fare = ? WHERE id = 1').run(fare);

/** Both in one transaction, which is committed when this returns. */
function timesNewlyFiled(version: number, percent: number, fare: number): void {
  writer.begin();
  void timesFiled(version, percent);
  void fileFare(fare);
  writer.commit();
}

test('a quote runs one statement and begins no snapshot, as long as no rule is new', async () => {
  await quote();
  reader.statements = 0;
  const before = await quote();
  expect(reader.statements).toBe(1);
  expect(await quote()).toEqual(before);
});

test('what is published, decided by hand, sold or filed is in the very next quote', async () => {
  await timesFiled(2, 100);
  expect(await quote()).toMatchObject({ fare: 100_00, policy: { version: 2 } });
  await timesFiled(3, 200);
  expect(await quote()).toMatchObject({ fare: 200_00, policy: { version: 3 } });
  await fileFare(110_00);
  expect(await quote()).toMatchObject({ fare: 220_00, policy: { version: 3 } });
  await timesFiled(4, 100, [{ rule: 'refund', policy: 'saver' }]);
  expect((await quote()).refund).toEqual({ policy: 'saver', version: 1 });
  const saver = { name: 'saver', tiers: [], cancelFee: {}, changeFee: {}, author: 'osei', reason: 'Test', addedAt: 0 };
  for (const version of [1, 2]) await addRefundPolicy(writer, { ...saver, version });
  expect((await quote()).refund).toEqual({ policy: 'saver', version: 2 });
  await timesFiled(5, 100, [{ rule: 'loadTiers', over: 'cabin', tiers: [{ below: 50, percent: 100 }], above: 300 }]);
  expect((await quote()).fare).toBe(110_00);
  writer.change("INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (1, 'Y', 20, 4, 5)").run();
  expect((await quote()).fare).toBe(110_00);
  writer.change('UPDATE cabin_counters SET held = held + 1').run();
  expect((await quote()).fare).toBe(330_00);
});

test('a class that is closed by hand is closed in the very next quote', async () => {
  const classes = [
    { code: 'Y', fare: 300_00, mean: 1, deviation: 1 },
    { code: 'M', fare: 200_00, mean: 5, deviation: 2 },
  ];
  const otherwise = { F: 100, J: 100, W: 100, Y: 100 };
  const cabins = { F: classes, J: classes, W: classes, Y: classes };
  const rule: PolicyRule = { rule: 'bookingClasses', over: 'cabin', currency: 'USD', cabins, otherwise };
  await addPolicy(writer, {
    ...{ version: 2, scope: { kind: 'network' }, rules: [rule], validFrom: instant(0), validTo: null },
    ...{ author: 'osei', reason: 'Test', publishedAt: 0, again: null },
  });
  expect((await quote()).fare).toBe(200_00);
  await addOverride(writer, {
    ...{ number: 1, scope: { kind: 'flight', flightId: 1 }, cabin: 'Y', code: 'M', decision: 'closed' },
    ...{ author: 'osei', reason: 'Test', at: NOW },
  });
  expect((await quote()).fare).toBe(300_00);
});

// The commit changes the policy and the filed fare. The price is 600.00 by both as they were and by both as they are, and by no mixture.
test.each([1, 2, 3, 4, 5, 6])('a quote is of one snapshot, whoever commits before its read number %i', async (place) => {
  for (const isWarm of [false, true]) {
    const version = isWarm ? 4 : 2;
    timesNewlyFiled(version, 200, 300_00);
    if (isWarm) await quote();
    let reads = 0;
    reader.beforeRead = () => {
      if (++reads === place) timesNewlyFiled(version + 1, 300, 200_00);
    };
    expect((await quote()).fare).toBe(600_00);
    reader.beforeRead = undefined;
    if (reads < place) timesNewlyFiled(version + 1, 300, 200_00);
    expect(await quote()).toMatchObject({ fare: 600_00, policy: { version: version + 1 } });
  }
});

test.each([
  ['none', []],
  ['one', ['Y 20 4 6']],
  ['several, one oversold, one that may sell nothing', ['J 8 0 10', 'W 0 0 0', 'Y 200 15 185']],
])('a flight to price has its own counters: %s', async (_case, rows) => {
  const insert = writer.change('INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, ?, ?)');
  for (const [cabin = '', ...numbers] of rows.map((row) => row.split(' '))) insert.run(1, cabin, ...numbers.map(Number));
  insert.run(2, 'F', 1, 1, 1);
  const counters = (await flightToPrice(reader, 1))?.counters ?? [];
  expect(counters).toEqual(await cabinCounters(writer, 1));
  expect(await flightToPrice(reader, 2)).toBeUndefined();
});
