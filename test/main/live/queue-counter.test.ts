import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COUNT_WAIT_MS, COUNTED_ANEW_MS, QueueCounter } from '../../../main/live/queue-counter.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { Notice } from '../../../shared/notices.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { ANA, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

let store: TestHub;
let timer: FakeTimer;
let counter: QueueCounter;
let told: Notice[];
beforeEach(async () => {
  store = await openTestHub();
  timer = new FakeTimer(store.clock);
  told = [];
  counter = new QueueCounter({ hub: store.hub, timer, tell: (notice) => told.push(notice) });
});
afterEach(async () => {
  counter.close();
  await store.hub.close();
});

const counts = (): number[] => told.flatMap((notice) => (notice.type === 'queues.counted' ? [notice.count] : []));
/** What the store is asked takes a moment of real time. */
const toldUntil = (expected: readonly number[]) => expect.poll(counts).toEqual(expected);

/** A hold that somebody must work when it is not paid within a day. */
async function payLater(seat: string): Promise<void> {
  const { id } = await store.addFlight({ departs_at: store.clock.now() + 10 * DAY_MS });
  const hold = value(await store.hold(id, [seat]));
  const { passengers, contact } = sale(hold);
  const later = { bookingId: hold.bookingId, payBy: hold.createdAt + DAY_MS, atLimit: 'queue' as const, passengers, contact };
  value(await store.hub.execute('holds.payLater', { requestId: store.requestId(), ...later }, ANA));
}

describe('what waits in the queues', () => {
  test('is told once a second at most, when it has changed (each console asked for itself after every sale)', async () => {
    await payLater('15A');
    expect(counts()).toEqual([]);
    timer.pass(COUNT_WAIT_MS);
    await toldUntil([0]);
    // A rush of sales that leaves the count as it is tells nothing.
    const { id } = await store.addFlight();
    for (const seat of ['16A', '16B', '16C']) value(await store.hold(id, [seat]));
    timer.pass(COUNT_WAIT_MS);
    await toldUntil([0]);
  });

  test('is counted anew now and then, because what comes by its time tells no event', async () => {
    await payLater('15A');
    timer.pass(COUNT_WAIT_MS);
    await toldUntil([0]);
    store.clock.advance(DAY_MS);
    timer.pass(COUNTED_ANEW_MS);
    await toldUntil([0, 1]);
    expect(told.at(-1)).toEqual({ notice: true, type: 'queues.counted', count: 1, version: store.hub.newestEvent });
  });

  test('is counted when a job or a message was tried', async () => {
    counter.hear({ type: 'jobs.changed' });
    expect(timer.waiting).toBe(2);
    counter.hear({ type: 'messages.changed' });
    counter.hear({ type: 'hub.clock' });
    expect(timer.waiting).toBe(2);
    timer.pass(COUNT_WAIT_MS);
    await toldUntil([0]);
  });

  test('is told no more once it is closed', async () => {
    counter.close();
    await payLater('15A');
    timer.pass(COUNTED_ANEW_MS);
    expect(timer.waiting).toBe(0);
    expect(counts()).toEqual([]);
  });
});
