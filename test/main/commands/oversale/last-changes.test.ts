import { expect, test } from 'vitest';
import { openOversoldFlight } from '../../support/oversold-hub.ts';
import { JONAS, MERCY, value } from '../../support/test-hub.ts';

test('the last changes of an oversale: decisions, seats that were blocked together and freed, and who was sold without a seat', async () => {
  const store = await openOversoldFlight({ over: 2 });
  const { hub, clock, requestId, flight } = store;
  const place = { flightId: flight.id, cabin: 'Y' as const };
  clock.advance(60_000);
  const block = { what: '1', code: 'INOP' as const, remark: '', until: null };
  value(await hub.execute('seats.block', { requestId: requestId(), ...place, ...block }, MERCY));
  clock.advance(60_000);
  const free = { what: '1A', code: 'INOP' as const, reason: 'repaired' };
  value(await hub.execute('seats.unblock', { requestId: requestId(), ...place, ...free }, MERCY));
  await store.fill();
  await store.sell(['1A']);
  clock.advance(60_000);
  await store.sellOver(2);
  const { changes } = await store.room();
  const at = clock.now();
  expect(changes).toMatchObject([
    { what: 'sold', at, desk: JONAS.desk, passengers: 2 },
    { what: 'unblocked', at: at - 60_000, user: MERCY.user, code: 'INOP', seats: ['1A'], why: 'freed' },
    { what: 'blocked', at: at - 120_000, user: MERCY.user, code: 'INOP', seats: ['1A', '1C', '1D'] },
    { what: 'authorised', at: at - 180_000, user: MERCY.user, before: 30, after: 32, percent: null, reason: 'not all will show' },
  ]);
});
