import { describe, expect, test } from 'vitest';
import { HOLD_CEILING_MS } from '../../../shared/bounds.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, JONAS, MERCY, openTestHub, value } from '../support/test-hub.ts';

async function withHold() {
  const it = await openTestHub();
  const flight = await it.addFlight();
  const hold = value(await it.hold(flight.id, ['15A', '15B']));
  const on = { bookingId: hold.bookingId };
  return {
    ...it,
    flight,
    placed: hold,
    extend: (actor = ANA) => it.hub.execute('holds.extend', { requestId: it.requestId(), ...on }, actor),
    release: (actor = ANA) => it.hub.execute('holds.release', { requestId: it.requestId(), ...on }, actor),
  };
}

describe('a hold', () => {
  test('is extended once, by the hold time in force', async () => {
    const it = await withHold();
    it.clock.advance(4 * MINUTE_MS);
    const extended = value(await it.extend());
    expect(extended).toMatchObject({ extended: true, expiresAt: it.placed.createdAt + 10 * MINUTE_MS, holdMs: 10 * MINUTE_MS });
    expect(codeOf(await it.extend())).toBe('HOLD_EXTENDED');
  });

  test('is never extended past the ceiling', async () => {
    const it = await openTestHub();
    value(await it.hub.execute('settings.setHoldMinutes', { requestId: it.requestId(), minutes: 30 }, MERCY));
    const hold = value(await it.hold((await it.addFlight()).id, ['15A']));
    const extended = value(await it.hub.execute('holds.extend', { requestId: it.requestId(), bookingId: hold.bookingId }, ANA));
    expect(extended.expiresAt).toBe(hold.createdAt + HOLD_CEILING_MS);
  });

  test('released, gives its seats back in the same step', async () => {
    const it = await withHold();
    expect(value(await it.release()).state).toBe('RELEASED');
    expect(await it.claims(it.flight.id)).toEqual([]);
    expect(await it.counters(it.flight.id)).toMatchObject([{ held: 0, sold: 0 }]);
    expect(codeOf(await it.release())).toBe('HOLD_ENDED');
  });

  test('belongs to its desk', async () => {
    const it = await withHold();
    expect(codeOf(await it.release(JONAS))).toBe('HOLD_OF_OTHER_DESK');
    expect(codeOf(await it.extend(JONAS))).toBe('HOLD_OF_OTHER_DESK');
    expect(await it.claims(it.flight.id)).toEqual(['15A', '15B']);
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
    const it = await withHold();
    const heard: string[] = [];
    it.hub.on((events) => heard.push(...events.map((event) => event.type)));
    it.clock.advance(5 * MINUTE_MS);
    expect(value(await it.hub.ask('holds.ofDesk', {}, ANA)).holds).toEqual([]);
    value(await it.hub.change('holds.expireDue', {}, { user: '-', role: 'system', desk: '-' }, null));
    expect(heard).toEqual(['hold.expired']);
    const after = value(await it.hub.ask('bookings.get', { bookingId: it.placed.bookingId }, ANA));
    expect(after.booking.state).toBe('EXPIRED');
    expect(after.history.map((entry) => entry.type)).toEqual(['hold.expired', 'hold.placed']);
    expect(await it.claims(it.flight.id)).toEqual([]);
  });

  test('of an unknown number is refused', async () => {
    const it = await openTestHub();
    expect(codeOf(await it.hub.execute('holds.release', { requestId: it.requestId(), bookingId: 77 }, ANA))).toBe('BOOKING_UNKNOWN');
  });
});

describe('the hold time', () => {
  test.each([
    [0, 'SETTING_OUT_OF_RANGE'],
    [1, 'ok'],
    [30, 'ok'],
    [31, 'SETTING_OUT_OF_RANGE'],
  ])('%i minutes: %s', async (minutes, code) => {
    const it = await openTestHub();
    expect(codeOf(await it.hub.execute('settings.setHoldMinutes', { requestId: it.requestId(), minutes }, MERCY))).toBe(code);
  });

  test('leaves holds that run as they are', async () => {
    const it = await withHold();
    value(await it.hub.execute('settings.setHoldMinutes', { requestId: it.requestId(), minutes: 1 }, MERCY));
    const holds = value(await it.hub.ask('holds.ofDesk', {}, ANA)).holds;
    expect(holds[0]?.expiresAt).toBe(it.placed.expiresAt);
    expect(value(await it.hold(it.flight.id, ['16A'])).holdMs).toBe(MINUTE_MS);
  });
});
