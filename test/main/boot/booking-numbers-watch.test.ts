import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchBookingNumbers } from '../../../main/boot/booking-numbers-watch.ts';
import { LAST_BOOKING_NUMBER } from '../../../main/store/locators.ts';
import { writeMeta } from '../../../main/store/tables/meta-table.ts';
import { BOOKING_NUMBERS_LEFT_TOLD } from '../../../shared/bounds.ts';
import { ANA, codeOf, openTestHub, sale, value } from '../support/test-hub.ts';

const [first = 0] = BOOKING_NUMBERS_LEFT_TOLD;

test.each([
  ['a store that is new', 0, []],
  ['one number before the first warning', LAST_BOOKING_NUMBER - first - 1, []],
  ['the first warning', LAST_BOOKING_NUMBER - first, ['At most 60,000,000 booking numbers are left']],
  ['a day of holds left', LAST_BOOKING_NUMBER - 1_000_000, ['At most 1,000,000 booking numbers are left']],
  ['one left', LAST_BOOKING_NUMBER - 1, ['At most 10,000 booking numbers are left']],
  ['none left', LAST_BOOKING_NUMBER, ['This store has given out its last booking number']],
])('at start, %s', async (_what, last, told) => {
  const heard: string[] = [];
  const store = await openTestHub();
  watchBookingNumbers(store.hub, last, (problem) => heard.push(problem));
  expect(heard.map((problem) => told.find((start) => problem.startsWith(start)) ?? problem)).toEqual(told);
});

test('the last number is given to a hold, which is found by its locator; the next hold is refused and nothing breaks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-numbers-'));
  const file = join(folder, 'store.sqlite');
  const before = await openTestHub({ file });
  await writeMeta(before.db, 'numbers_given', String(LAST_BOOKING_NUMBER - 1));
  await before.hub.close();
  const store = await openTestHub({ file });
  const flight = await store.addFlight();
  const heard: string[] = [];
  watchBookingNumbers(store.hub, LAST_BOOKING_NUMBER - 1, (problem) => heard.push(problem));
  const hold = value(await store.hold(flight.id, ['15A']));
  expect(hold.bookingId).toBe(LAST_BOOKING_NUMBER);
  expect(store.locators.bookingId(hold.locator)).toBe(LAST_BOOKING_NUMBER);
  expect(heard.at(-1)).toMatch(/^This store has given out its last booking number and holds no more seats\. .*new store/);
  const refused = await store.hold(flight.id, ['15B']);
  expect(refused).toMatchObject({ refusal: { code: 'BOOKING_NUMBERS_GONE' } });
  expect(store.reports).toEqual([]);
  // What was held can still be sold and cancelled.
  expect(codeOf(await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId()))).toBe('ok');
  expect(await store.claims(flight.id)).toEqual(['15A']);
  await store.hub.close();
  rmSync(folder, { recursive: true });
});
