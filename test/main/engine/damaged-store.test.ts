import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { DamageWatch } from '../../../main/boot/damage-watch.ts';
import { commands, type InnerCommandName } from '../../../main/commands/registry.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';
import { KeptLog } from '../support/small-hub.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

/** On a damaged store a supervisor can still sign in, since that is where the backups are. */
const STILL_DONE: readonly string[] = ['users.recordSignIn'];
const REFUSED = (Object.keys(commands) as InnerCommandName[]).filter((name) => !STILL_DONE.includes(name));

async function found() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const held = value(await store.hold(flight.id, ['15A']));
  const content = async () =>
    JSON.stringify([await store.db.query('SELECT * FROM journal').all(), await store.db.query('SELECT * FROM bookings').all()]);
  return { ...store, flight, held, content };
}

describe('a store that is known to be damaged', () => {
  test.each(REFUSED)('does no %s', async (name) => {
    const store = await found();
    const before = await store.content();
    store.hub.stopSelling();
    for (const requestId of ['a-request', null])
      expect(codeOf(await store.hub.change(name, { bookingId: store.held.bookingId } as never, SYSTEM, requestId))).toBe('STORE_DAMAGED');
    expect(await store.content()).toBe(before);
    expect(store.reports).toEqual([]);
  });

  test('sells and gives back nothing, on whatever flight', async () => {
    const store = await found();
    const other = await store.addFlight();
    store.hub.stopSelling();
    expect(codeOf(await store.hold(store.flight.id, ['15B']))).toBe('STORE_DAMAGED');
    expect(codeOf(await store.hold(other.id, ['15A']))).toBe('STORE_DAMAGED');
    expect(codeOf(await store.hub.change('payments.confirm', { ...sale(store.held), approved: [] }, ANA, store.requestId()))).toBe(
      'STORE_DAMAGED',
    );
    store.clock.step(5 * MINUTE_MS);
    await eventLoopTurns(1);
    expect(await store.claims(store.flight.id)).toEqual(['15A']);
    expect(await store.claims(other.id)).toEqual([]);
  });

  test('still reads, and still counts who signs in', async () => {
    const store = await found();
    store.hub.stopSelling();
    expect(value(await store.hub.ask('bookings.get', { bookingId: store.held.bookingId }, ANA)).booking.state).toBe('HOLD');
    expect(value(await store.hub.ask('flights.seatMap', { flightId: store.flight.id }, ANA)).taken).toHaveLength(1);
    expect(codeOf(await store.hub.change('users.recordSignIn', { user: 'nobody', right: true, against: '' }, MERCY, null))).not.toBe(
      'STORE_DAMAGED',
    );
  });
});

describe('whoever comes upon damage', () => {
  test('stops the sale at once, tells it with the backup to put back, and marks the store', async () => {
    const store = await found();
    const told: string[] = [];
    const watch = new DamageWatch({
      file: '/nowhere/at/all.sqlite',
      hub: store.hub,
      log: new KeptLog(),
      trouble: (problem) => told.push(problem),
      newestBackup: async () => undefined,
    });
    watch.cameUpon('page 7 is not what it was.');
    expect(codeOf(await store.hold(store.flight.id, ['15B']))).toBe('STORE_DAMAGED');
    expect(told[0]).toBe('The store is damaged: page 7 is not what it was. Nothing more is sold on it.');
    await watch.stop();
  });
});
