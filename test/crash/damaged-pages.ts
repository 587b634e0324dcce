import { copyFileSync, readFileSync } from 'node:fs';
import { SYSTEM } from '../../main/actor.ts';
import { type SeededRandom, seededRandom } from '../../main/seeded-random.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { adult, MERCY, openTestHub, sale, type TestHub, value } from '../main/support/test-hub.ts';
import { busyDay } from './busy-day.ts';
import { storeDigest } from './store-digest.ts';

export interface Page {
  readonly number: number;
  /** Of its table or index; the list of free pages has none. */
  readonly name: string;
  readonly kind: 'leaf' | 'internal' | 'overflow' | 'free';
}

/** A store after a long day, with what it was in the middle of it. */
export interface LivedStore {
  readonly file: Buffer;
  readonly earlier: Buffer;
  readonly pageBytes: number;
  readonly pages: readonly Page[];
  readonly digest: string;
}

const FLIGHTS = 1_500;
const DAYS = 5;

/** Makes a store whose every table has seen use: sales in cash and by card, cancellations, a change of prices, users and settings. */
export async function liveOn(path: string, seed: number): Promise<LivedStore> {
  const store = await openTestHub({ file: path });
  const random = seededRandom(seed);
  for (let flight = 0; flight < FLIGHTS; flight++) await store.addFlight();
  for (const user of ['ruiz', 'weber', 'osei'])
    value(await store.hub.change('users.add', { user, display: user, role: 'supervisor', pinHash: 'hash' }, MERCY, store.requestId()));

  let earlier = Buffer.alloc(0);
  for (let day = 0; day < DAYS; day++) {
    await busyDay(store, random, 60, async () => {});
    await families(store, random, day);
    await cards(store, random, day);
    value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'holdMinutes', value: 5 + day }, MERCY));
    value(await store.hub.execute('users.setActive', { requestId: store.requestId(), user: 'weber', active: day % 2 === 1 }, MERCY));
    await store.price(1 + day, 'fixed');
    await leaveFreePages(store);
    await store.db.script('PRAGMA wal_checkpoint(TRUNCATE)');
    if (day === DAYS - 2) {
      copyFileSync(path, `${path}.earlier`);
      earlier = readFileSync(`${path}.earlier`);
    }
  }
  const digest = await storeDigest(store.db);
  await store.hub.close();
  const db = new SqliteDatabase({ file: path });
  const pages = pagesOf(db);
  const [{ page_size: pageBytes }] = db.pragma('page_size') as [{ page_size: number }];
  db.close();
  return { file: readFileSync(path), earlier, pageBytes, pages, digest };
}

/** What an import stages and leaves behind: free pages. */
async function leaveFreePages(store: TestHub): Promise<void> {
  const keptNumbers = Array.from({ length: 3_000 }, (_, number) => ({ carrier: 'ZZ', number }));
  value(await store.hub.change('schedule.stage', { importId: 'staged-and-left', keptNumbers, values: [] }, MERCY, store.requestId()));
  value(await store.hub.change('schedule.discard', { importId: null }, MERCY, null));
}

/** Large parties with infants on three flights: their replies run over the end of a page. */
async function families(store: TestHub, random: SeededRandom, day: number): Promise<void> {
  const start = store.clock.now() + 30 * 3_600_000;
  const cities = ['JFK', 'ORD', 'DEN', 'LAX'] as const;
  const flights = [];
  for (let leg = 0; leg < 3; leg++) {
    const departs_at = start + leg * 4 * 3_600_000;
    const [origin = '', destination = ''] = [cities[leg], cities[leg + 1]];
    flights.push(
      await store.addFlight({ origin, destination, departs_at, arrives_at: departs_at + 2 * 3_600_000, number: 8_000 + day * 10 + leg }),
    );
  }
  for (let row = 10; row < 20; row += 2) {
    const seats = ['A', 'B', 'C', 'D', 'E', 'F', 'A', 'B', 'C'].map((letter, place) => `${row + Math.floor(place / 6)}${letter}`);
    const legs = flights.map(({ id }) => ({ flightId: id, cabin: 'Y' as const, seats }));
    const held = await store.hold(0, [], { legs, passengers: seats.map(() => ({ ...adult, infant: true })), exitRowConfirmed: true });
    if (!held.ok || random.below(3) === 0) continue;
    const plain = sale(held.value);
    const seated = plain.passengers.map((passenger) => ({
      ...passenger,
      surname: 'Petrowna-Romanowa',
      given: `${passenger.given} Maria Theodora Anastasia`,
    }));
    const infants = seated.map((passenger, place) => ({
      ...passenger,
      type: 'INF' as const,
      title: '' as const,
      birthDate: '2026-03-01',
      with: place,
    }));
    const passengers = [...seated, ...infants];
    const contact = { phone: '+1 212 555 0148', email: `${'elena.maria.'.repeat(8)}@family.example`, askedBy: 'Elena '.repeat(12).trim() };
    const input = { ...plain, passengers, contact, approved: [] };
    value(await store.hub.change('payments.confirm', input, MERCY_AT, store.requestId()));
  }
}
const MERCY_AT = { ...MERCY, desk: 'T1-04' };

