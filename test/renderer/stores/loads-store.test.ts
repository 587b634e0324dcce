import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetLoads, hearLoads, keepLoadsWhile, loadKey, showLoads, useLoads } from '../../../renderer/stores/loads-store.ts';
import { bookingEvent } from '../support/samples.ts';

const leg = (held: number, sold: number, flightId = 7) => [
  { flightId, cabin: 'Y' as const, seats: ['17D', '17E'], authorised: 150, held, sold },
];
const placed = (event: number, flightId: number, held = 2) => bookingEvent(event, 'hold.placed', { legs: leg(held, 40, flightId) });
const kept = () => [...useLoads.getState().loads.keys()];

/** How often the store told its listeners. */
function countUpdates(): () => number {
  let updates = 0;
  useLoads.subscribe(() => {
    updates += 1;
  });
  return () => updates;
}

describe('live loads', () => {
  beforeEach(() => showLoads('board', [new Set([7, 8])]));
  afterEach(() => {
    showLoads('board', []);
    showLoads('flight', []);
    forgetLoads();
  });

  it.each([
    ['hold.placed', 2, 40, '2 held'],
    ['booking.confirmed', 0, 42, '2 sold'],
    ['hold.released', 0, 40, '2 free again'],
    ['hold.expired', 0, 40, '2 free again'],
    ['payment.failed', 0, 40, '2 free again'],
    ['booking.cancelled', 0, 40, '2 free again'],
  ] as const)('%s', (type, held, sold, change) => {
    hearLoads([bookingEvent(101, type, { legs: leg(held, sold) })]);
    expect(useLoads.getState().loads.get(loadKey(7, 'Y'))).toMatchObject({ authorised: 150, held, sold, change });
  });

  it('a cabin that a supervisor authorised for more seats shows the new number at once', () => {
    const data = { flightId: 7, cabin: 'Y', before: 150, authorised: 155, held: 2, sold: 40 } as const;
    hearLoads([{ event: 101, at: 5, type: 'cabin.authorised', user: 'osei', desk: 'T1-01', data }]);
    expect(useLoads.getState().loads.get(loadKey(7, 'Y'))).toEqual({
      ...{ flightId: 7, authorised: 155, held: 2, sold: 40, changedAt: 5, change: '155 authorised' },
    });
  });

  it.each(['hold.extended', 'payment.begun', 'booking.quoted', 'setting.changed'] as const)('%s moves no seat and tells nobody', (type) => {
    const updates = countUpdates();
    const setting = {
      event: 1,
      at: 1,
      type: 'setting.changed',
      user: '-',
      desk: '-',
      data: { subject: '', before: '', after: '' },
    } as const;
    hearLoads([type === 'setting.changed' ? setting : bookingEvent(101, type)]);
    expect([kept(), updates()]).toEqual([[], 0]);
  });

  it('a thousand events of one tick make one update, which shows the newest', () => {
    const updates = countUpdates();
    hearLoads(Array.from({ length: 1_000 }, (_, index) => placed(101 + index, 7, index)));
    expect(updates()).toBe(1);
    expect(useLoads.getState().loads.get('7Y')?.held).toBe(999);
  });

  it('flights that are not shown are not kept', () => {
    hearLoads([placed(101, 7), placed(102, 9)]);
    expect(kept()).toEqual(['7Y']);
  });

  it('forgets what is shown no more, and keeps what another part of the console still shows', () => {
    showLoads('flight', [new Set([7])]);
    hearLoads([placed(101, 7), placed(102, 8)]);
    showLoads('board', []);
    expect(kept()).toEqual(['7Y']);
    expect([...useLoads.getState().recent.keys()]).toEqual([7]);
    showLoads('flight', []);
    expect(kept()).toEqual([]);
  });

  it('keeps what is heard while flights are asked for, when the answer shows them', async () => {
    await keepLoadsWhile(async () => {
      hearLoads([placed(101, 9), placed(102, 10)]);
      await Promise.resolve();
      showLoads('board', [new Set([9])]);
    });
    expect(kept()).toEqual(['9Y']);
  });

  it('tells of flights that moved lately, and of none that moved ten seconds ago', () => {
    const later = placed(102, 8);
    hearLoads([placed(101, 7)]);
    hearLoads([{ ...later, at: later.at + 10_001 }]);
    expect([...useLoads.getState().recent.keys()]).toEqual([8]);
    expect(kept()).toEqual(['7Y', '8Y']);
  });
});
