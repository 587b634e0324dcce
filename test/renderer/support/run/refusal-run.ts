import type { Refused } from '../../../../shared/refusals.ts';
import { ANA, MERCY, value } from '../../../main/support/test-hub.ts';
import { openCounter, sale } from './open-counter.ts';

/** What the hub refuses with details. 31 minutes are more than a hold may have. */
export async function runRefusals(): Promise<Refused[]> {
  const counter = await openCounter();
  const { hub } = counter;
  const held = await counter.placeHold();
  const wish = {
    from: 'JFK',
    to: 'XQX',
    date: '2026-11-21',
    adults: 1,
    children: 0,
    cabin: null,
    maxStops: 1,
    leavesFrom: 0,
    leavesTo: 1_440,
  };
  value(
    await hub.change(
      'payments.begin',
      { ...sale(held, [{ kind: 'cash', amount: held.total, given: 600_00 }]), terminal: true, charges: [] },
      ANA,
      counter.requestId(),
    ),
  );
  const user = { user: 'zoe', display: 'Zoe Lang', role: 'agent', pinHash: 'a hash' } as const;
  value(await hub.change('users.add', user, MERCY, counter.requestId()));
  const replies = [
    await hub.ask('flights.search', { ...wish, sort: 'price' }, ANA),
    await hub.ask('bookings.get', { bookingId: 77 }, ANA),
    await hub.ask('vouchers.get', { number: 'NOSUCH' }, ANA),
    await hub.execute('holds.release', { ...counter.request(), bookingId: held.bookingId }, ANA),
    await hub.execute('settings.set', { ...counter.request(), name: 'holdMinutes', value: 31 }, MERCY),
    await hub.change('users.add', user, MERCY, counter.requestId()),
  ];
  await hub.close();
  return replies.filter((reply) => !reply.ok);
}
