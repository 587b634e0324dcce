import { beforeEach, describe, expect, it } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { applyEvent, forgetHolds, hearEvents, loadHolds, useHolds } from '../../../renderer/stores/holds-store.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { accept } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { bookingEvent, hold, LOCATOR, NOON } from '../support/samples.ts';

const DESK = 'T1-04';
const HOLDS = [hold(), hold({ bookingId: 2, locator: 'P2XW9R', expiresAt: NOON + 400_000 })];

describe('holds: applyEvent', () => {
  it.each([
    ['hold.placed', [1, 2], true], // the event tells too little of a new hold
    ['hold.extended', [2, 1], true], // its new deadline is after the other's
    ['payment.begun', [1, 2], true],
    ['booking.quoted', [1, 2], false],
    ['hold.released', [2], false],
    ['hold.expired', [2], false],
    ['payment.failed', [2], false],
    ['booking.confirmed', [2], false],
    ['booking.cancelled', [1, 2], false], // only what is sold can be cancelled
  ] as const)('%s', (type, left, reload) => {
    const applied = applyEvent(HOLDS, bookingEvent(101, type), DESK);
    expect(applied.holds.map(({ bookingId }) => bookingId)).toEqual(left);
    expect(applied.reload).toBe(reload);
  });

  it("leaves another desk's holds alone", () => {
    expect(applyEvent(HOLDS, bookingEvent(101, 'hold.expired', { desk: 'T1-02' }), DESK)).toEqual({ holds: HOLDS, reload: false });
  });

  it('lets go of a hold that another desk took over, and asks for one that this desk took over', () => {
    // It keeps its seats and its deadline, as after an extension.
    const over = (change: { desk?: string; bookingId?: number }) =>
      ({ ...bookingEvent(101, 'hold.extended', change), type: 'hold.takenOver' }) as JournalEvent;
    const taken = applyEvent(HOLDS, over({ desk: 'T1-02' }), DESK);
    expect(taken.holds.map(({ bookingId }) => bookingId)).toEqual([2]);
    const here = applyEvent(HOLDS, over({ bookingId: 3 }), DESK);
    expect(here).toEqual({ holds: HOLDS, reload: true });
  });

  it('moves a deadline and keeps the order of deadlines', () => {
    const { holds } = applyEvent(HOLDS, bookingEvent(101, 'hold.extended', { expiresAt: NOON + 600_000 }), DESK);
    expect(holds.map(({ locator, expiresAt, extended }) => [locator, expiresAt, extended])).toEqual([
      ['P2XW9R', NOON + 400_000, false],
      [LOCATOR, NOON + 600_000, true],
    ]);
  });
});

describe('holds store', () => {
  beforeEach(forgetHolds);

  it('asks the hub after a hold was placed', async () => {
    const hub = new FakeBridge().gives('holds.ofDesk', { holds: HOLDS });
    connect(hub, atOnce);
    hearEvents([bookingEvent(101, 'hold.placed')], DESK);
    await expect.poll(() => useHolds.getState().holds).toHaveLength(2);
  });

  it('does not bring back a hold that ended while the answer was on its way', async () => {
    let answer = (_: unknown): void => {};
    let holds = HOLDS;
    const hub = new FakeBridge().answers('holds.ofDesk', async () => {
      const seen = holds;
      await new Promise((resolve) => {
        answer = resolve;
      });
      return accept({ holds: seen });
    });
    connect(hub, atOnce);
    useHolds.setState({ holds: HOLDS });
    const loaded = loadHolds();
    await expect.poll(() => hub.asked.length).toBe(1);
    holds = HOLDS.slice(1);
    hearEvents([bookingEvent(101, 'hold.expired')], DESK);
    answer(0);
    await expect.poll(() => hub.asked.length).toBe(2);
    expect(useHolds.getState().holds.map(({ bookingId }) => bookingId)).toEqual([2]);
    answer(0);
    await loaded;
    expect(useHolds.getState().holds.map(({ bookingId }) => bookingId)).toEqual([2]);
  });
});
