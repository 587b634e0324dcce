// A page of the store is overwritten while nobody looks: with noise, with nothing, with another page, with itself of another day.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInlineHub } from '../../main/engine/inline-hub.ts';
import type { StoreHub } from '../../main/engine/store-hub.ts';
import { loadReference } from '../../main/reference/load-reference.ts';
import { seededRandom } from '../../main/seeded-random.ts';
import { checkAtStart, checkWholeFile } from '../../main/store/checks/check-store.ts';
import { crossCheck } from '../../main/store/checks/cross-check.ts';
import { StoreError } from '../../main/store/database.ts';
import { openStore } from '../../main/store/open-store.ts';
import { discardStagedCodeshares } from '../../main/store/tables/staged-codeshares-table.ts';
import { discardStaged } from '../../main/store/tables/staged-flights-table.ts';
import { type Reply, refuse } from '../../shared/refusals.ts';
import { FakeClock } from '../main/support/fake-clock.ts';
import { ANA, adult, codeOf } from '../main/support/test-hub.ts';
import { DAMAGES, type Damage, type LivedStore, liveOn, overwrite, type Page } from './damaged-pages.ts';
import { storeDigest } from './store-digest.ts';

const SEED = 20_261_121;
const DAMAGED = 150;
const USED = 30;

let folder: string;
let store: LivedStore;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-pages-'));
  store = await liveOn(join(folder, 'lived.sqlite'), SEED);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a store down as one that was closed well, and opens it. */
function open(bytes: Buffer) {
  const file = join(folder, 'damaged.sqlite');
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  writeFileSync(file, bytes);
  return openStore({ file, mode: 'training', fresh: { storeId: 'pages', locatorKey: 1, madeAt: 0 } });
}

const words = (error: unknown): string => {
  if (error instanceof StoreError && error.trouble === 'corrupt') return error.message;
  throw error;
};

/** Every sort of page as often as every other, however few there are of it. */
function* damages(seed: number, count: number, fits: (page: Page) => boolean): Generator<{ page: Page; damage: Damage; bytes: Buffer }> {
  const random = seededRandom(seed);
  const groups = [...Map.groupBy(store.pages.filter(fits), ({ name, kind }) => `${name} ${kind}`).values()];
  for (let made = 0; made < count; ) {
    const page = random.pick(random.pick(groups));
    const damage = random.pick(DAMAGES);
    const bytes = overwrite(store, page, damage, random);
    if (!bytes) continue;
    made++;
    yield { page, damage, bytes };
  }
}

/** What a start finds that looks at everything; undefined when nothing is wrong. */
async function foundAtStart(bytes: Buffer): Promise<{ problem: string | undefined; digest: string }> {
  let opened: Awaited<ReturnType<typeof open>>;
  try {
    opened = await open(bytes);
  } catch (error) {
    return { problem: words(error), digest: '' };
  }
  const { db } = opened;
  try {
    const problem = await checkAtStart(db).then(() => undefined, words);
    const found = problem ?? checkWholeFile(db)[0] ?? (await crossCheck(db));
    if (found !== undefined) return { problem: found, digest: '' };
    // A start forgets every file that was not applied, so a page on which an old one stands again does no harm.
    await discardStaged(db, null);
    await discardStagedCodeshares(db, null);
    return { problem: undefined, digest: await storeDigest(db) };
  } finally {
    await db.close();
  }
}

describe('a page that was overwritten', () => {
  test('is not looked for in vain: the store as it was passes every check', async () => {
    expect(await foundAtStart(store.file)).toEqual({ problem: undefined, digest: store.digest });
    expect(new Set(store.pages.map(({ kind }) => kind))).toEqual(new Set(['leaf', 'internal', 'overflow', 'free']));
  });

  test(`${DAMAGED} of them: each is found at start and named, or the store says the same as before (seed ${SEED})`, async () => {
    const unnamed: string[] = [];
    let found = 0;
    for (const { page, damage, bytes } of damages(SEED, DAMAGED, () => true)) {
      const what = `page ${page.number} (${page.kind} of ${page.name}): ${damage}`;
      const { problem, digest } = await foundAtStart(bytes);
      if (problem === undefined) expect(digest, what).toBe(store.digest);
      else {
        found++;
        if (problem === 'database disk image is malformed') unnamed.push(`${what}: ${problem}`);
      }
    }
    expect(unnamed).toEqual([]);
    // Only free room may be overwritten without harm.
    expect(found).toBeGreaterThan(DAMAGED * 0.8);
  });
});

/** What a console is told of bookings and seats. */
async function answers(hub: StoreHub): Promise<Map<string, Reply<unknown>>> {
  const said = new Map<string, Reply<unknown>>();
  const ask = async (what: string, question: () => Promise<Reply<unknown>>) => {
    const reply = await question().catch((error: unknown): Reply<unknown> => {
      words(error);
      return refuse('STORE_DAMAGED');
    });
    said.set(what, reply);
  };
  for (let bookingId = 1; bookingId <= 200; bookingId += 7)
    await ask(`booking ${bookingId}`, () => hub.ask('bookings.get', { bookingId }, ANA));
  for (let flightId = 1_501; flightId <= 1_545; flightId++)
    await ask(`seats of flight ${flightId}`, async () => {
      const map = await hub.ask('flights.seatMap', { flightId }, ANA);
      return map.ok ? { ok: true, value: map.value.taken } : map;
    });
  await ask('events', () => hub.ask('events.since', { after: 100 }, ANA));
  return said;
}

async function openHub(bytes: Buffer) {
  const { db, locators } = await open(bytes);
  await checkAtStart(db);
  return openInlineHub({ db, locators, reference: loadReference(), clock: new FakeClock() });
}

describe('in a store too large to be looked through at start', () => {
  // A flight's own row, its indexes and the list of users stand in no other table that would be asked at every use.
  const asked = ({ name }: Page) =>
    /^(bookings|claims|cabin_counters|journal|booking_legs|booking_passengers|tenders|offers|booking_versions)/.test(name);

  test(`${USED} pages of sales: what is asked is answered rightly or refused as damaged, and no seat is sold twice (seed ${SEED})`, async () => {
    const sound = await openHub(store.file);
    const right = await answers(sound);
    await sound.close();
    const wrong: string[] = [];
    let refused = 0;
    for (const { page, damage, bytes } of damages(SEED + 1, USED, asked)) {
      const what = `page ${page.number} (${page.kind} of ${page.name}): ${damage}`;
      let hub: StoreHub;
      try {
        hub = await openHub(bytes);
      } catch (error) {
        words(error);
        refused++;
        continue;
      }
      for (const [question, reply] of await answers(hub)) {
        if (codeOf(reply) === 'STORE_DAMAGED') refused++;
        else if (!isDeepStrictEqual(reply, right.get(question))) wrong.push(`${what}: ${question}: ${JSON.stringify(reply).slice(0, 160)}`);
      }
      for (let flightId = 1_501; flightId <= 1_545; flightId++) {
        const taken = right.get(`seats of flight ${flightId}`);
        const [seat] = taken?.ok ? (taken.value as { seat: string }[]) : [];
        if (!seat) continue;
        const legs = [{ flightId, cabin: 'Y' as const, seats: [seat.seat] }];
        const input = { requestId: `twice-${flightId}`, legs, passengers: [adult], exitRowConfirmed: true };
        const reply = await hub.execute('holds.place', input, ANA);
        if (reply.ok) wrong.push(`${what}: seat ${seat.seat} of flight ${flightId} was sold again`);
      }
      await hub.close();
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(USED / 2);
  });
});
