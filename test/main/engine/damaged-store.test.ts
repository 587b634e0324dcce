import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { DamageWatch } from '../../../main/boot/damage-watch.ts';
import { commands, type InnerCommandName } from '../../../main/commands/registry.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { KeptLog } from '../support/small-hub.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

/** On a damaged store a supervisor can still sign in, since that is where the backups are. */
const STILL_DONE: readonly string[] = ['users.recordSignIn'];
const REFUSED = (Object.keys(commands) as InnerCommandName[]).filter((name) => !STILL_DONE.includes(name));

async function found() {
  const it = await openTestHub();
  const flight = await it.addFlight();
  const held = value(await it.hold(flight.id, ['15A']));
  const store = async () =>
    JSON.stringify([await it.db.query('SELECT * FROM journal').all(), await it.db.query('SELECT * FROM bookings').all()]);
  return { ...it, flight, held, store };
}

describe('a store that is known to be damaged', () => {
  test.each(REFUSED)('does no %s', async (name) => {
    const it = await found();
    const before = await it.store();
    it.hub.stopSelling();
    for (const requestId of ['a-request', null])
      expect(codeOf(await it.hub.change(name, { bookingId: it.held.bookingId } as never, SYSTEM, requestId))).toBe('STORE_DAMAGED');
    expect(await it.store()).toBe(before);
    expect(it.reports).toEqual([]);
  });

  test('sells and gives back nothing, on whatever flight', async () => {
    const it = await found();
    const other = await it.addFlight();
    it.hub.stopSelling();
    expect(codeOf(await it.hold(it.flight.id, ['15B']))).toBe('STORE_DAMAGED');
    expect(codeOf(await it.hold(other.id, ['15A']))).toBe('STORE_DAMAGED');
    expect(codeOf(await it.hub.change('payments.confirm', { ...sale(it.held), approved: [] }, ANA, it.requestId()))).toBe('STORE_DAMAGED');
    it.clock.step(5 * MINUTE_MS);
    await new Promise((next) => setImmediate(next));
    expect(await it.claims(it.flight.id)).toEqual(['15A']);
    expect(await it.claims(other.id)).toEqual([]);
  });

  test('still reads, and still counts who signs in', async () => {
    const it = await found();
    it.hub.stopSelling();
    expect(value(await it.hub.ask('bookings.get', { bookingId: it.held.bookingId }, ANA)).booking.state).toBe('HOLD');
    expect(value(await it.hub.ask('flights.seatMap', { flightId: it.flight.id }, ANA)).taken).toHaveLength(1);
    expect(codeOf(await it.hub.change('users.recordSignIn', { user: 'nobody', right: true, against: '' }, MERCY, null))).not.toBe(
      'STORE_DAMAGED',
    );
  });
});

describe('whoever comes upon damage', () => {
  test('stops the sale at once, tells it with the backup to put back, and marks the store', async () => {
    const it = await found();
    const told: string[] = [];
    const watch = new DamageWatch({
      file: '/nowhere/at/all.sqlite',
      hub: it.hub,
      log: new KeptLog(),
      trouble: (problem) => told.push(problem),
      newestBackup: async () => undefined,
    });
    watch.cameUpon('page 7 is not what it was.');
    expect(codeOf(await it.hold(it.flight.id, ['15B']))).toBe('STORE_DAMAGED');
    expect(told[0]).toBe('The store is damaged: page 7 is not what it was. Nothing more is sold on it.');
    await watch.stop();
  });
});
