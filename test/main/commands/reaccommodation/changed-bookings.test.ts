import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../../shared/instants.ts';
import { at, DAY_OF_FLIGHTS, flies, openChangedHub } from '../../support/changed-hub.ts';
import { ANA } from '../../support/test-hub.ts';

const without = (...numbers: number[]) => DAY_OF_FLIGHTS.filter(({ number }) => !numbers.includes(number));

describe('bookings whose flights the carrier changed', () => {
  it('are listed by the worst that happened, and not before anything did', async () => {
    const hub = await openChangedHub();
    const cancelled = await hub.sell([[4, '15A 15B']]);
    const connection = await hub.sell([
      [1, '15A'],
      [5, '15A'],
    ]);
    const far = await hub.sell([[6, '15A']]);
    const told = await hub.sell([[2, '15A']]);
    const elsewhere = await hub.sell([[3, '15A']]);
    expect((await hub.list()).groups.every(({ todo, done }) => todo + done === 0)).toBe(true);

    await hub.change([
      flies(1, 'JFK-ORD', at(15), at(17, 45)),
      flies(2, 'JFK-ORD', at(14, 45), at(17, 15)),
      flies(3, 'LGA-MDW', at(14, 20), at(16, 50)),
      flies(5, 'ORD-LAX', at(18), at(22)),
      flies(6, 'JFK-LAX', at(17), at(23, 10)),
    ]);
    const { groups, limitMinutes } = await hub.list();
    expect(limitMinutes).toBe(60);
    expect(groups).toEqual([
      { group: 'cancelled', todo: 1, done: 0 },
      { group: 'missed', todo: 0, done: 0 },
      { group: 'connection', todo: 1, done: 0 },
      { group: 'movedFar', todo: 1, done: 0 },
      { group: 'seatGone', todo: 0, done: 0 },
      { group: 'otherDestination', todo: 1, done: 0 },
      { group: 'moved', todo: 0, done: 1 },
    ]);
    const one = async (group: 'cancelled' | 'connection' | 'movedFar' | 'otherDestination' | 'moved') => (await hub.list(group)).bookings;
    expect(await one('cancelled')).toMatchObject([
      {
        ...{ bookingId: cancelled.bookingId, done: false, name: 'PETROV/ELENA A MS', more: 1, version: 2 },
        legs: [{ flight: 'QX 4', change: 'cancelled', now: { status: 'HX' }, seats: ['15A', '15B'] }],
        contact: { by: 'call', phone: '+1 212 555 0148' },
      },
    ]);
    expect(await one('connection')).toMatchObject([
      {
        bookingId: connection.bookingId,
        legs: [
          { change: 'movedFar', movedMinutes: 75, now: { status: 'TK' }, connection: { sold: 90, now: 15, least: 30 } },
          { change: 'connection', now: { status: 'HK' } },
        ],
      },
    ]);
    expect(await one('movedFar')).toMatchObject([{ bookingId: far.bookingId, legs: [{ movedMinutes: 120 }] }]);
    expect(await one('otherDestination')).toMatchObject([
      { bookingId: elsewhere.bookingId, legs: [{ sold: { destination: 'ORD' }, now: { destination: 'MDW', status: 'TK' } }] },
    ]);
    expect(await one('moved')).toMatchObject([{ bookingId: told.bookingId, done: true }]);
    expect(await hub.sound()).toBeUndefined();
  });

  it('stand in the queue of the counter while something is to do, and leave it only when it is done', async () => {
    const { sell, change, queue, propose, accept, hub, requestId } = await openChangedHub();
    const { bookingId } = await sell([[4, '15A']]);
    await sell([[2, '15A']]);
    expect(await queue()).toEqual([]);
    await change([...without(2, 4), flies(2, 'JFK-ORD', at(14, 40), at(17, 10)), flies(8, 'JFK-ORD', at(19, 5), at(21, 35))]);
    expect(await queue()).toMatchObject([{ bookingId, kind: 'cancelled', stands: true, due: at(19) }]);
    const item = { queue: 'scheduleChange', subject: bookingId } as const;
    expect(await hub.execute('queues.open', { requestId: requestId(), ...item }, ANA)).toMatchObject({ ok: true });
    const done = await hub.execute('queues.done', { requestId: requestId(), ...item, remark: '', next: false }, ANA);
    expect(done).toMatchObject({ refusal: { code: 'QUEUE_STILL_DUE' } });
    const [proposal] = await propose([bookingId]);
    await accept([{ bookingId, version: 2, hold: proposal?.ways[0]?.hold ?? 0 }]);
    expect(await queue()).toEqual([]);
  });

  it('are not listed once their flights have left, or once they are cancelled', async () => {
    const hub = await openChangedHub();
    const one = await hub.sell([[2, '15A']]);
    await hub.sell([[4, '15A']]);
    await hub.change([...without(2, 4), flies(2, 'JFK-ORD', at(18), at(20, 30)), flies(4, 'JFK-ORD', at(21), at(23, 30))]);
    expect((await hub.list()).groups.map(({ todo }) => todo)).toEqual([0, 0, 0, 2, 0, 0, 0]);
    const { offerId } = await quote(hub, one.bookingId);
    await hub.hub.execute('bookings.cancel', { requestId: hub.requestId(), bookingId: one.bookingId, offerId }, ANA);
    expect((await hub.list()).groups.map(({ todo }) => todo)).toEqual([0, 0, 0, 1, 0, 0, 0]);
    hub.clock.advance(at(21) - hub.clock.now());
    expect((await hub.list()).groups.map(({ todo }) => todo)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('stay listed and queued when a cancelled flight was to have left, because its passengers are still there', async () => {
    const hub = await openChangedHub();
    const { bookingId } = await hub.sell([[1, '15A']]);
    const gaveUp = await hub.sell([[1, '15B']]);
    const groups = async () => (await hub.list()).groups[0];
    await hub.change(without(1));
    const { offerId } = await quote(hub, gaveUp.bookingId);
    await hub.hub.execute('bookings.cancel', { requestId: hub.requestId(), bookingId: gaveUp.bookingId, offerId }, ANA);
    const waits = { group: 'cancelled', todo: 1, done: 1 };
    expect(await groups()).toEqual(waits);
    hub.clock.advance(at(14) - hub.clock.now());
    expect(await groups(), 'at the minute that it was to leave').toEqual(waits);
    expect(await hub.queue()).toMatchObject([{ bookingId, kind: 'cancelled', due: at(14) }]);
    expect(await hub.propose([bookingId])).toMatchObject([{ outcome: 'kept' }]);
    await hub.release([bookingId]);
    hub.clock.advance(2 * DAY_MS - 1);
    expect(await groups(), 'two days later').toEqual(waits);
    hub.clock.advance(1);
    expect(await groups()).toEqual({ group: 'cancelled', todo: 0, done: 0 });
  });
});

async function quote({ hub, requestId }: Awaited<ReturnType<typeof openChangedHub>>, bookingId: number) {
  const reply = await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA);
  if (!reply.ok) throw new Error(reply.refusal.code);
  return reply.value;
}
