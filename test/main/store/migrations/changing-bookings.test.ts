import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { migrate } from '../../../../main/store/migrate.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { toSecondVersion } from '../../support/first-version.ts';
import { ANA, adult, JONAS, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

let folder: string;
let file: string;
let clock: FakeClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-migration-'));
  file = join(folder, 'store.sqlite');
  clock = new FakeClock();
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openTestHub({ file, clock });
/** A booking as every version tells it: drafts are younger than these stores. */
const view = async ({ hub }: TestHub, bookingId: number): Promise<BookingView> => ({
  ...value(await hub.ask('bookings.get', { bookingId }, ANA)).booking,
  draft: null,
});
const rows = ({ db }: TestHub, table: string, order: string) => db.query(`SELECT * FROM ${table} ORDER BY ${order}`).all();

/** A store with a booking in each state: for two passengers on two flights, sold, cancelled, expired, paid for too late, and a live hold. */
async function busyStore(test: TestHub) {
  const out = await test.addFlight();
  const on = await test.addFlight({ origin: 'LAX', destination: 'SFO', departs_at: out.arrives_at + 3 * HOUR_MS });
  const confirm = async (held: Awaited<ReturnType<TestHub['hold']>>, actor = ANA) =>
    value(await test.hub.change('payments.confirm', { ...sale(value(held)), approved: [] }, actor, test.requestId()));
  const twoLegs = (seats: string[]) => ({
    legs: [out, on].map(({ id }) => ({ flightId: id, cabin: 'Y' as const, seats })),
    passengers: seats.map(() => adult),
  });
  await test.hold(out.id, ['20A']);
  clock.advance(6 * MINUTE_MS);
  const sold = await confirm(await test.hold(out.id, [], { requestId: 'migrated-hold', ...twoLegs(['21A', '21B']) }), {
    ...JONAS,
    desk: ANA.desk,
  });
  const { bookingId } = await confirm(await test.hold(out.id, ['22A']));
  const offer = value(await test.hub.execute('bookings.cancelQuote', { requestId: 'migrated-quote', bookingId }, ANA));
  value(await test.hub.execute('bookings.cancel', { requestId: 'migrated-cancel', bookingId, offerId: offer.offerId }, ANA));
  const quoted = await confirm(await test.hold(out.id, ['22C']));
  value(await test.hub.execute('bookings.cancelQuote', { requestId: 'second-quote', bookingId: quoted.bookingId }, ANA));
  const held = value(await test.hold(out.id, ['23A']));
  value(await test.hub.execute('holds.extend', { requestId: 'migrated-extend', bookingId: held.bookingId }, ANA));
  const paying = value(await test.hold(out.id, ['24A']));
  const charges = [{ reference: 'migrated-card', amount: paying.total }];
  const card = { kind: 'card', amount: paying.total, approvalCode: null, testCard: null } as const;
  value(await test.hub.change('payments.begin', { ...sale(paying, { tenders: [card] }), charges, terminal: true }, ANA, 'migrated-begin'));
  const failed = value(await test.hold(out.id, ['25A']));
  await test.hub.change(
    'payments.fail',
    { bookingId: failed.bookingId, reason: 'declined', charges: [], final: true },
    ANA,
    'migrated-fail',
  );
  const released = value(await test.hold(out.id, ['26A']));
  value(await test.hub.execute('holds.release', { requestId: 'migrated-release', bookingId: released.bookingId }, ANA));
  return { sold, last: released.bookingId };
}

/** The hold of the booking that was sold, asked for again under its request number. */
const holdAgain = ({ hub }: TestHub, { legs }: BookingView) =>
  hub.execute(
    'holds.place',
    {
      requestId: 'migrated-hold',
      legs: legs.map(({ flightId, cabin, seats }) => ({ flightId, cabin, seats })),
      passengers: [adult, adult],
      exitRowConfirmed: false,
    },
    ANA,
  );

describe('a store whose bookings could not change', () => {
  test('says the same of each booking, seat and offer when it has become one whose bookings can', async () => {
    const before = await open();
    const { last } = await busyStore(before);
    const views = await Promise.all(Array.from({ length: last }, (_, at) => view(before, at + 1)));
    const claims = await rows(before, 'claims', 'flight_id, seat');
    const offers = await rows(before, 'offers', 'id');
    expect(offers).toHaveLength(2);
    await before.hub.close();
    await toSecondVersion(file);

    const after = await open();
    expect(await Promise.all(Array.from({ length: last }, (_, at) => view(after, at + 1)))).toEqual(views);
    expect(await rows(after, 'claims', 'flight_id, seat')).toEqual(claims);
    const told = (await rows(after, 'offers', 'id')) as { offer: string }[];
    expect(told.map(({ offer }) => JSON.parse(offer))).toEqual((offers as { offer: string }[]).map(({ offer }) => JSON.parse(offer)));
    expect(await crossCheck(after.db)).toBeUndefined();
    await after.hub.close();
  });

  test('answers a request of then with the reply of then, and goes on selling', async () => {
    const before = await open();
    const { sold } = await busyStore(before);
    await before.hub.close();
    await toSecondVersion(file);
    const after = await open();
    const told = value(await holdAgain(after, sold));
    expect(told).toMatchObject({ bookingId: sold.bookingId, state: 'HOLD', party: sold.party, legs: sold.legs });
    value(await after.hold(1, ['27A'], { requestId: 'after-migration' }));
    expect(await crossCheck(after.db)).toBeUndefined();
    await after.hub.close();
  });

  test('tells how far it has come', async () => {
    const before = await open();
    const { last } = await busyStore(before);
    await before.hub.close();
    await toSecondVersion(file);
    const db = new SqliteDatabase({ file });
    const heard: [number, number][] = [];
    await migrate(db, { progress: (done, total) => heard.push([done, total]) });
    // Once for what bookings became, once for what they are found by, once for who took their money, up to the last that was sold.
    expect(heard.slice(0, 2)).toEqual([
      [last, last],
      [last, last],
    ]);
    const [done, total] = heard[2] ?? [];
    expect([heard.length, done]).toEqual([3, total]);
    db.close();
  });
});

test('a reply is told as it was, also when its booking has changed since', async () => {
  const test = await open();
  const { sold } = await busyStore(test);
  const first = value(await holdAgain(test, sold));
  // What a change of seats does to a booking: it gets the next version, and what stood before is kept.
  const kept =
    'INSERT INTO booking_versions (booking_id, last_version, party, legs, total) SELECT id, version, party, legs, total FROM bookings WHERE id = ?';
  await test.db.change(kept).run(sold.bookingId);
  const changed = "UPDATE bookings SET version = version + 1, legs = replace(legs, '21A', '28A') WHERE id = ?";
  expect(await test.db.change(changed).run(sold.bookingId)).toBe(1);
  expect(value(await holdAgain(test, sold))).toEqual(first);
  await test.hub.close();
});
