import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { giveUpPayments } from '../../../main/payment/give-up-payments.ts';
import { checkAtStart, checkWholeFile } from '../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { StoreError } from '../../../main/store/database.ts';
import { SCHEMA_VERSION } from '../../../main/store/migrate.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { lockStore } from '../../../main/store/store-lock.ts';
import { toFirstVersion, toSecondVersion } from '../support/first-version.ts';
import { ANA, adult, type Confirm, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

const HOLD = { requestId: 'asked-in-version-1', passengers: [adult], exitRowConfirmed: false };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-store-'));
  file = join(folder, 'store.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (mode: 'training' | 'live' = 'training') => openStore({ file, mode, fresh: { storeId: 'one', locatorKey: 1, madeAt: 0 } });
const troubleOf = (work: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'none',
      (error: unknown) => (error instanceof StoreError ? error.trouble : String(error)),
    );

describe('opening a store', () => {
  test('keeps what was decided at its making', async () => {
    const first = await open();
    const locator = first.locators.of(1);
    await first.db.close();
    const again = await openStore({ file, mode: 'training', fresh: { storeId: 'two', locatorKey: 2, madeAt: 9 } });
    expect([again.storeId, again.locators.of(1)]).toEqual(['one', locator]);
    await again.db.close();
  });

  test('refuses one made by a newer version, and leaves it as it is', async () => {
    const { db } = await open();
    await db.change('INSERT INTO schema_version (version) VALUES (?)').run(SCHEMA_VERSION + 1);
    await db.close();
    const before = readFileSync(file);
    expect(await troubleOf(() => open())).toBe('newer');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('brings one of the first version to this one: its replies are given again, word for word', async () => {
    const hold = (store: TestHub, flightId: number) =>
      store.hub.execute('holds.place', { ...HOLD, legs: [{ flightId, cabin: 'Y', seats: ['20A'] }] }, ANA);
    const opened = await openTestHub({ file });
    const flight = await opened.addFlight();
    const first = value(await hold(opened, flight.id));
    await opened.hub.close();
    await toFirstVersion(file);
    const again = await openTestHub({ file });
    // Then neither passengers nor segments had numbers.
    const { party, legs, ...rest } = first;
    expect(value(await hold(again, flight.id))).toEqual({
      ...rest,
      party: party.map(({ passenger: _, ...held }) => held),
      legs: legs.map(({ segment: _, ...leg }) => leg),
    });
    expect(await again.claims(flight.id)).toEqual(['20A']);
    expect(await crossCheck(again.db)).toBeUndefined();
    await again.hub.close();
  });

  test('knows the vouchers that a version without a register took: what was refunded to them can be spent', async () => {
    const store = await openTestHub({ file });
    const flight = await store.addFlight();
    await store.addVouchers();
    const sell = async (seat: string, voucher: string) => {
      const held = value(await store.hold(flight.id, [seat]));
      const tenders = [{ kind: 'voucher', amount: held.total, voucher }] as const;
      return value(
        await store.hub.change('payments.confirm', { ...sale(held, { tenders: [...tenders] }), approved: [] }, ANA, store.requestId()),
      );
    };
    const kept = await sell('20A', 'VQ8H2K');
    const quoteOf = async ({ bookingId }: { bookingId: number }, from: TestHub) =>
      value(await from.hub.execute('bookings.cancelQuote', { requestId: 'quote-voucher', bookingId }, ANA));
    await store.hub.close();
    await toFirstVersion(file);
    const again = await openTestHub({ file, clock: store.clock });
    const left = async () => value(await again.hub.ask('vouchers.get', { number: 'VQ8H2K' }, ANA)).balance;
    expect(await left()).toBe(0);
    const { offerId, to } = await quoteOf(kept, again);
    expect(to).toEqual([{ kind: 'voucher', amount: kept.total, reference: 'VQ8H2K' }]);
    const cancel = { requestId: 'cancel-voucher', bookingId: kept.bookingId, offerId };
    value(await again.hub.execute('bookings.cancel', cancel, ANA));
    expect(await left()).toBe(kept.total);
    await again.hub.close();
  });

  test('gives money that a version without jobs owed its jobs: refunds at once, what a crash left when it is given up', async () => {
    const store = await openTestHub({ file });
    const flight = await store.addFlight();
    for (const [place, reference] of ['to-refund', 'to-reverse'].entries()) {
      const held = value(await store.hold(flight.id, [`2${place}A`]));
      const tenders: Confirm['tenders'] = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: null }];
      const paid = { ...sale(held, { tenders }), terminal: true, charges: [{ reference, amount: held.total }] };
      value(await store.hub.change('payments.begin', paid, ANA, store.requestId()));
      if (reference !== 'to-refund') continue;
      const approved = [{ tender: 0, reference, approvalCode: '071642' }];
      const { bookingId } = value(
        await store.hub.change('payments.confirm', { ...sale(held, { tenders }), approved }, ANA, store.requestId()),
      );
      const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
      value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA));
    }
    await store.hub.close();
    await toSecondVersion(file);
    const again = await openTestHub({ file, clock: store.clock });
    const jobs = () => again.db.query('SELECT kind, subject, booking_id, state, tries FROM jobs ORDER BY id').all();
    const refund = { kind: 'refund', subject: 'to-refund', booking_id: 1, state: 'WAITING', tries: 0 };
    expect(await jobs()).toEqual([refund]);
    expect(await giveUpPayments(again.hub)).toBe(1);
    expect(await jobs()).toEqual([refund, { ...refund, kind: 'reversal', subject: 'to-reverse', booking_id: 2 }]);
    expect(await crossCheck(again.db)).toBeUndefined();
    await again.hub.close();
  });

  test('refuses a file that is no store, and leaves it as it is', async () => {
    writeFileSync(file, 'this is a letter, not a store'.repeat(200));
    const size = statSync(file).size;
    expect(await troubleOf(() => open())).toBe('corrupt');
    expect(statSync(file).size).toBe(size);
  });

  test('takes one that lost its version for damaged, and leaves it as it is', async () => {
    const { db } = await open();
    await db.change('DELETE FROM schema_version').run();
    await db.close();
    const before = readFileSync(file);
    expect(await troubleOf(() => open())).toBe('corrupt');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('never takes training for real, nor real for training', async () => {
    await (await open('training')).db.close();
    expect(await troubleOf(() => open('live'))).toBe('failed');
  });

  test('a second one on the same store is told that the first has it, until the first lets go', async () => {
    const lock = await lockStore(file);
    expect(await troubleOf(() => lockStore(file))).toBe('busy');
    lock.release();
    expect(await troubleOf(async () => (await lockStore(file)).release())).toBe('none');
  });

  test('a second one is not let in when somebody deleted the file of the lock (two hubs sold from one store)', async () => {
    const lock = await lockStore(file);
    rmSync(`${file}.lock`);
    expect(await troubleOf(() => lockStore(file))).toBe('busy');
    // Neither through another path to the same folder.
    symlinkSync(folder, `${folder}-link`);
    expect(await troubleOf(() => lockStore(join(`${folder}-link`, 'store.sqlite')))).toBe('busy');
    rmSync(`${folder}-link`);
    lock.release();
    expect(await troubleOf(async () => (await lockStore(file)).release())).toBe('none');
  });

  test('another store in the same folder is another one', async () => {
    const lock = await lockStore(file);
    const other = await lockStore(join(folder, 'other.sqlite'));
    other.release();
    lock.release();
  });

  test('in a folder that is not there is refused', async () => {
    expect(await troubleOf(() => lockStore(join(folder, 'nowhere', 'store.sqlite')))).toBe('read-only');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

describe('the check at start', () => {
  test.each([
    ['an edited journal', "UPDATE journal SET data = '{}' WHERE event = 1"],
    ['a count below nothing', 'UPDATE cabin_counters SET sold = -1'],
    ['held seats that nobody holds', "UPDATE bookings SET state = 'EXPIRED'"],
  ])('finds %s', async (_what, damage) => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    value(await store.hold(flight.id, ['20A']));
    expect(await troubleOf(() => checkAtStart(store.db))).toBe('none');
    expect(checkWholeFile(store.db)).toEqual([]);
    await store.db.change(damage).run();
    expect(await troubleOf(() => checkAtStart(store.db))).toBe('corrupt');
  });
});
