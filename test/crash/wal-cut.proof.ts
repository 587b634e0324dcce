// What power loss leaves of the write-ahead log: cut off, garbled from some byte on, or with a single byte turned over.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../main/seeded-random.ts';
import { checkAtStart, checkWholeFile } from '../../main/store/checks/check-store.ts';
import { transactionsBehindDamage } from '../../main/store/checks/log-damage.ts';
import { openStore } from '../../main/store/open-store.ts';
import { seatProblems } from '../main/support/seat-invariants.ts';
import { openTestHub, value } from '../main/support/test-hub.ts';
import { busyDay } from './busy-day.ts';
import { storeDigest } from './store-digest.ts';
import { commitEnds } from './wal-frames.ts';

const SEED = 20_261_121;
const CUTS = 50;
const STEPS = 60;
const fresh = { storeId: 'cut', locatorKey: 1, madeAt: 0 };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-wal-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Recorded {
  readonly file: Buffer;
  readonly wal: Buffer;
  readonly ends: readonly number[];
  /** Of the store before the log's first transaction, then after each. */
  readonly digests: readonly string[];
}

/** Sells on a store and takes its two files as they lie on the disk in the middle of it. `rounds`: how often the log began anew before. */
async function record(rounds: number): Promise<Recorded> {
  const path = join(folder, `recorded-${rounds}.sqlite`);
  const store = await openTestHub({ file: path });
  const random = seededRandom(SEED + rounds);
  await store.db.script('PRAGMA wal_autocheckpoint = 0');
  for (let round = 0; round < rounds; round++) {
    await busyDay(store, random, STEPS * 2, async () => {});
    await store.db.script('PRAGMA wal_checkpoint(RESTART)');
  }
  if (rounds === 0) await store.db.script('PRAGMA wal_checkpoint(TRUNCATE)');
  const digests = [await storeDigest(store.db)];
  const known = { commits: 0 };
  const after = async () => {
    const { length } = commitEnds(readFileSync(`${path}-wal`));
    if (length > known.commits) digests.push(await storeDigest(store.db));
    // Two transactions between two looks would leave one without its digest.
    expect(length - known.commits).toBeLessThanOrEqual(1);
    known.commits = length;
  };
  const flights = store.addFlight;
  store.addFlight = async (more) => {
    const flight = await flights(more);
    await after();
    return flight;
  };
  await busyDay(store, random, STEPS, after);
  copyFileSync(path, `${path}.taken`);
  const wal = readFileSync(`${path}-wal`);
  await store.hub.close();
  return { file: readFileSync(`${path}.taken`), wal, ends: commitEnds(wal), digests };
}

/** Puts the two files down as a computer finds them when the power is back, and opens them as the writer thread does. */
async function openAgain({ file }: Recorded, wal: Buffer) {
  const path = join(folder, 'again.sqlite');
  rmSync(`${path}-shm`, { force: true });
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, wal);
  const { db } = await openStore({ file: path, mode: 'training', fresh });
  const lost = transactionsBehindDamage(db, path);
  await checkAtStart(db);
  const found = { lost, problems: [...checkWholeFile(db), ...(await seatProblems(db))], digest: await storeDigest(db) };
  await db.close();
  return { path, ...found };
}

describe.each([
  ['in its first round', 0],
  ['that overwrites an older, longer round', 1],
])('a write-ahead log %s', (_which, rounds) => {
  let recorded: Recorded;
  beforeAll(async () => {
    recorded = await record(rounds);
  });

  test('is recorded with the state after each of its transactions', () => {
    expect(recorded.ends.length).toBeGreaterThan(STEPS);
    expect(recorded.digests).toHaveLength(recorded.ends.length + 1);
    expect(new Set(recorded.digests).size).toBe(recorded.digests.length);
    if (rounds > 0) expect(recorded.wal.length).toBeGreaterThan(recorded.ends.at(-1) ?? 0);
  });

  test.each([
    ['cut off', false, (wal: Buffer, at: number) => wal.subarray(0, at)],
    [
      'garbled from there on',
      false,
      (wal: Buffer, at: number) => Buffer.concat([wal.subarray(0, at), Buffer.alloc(wal.length - at, 0xa5)]),
    ],
    [
      'with one byte turned over',
      true,
      (wal: Buffer, at: number) => {
        const changed = Buffer.from(wal);
        changed[at] = (changed[at] ?? 0) ^ 0x40;
        return changed;
      },
    ],
  ])(
    `${CUTS} times %s at a random byte opens with exactly the transactions that were whole before it (seed ${SEED})`,
    async (_how, restThere, damage) => {
      const random = seededRandom(SEED);
      const last = recorded.ends.at(-1) ?? 0;
      for (let cut = 0; cut < CUTS; cut++) {
        const at = 32 + random.below(last - 32);
        const whole = recorded.ends.filter((end) => end <= at).length;
        const { problems, digest, lost } = await openAgain(recorded, damage(recorded.wal, at));
        // Lost power cannot leave two whole transactions behind a torn one: those are told as lost.
        const behind = recorded.ends.length - whole - 1;
        if (!restThere || behind < 1) expect(lost, `at byte ${at}`).toBe(0);
        else if (behind > 1) expect(lost - behind, `at byte ${at}`).toBeOneOf([0, 1]);
        expect(problems, `at byte ${at}`).toEqual([]);
        expect(recorded.digests.indexOf(digest), `at byte ${at}`).toBe(whole);
      }
    },
  );

  test('without its header opens as the file was before it', async () => {
    for (const length of [0, 1, 31]) {
      const { problems, digest } = await openAgain(recorded, recorded.wal.subarray(0, length));
      expect(problems).toEqual([]);
      expect(digest).toBe(recorded.digests[0]);
    }
  });

  test('goes on to be sold on after a cut', async () => {
    const middle = recorded.ends[Math.floor(recorded.ends.length / 2)] ?? 0;
    const { path } = await openAgain(recorded, recorded.wal.subarray(0, middle + 7));
    const store = await openTestHub({ file: path });
    const flight = await store.addFlight({ id: 900, number: 900 });
    value(await store.hold(flight.id, ['20A'], { requestId: 'after-the-cut' }));
    expect(await seatProblems(store.db)).toEqual([]);
    await store.hub.close();
  });
});
