import { describe, expect, test } from 'vitest';
import { HOLD_CEILING_MS } from '../../../shared/bounds.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, JONAS, MERCY, openTestHub, value } from '../support/test-hub.ts';

async function withHold() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const hold = value(await store.hold(flight.id, ['15A', '15B']));
  const on = { bookingId: hold.bookingId };
  return {
    ...store,
    flight,
    placed: hold,
    extend: (actor = ANA) => store.hub.execute('holds.extend', { requestId: store.requestId(), ...on }, actor),
    release: (actor = ANA) => store.hub.execute('holds.release', { requestId: store.requestId(), ...on }, actor),
  };
}

describe('a hold', () => {
  test('is extended once, by the hold time in force', async () => {
    const store = await withHold();
    store.clock.advance(4 * MINUTE_MS);
    const extended = value(await store.extend());
    expect(extended).toMatchObject({ extended: true, expiresAt: store.placed.createdAt + 10 * MINUTE_MS, holdMs: 10 * MINUTE_MS });
    expect(codeOf(await store.extend())).toBe('HOLD_EXTENDED');
  });

  test('is never extended past the ceiling', async () => {
    const store = await openTestHub();
    value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'holdMinutes', value: 30 }, MERCY));
    const hold = value(await store.hold((await store.addFlight()).id, ['15A']));
    const extended = value(await store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId: hold.bookingId }, ANA));
    expect(extended.expiresAt).toBe(hold.createdAt + HOLD_CEILING_MS);
  });

  test('released, gives its seats back in the same step', async () => {
    const store = await withHold();
    expect(value(await store.release()).state).toBe('RELEASED');
    expect(await store.claims(store.flight.id)).toEqual([]);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 0 }]);
    expect(codeOf(await store.release())).toBe('HOLD_ENDED');
  });

  test('belongs to its desk', async () => {
    const store = await withHold();
    expect(codeOf(await store.release(JONAS))).toBe('HOLD_OF_OTHER_DESK');
    expect(codeOf(await store.extend(JONAS))).toBe('HOLD_OF_OTHER_DESK');
    expect(await store.claims(store.flight.id)).toEqual(['15A', '15B']);
  });

  test('is not usable at its deadline, and is usable a millisecond before', async () => {
    const at = await withHold();
    at.clock.advance(5 * MINUTE_MS - 1);
    expect(codeOf(await at.extend())).toBe('ok');
    const after = await withHold();
    after.clock.advance(5 * MINUTE_MS);
    expect(codeOf(await after.extend())).toBe('HOLD_EXPIRED');
    expect(codeOf(await after.release())).toBe('HOLD_EXPIRED');
  });

  test('that lapses becomes EXPIRED with an event, and is gone from the tray', async () => {
    const store = await withHold();
    const heard: string[] = [];
    store.hub.on((events) => heard.push(...events.map((event) => event.type)));
    store.clock.advance(5 * MINUTE_MS);
    expect(value(await store.hub.ask('holds.ofDesk', {}, ANA)).holds).toEqual([]);
    value(await store.hub.change('holds.expireDue', {}, { user: '-', role: 'system', desk: '-' }, null));
    expect(heard).toEqual(['hold.expired']);
    const after = value(await store.hub.ask('bookings.get', { bookingId: store.placed.bookingId }, ANA));
    expect(after.booking.state).toBe('EXPIRED');
    expect(after.history.map((entry) => entry.type)).toEqual(['hold.expired', 'hold.placed']);
    expect(await store.claims(store.flight.id)).toEqual([]);
  });

  test('of an unknown number is refused', async () => {
    const store = await openTestHub();
    expect(codeOf(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: 77 }, ANA))).toBe('BOOKING_UNKNOWN');
  });
});

describe('the hold time', () => {
  test.each([
    [0, 'SETTING_OUT_OF_RANGE'],
    [1, 'ok'],
    [30, 'ok'],
    [31, 'SETTING_OUT_OF_RANGE'],
  ])('%i minutes: %s', async (minutes, code) => {
    const store = await openTestHub();
    expect(
      codeOf(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'holdMinutes', value: minutes }, MERCY)),
    ).toBe(code);
  });

  test('leaves holds that run as they are', async () => {
    const store = await withHold();
    value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'holdMinutes', value: 1 }, MERCY));
    const holds = value(await store.hub.ask('holds.ofDesk', {}, ANA)).holds;
    expect(holds[0]?.expiresAt).toBe(store.placed.expiresAt);
    expect(value(await store.hold(store.flight.id, ['16A'])).holdMs).toBe(MINUTE_MS);
  });
});
