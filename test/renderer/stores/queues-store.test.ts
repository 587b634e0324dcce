import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { hearCount, hearQueues, useQueues } from '../../../renderer/stores/queues-store.ts';
import type { BookingEventType, JournalEvent } from '../../../shared/events.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { bookingEvent } from '../support/samples.ts';

let hub: FakeBridge;
beforeEach(() => {
  vi.useFakeTimers();
  hub = new FakeBridge().gives('queues.look', {
    ...{ queues: [], items: [], putOff: [], elsewhere: 0, doneToday: 0, doneHere: 0, version: 100 },
  });
  connect(hub, atOnce);
});
afterEach(() => {
  useQueues.setState({ look: null, asking: 'no', count: 0, countedAt: 0 });
  vi.useRealTimers();
});
const asked = async (): Promise<number> => {
  await vi.advanceTimersByTimeAsync(1_000);
  return hub.inputsOf('queues.look').length;
};

/** The list of queues needs no more than what an event is called. */
const heard = (event: number, type: BookingEventType) => ({ ...bookingEvent(event, 'booking.quoted'), type }) as JournalEvent;

it.each([
  ['booking.flightsChanged', 1], // it waits for another way from now on; it was counted half a minute later
  ['booking.reaccommodated', 1], // it has one
  ['booking.changed', 1],
  ['payment.failed', 1],
  ['booking.quoted', 0],
] as const satisfies readonly (readonly [BookingEventType, number])[])('after %s the queues are read %d times', async (type, times) => {
  hearQueues(heard(101, type));
  expect(await asked()).toBe(times);
});

it('reads the queues once after a schedule and all that it tells bookings', async () => {
  hearQueues({ event: 101, type: 'schedule.applied', data: { name: 'winter.ssim', added: 0, changed: 1, dropped: 0 } } as never);
  for (const event of [102, 103]) hearQueues(heard(event, 'booking.flightsChanged'));
  expect(await asked()).toBe(1);
});

it('takes the count that the hub tells, and asks nothing for it', async () => {
  hearCount({ notice: true, type: 'queues.counted', count: 7, version: 120 });
  expect(useQueues.getState().count).toBe(7);
  hearCount(heard(121, 'payment.failed'));
  expect(await asked()).toBe(0);
});

it('keeps a count that is newer than the answer which comes behind it', async () => {
  hearCount({ notice: true, type: 'queues.counted', count: 7, version: 120 });
  await useQueues.getState().load();
  expect(useQueues.getState()).toMatchObject({ count: 7, look: { version: 100 } });
});

it('asks once when a connection is there again, because a count may have been told meanwhile', async () => {
  hearCount({ notice: true, type: 'hello' } as never);
  expect(await asked()).toBe(1);
});
