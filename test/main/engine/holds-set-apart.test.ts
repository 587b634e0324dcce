import { expect, test } from 'vitest';
import { setApartText } from '../../../main/boot/set-apart-text.ts';
import { openInlineHub } from '../../../main/engine/inline-hub.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { addDueHolds } from '../support/bare-holds.ts';
import { fakeComputer } from '../support/fake-computer.ts';
import { ANA, codeOf, JONAS, MERCY, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

const SYSTEM = { user: '-', role: 'system', desk: '-' } as const;
const sweep = (store: Pick<TestHub, 'hub'>) => store.hub.change('holds.expireDue', {}, SYSTEM, null);

/** Three holds of flights of their own, one after the other; the second cannot be ended, since its seats are counted wrongly. */
async function withBrokenHold() {
  const store = await openTestHub();
  const holds = [];
  for (const seat of ['15A', '15B', '15C']) {
    const flight = await store.addFlight();
    holds.push({ flight, ...value(await store.hold(flight.id, [seat])) });
    store.clock.advance(1);
  }
  const [before, broken, after] = holds as [(typeof holds)[0], (typeof holds)[0], (typeof holds)[0]];
  await store.db.change('UPDATE cabin_counters SET held = 0 WHERE flight_id = ?').run(broken.flight.id);
  return { store, before, broken, after };
}

test('one hold that cannot be ended is set apart and named, and the holds before and after it end on time', async () => {
  const { store, before, broken, after } = await withBrokenHold();
  store.clock.advance(5 * MINUTE_MS);
  expect(value(await sweep(store))).toEqual({ more: false });
  expect([await store.claims(before.flight.id), await store.claims(after.flight.id)]).toEqual([[], []]);
  expect(await store.claims(broken.flight.id)).toEqual(['15B']);
  expect(store.setApart()).toEqual([broken.locator]);
  expect(store.reports).toHaveLength(1);
  expect(store.reports[0]).toContain(
    `holds.expireDue: hold ${broken.locator} (number ${broken.bookingId}) cannot be ended: BrokenInvariant`,
  );
});

test('a hold that is set apart is not tried again in later batches, nor waited for, and holds that follow end on time', async () => {
  const { store, broken, after } = await withBrokenHold();
  store.clock.advance(5 * MINUTE_MS);
  value(await sweep(store));
  const next = value(await store.hold(after.flight.id, ['16A']));
  store.clock.advance(5 * MINUTE_MS);
  for (let batch = 0; batch < 3; batch++) expect(value(await sweep(store))).toEqual({ more: false });
  expect(value(await store.hub.ask('bookings.get', { bookingId: next.bookingId }, ANA)).booking.state).toBe('EXPIRED');
  expect(store.reports).toHaveLength(1);
  expect(store.setApart()).toEqual([broken.locator]);
});

test('a hold that cannot be ended stands before more than one batch of others, which all end', async () => {
  const { store, broken, after } = await withBrokenHold();
  await addDueHolds(store, (after.expiresAt ?? 0) + 1);
  store.clock.advance(6 * MINUTE_MS);
  expect(value(await sweep(store))).toEqual({ more: true });
  expect(value(await sweep(store))).toEqual({ more: false });
  const left = await store.db.query<{ id: number }>("SELECT id FROM bookings WHERE state = 'HOLD'").all();
  expect(left).toEqual([{ id: broken.bookingId }]);
});

test('a hold that is set apart is sold to nobody, is in no tray, and its seat is refused with others that are free', async () => {
  const { store, broken } = await withBrokenHold();
  store.clock.advance(5 * MINUTE_MS);
  value(await sweep(store));
  const refused = await store.hold(broken.flight.id, ['15B'], {}, JONAS);
  expect(refused).toMatchObject({ refusal: { code: 'SEAT_BLOCKED', details: { seat: '15B', nextBest: [expect.any(String)] } } });
  expect(codeOf(await store.hold(broken.flight.id, ['15C'], {}, JONAS))).toBe('ok');
  expect(value(await store.hub.ask('holds.ofDesk', {}, ANA)).holds).toEqual([]);
  for (const name of ['holds.extend', 'holds.release'] as const)
    expect(codeOf(await store.hub.execute(name, { requestId: store.requestId(), bookingId: broken.bookingId }, ANA))).toBe('HOLD_EXPIRED');
  expect(codeOf(await store.hub.change('payments.confirm', { ...sale(broken), approved: [] }, ANA, store.requestId()))).not.toBe('ok');
  expect(store.reports.filter((report) => report.startsWith('holds.'))).toHaveLength(1);
});

test('a hold that is set apart stays dead when time is set back to before its deadline, and does not keep time from being set', async () => {
  const computer = fakeComputer();
  const store = await openTestHub({ clock: computer.start() });
  const flight = await store.addFlight();
  computer.set(HOUR_MS);
  const { bookingId } = value(await store.hold(flight.id, ['15A']));
  await store.db.change('UPDATE cabin_counters SET held = 0').run();
  computer.pass(5 * MINUTE_MS);
  value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
  expect(store.setApart()).toHaveLength(1);
  computer.set(-HOUR_MS);
  expect(value(await store.hub.stepClock('clock.setBack', computer.wall, MERCY, store.requestId()))).toMatchObject({ endedHolds: 0 });
  expect(codeOf(await store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId }, ANA))).toBe('HOLD_EXPIRED');
});

test('it is tried again when its booking changes, and when the store is opened again', async () => {
  const { store, broken } = await withBrokenHold();
  store.clock.advance(5 * MINUTE_MS);
  value(await sweep(store));
  const reports: string[] = [];
  const again = await openInlineHub({
    ...{ db: store.db, locators: store.locators, reference: store.reference, clock: store.clock },
    report: ({ problem }) => reports.push(problem),
  });
  value(await again.change('holds.expireDue', {}, SYSTEM, null));
  expect(reports).toHaveLength(1);

  await store.db.change('UPDATE cabin_counters SET held = 1 WHERE flight_id = ?').run(broken.flight.id);
  value(
    await store.hub.change(
      'payments.fail',
      { bookingId: broken.bookingId, reason: 'declined', charges: [], final: true },
      ANA,
      store.requestId(),
    ),
  );
  expect(store.setApart()).toEqual([]);
  expect(await store.claims(broken.flight.id)).toEqual([]);
});

test('what consoles are told names the holds and what to do', () => {
  expect(setApartText([])).toBe('');
  expect(setApartText(['ABC234'])).toMatch(/^Hold ABC234 has ended, .* Start Aisle again/);
  expect(setApartText(['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toMatch(/^Holds A, B, C, D, E and 2 more have ended, /);
});