/** Card payments in each of their states. */
async function cards(store: TestHub, random: SeededRandom, day: number): Promise<void> {
  const flight = await store.addFlight({ number: 9_000 + day });
  for (let row = 10; row < 30; row++) {
    const held = await store.hold(flight.id, [`${row}A`], { exitRowConfirmed: true });
    if (!held.ok) continue;
    const requestId = store.requestId();
    const { bookingId, total } = held.value;
    const tenders = [{ kind: 'card', amount: total, approvalCode: null, testCard: null } as const];
    const charge = { reference: `${requestId}.0`, amount: total };
    const more = { ...sale(held.value, { tenders }), terminal: true };
    value(await store.hub.change('payments.begin', { ...more, charges: [charge] }, MERCY_AT, `${requestId}.begin`));
    if (random.below(4) === 0) {
      const charges = [{ reference: charge.reference, approvalCode: '123456', mayBeCharged: true }];
      value(await store.hub.change('payments.fail', { bookingId, reason: 'no', charges, final: true }, MERCY_AT, `${requestId}.fail`));
    } else {
      const approved = [{ tender: 0, reference: charge.reference, approvalCode: '123456' }];
      value(await store.hub.change('payments.confirm', { ...more, approved }, MERCY_AT, `${requestId}.confirm`));
    }
    store.clock.advance(random.below(2) * MINUTE_MS);
  }
  await tryJobs(store, random);
}

/** What is due goes back, or does not, or is a dead letter, or one that is tried again. */
async function tryJobs(store: Awaited<ReturnType<typeof openTestHub>>, random: SeededRandom): Promise<void> {
  for (const { id: jobId, tries: triesBefore } of value(await store.hub.look('jobs.due', {}))) {
    const done = random.below(2) === 0;
    const tried = {
      jobId,
      triesBefore,
      done,
      answer: done ? 'done' : 'the bank is closed',
      lasting: random.below(2) === 0,
      retryAfterMs: 10_000,
    };
    value(await store.hub.change('jobs.record', tried, SYSTEM, null));
    if (!done && random.below(2) === 0) value(await store.hub.execute('jobs.tryAgain', { requestId: store.requestId(), jobId }, MERCY));
  }
}

function pagesOf(db: SqliteDatabase): Page[] {
  type Row = { pageno: number; name: string; pagetype: Page['kind'] };
  const used = db.query<Row>('SELECT pageno, name, pagetype FROM dbstat WHERE aggregate = FALSE').all() as Row[];
  const known = new Map(used.map(({ pageno, name, pagetype }) => [pageno, { number: pageno, name, kind: pagetype }]));
  const [{ page_count: count }] = db.pragma('page_count') as [{ page_count: number }];
  return Array.from({ length: count }, (_, at) => known.get(at + 1) ?? { number: at + 1, name: 'free pages', kind: 'free' });
}

export const DAMAGES = ['random bytes', 'zeros', 'a page of another table', 'another page of its table', 'an older page'] as const;
export type Damage = (typeof DAMAGES)[number];

/** Overwrites one page of the store. Undefined when there is no other page of that sort, or it says the same. */
export function overwrite(store: LivedStore, page: Page, damage: Damage, random: SeededRandom): Buffer | undefined {
  const { file, earlier, pages, pageBytes } = store;
  const bytesAt = (from: Buffer, number: number) => from.subarray((number - 1) * pageBytes, number * pageBytes);
  const other = (wanted: (one: Page) => boolean) => {
    const list = pages.filter((one) => one.number !== page.number && wanted(one));
    return list.length > 0 ? bytesAt(file, random.pick(list).number) : undefined;
  };
  const content = {
    'random bytes': () => Buffer.from(Array.from({ length: pageBytes }, () => random.below(256))),
    zeros: () => Buffer.alloc(pageBytes),
    'a page of another table': () => other(({ name }) => name !== page.name),
    'another page of its table': () => other(({ name, kind }) => name === page.name && kind === page.kind),
    'an older page': () => bytesAt(earlier, page.number),
  }[damage]();
  if (!content || content.length < pageBytes || content.equals(bytesAt(file, page.number))) return undefined;
  const damaged = Buffer.from(file);
  content.copy(damaged, (page.number - 1) * pageBytes);
  return damaged;
}
