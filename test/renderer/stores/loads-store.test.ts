import { describe, expect, it } from 'vitest';
import { applyEvent, applyEvents, type LiveLoads, loadKey } from '../../../renderer/stores/loads-store.ts';
import { bookingEvent } from '../support/samples.ts';

const NONE: LiveLoads = new Map();
const leg = (held: number, sold: number) => [{ flightId: 7, cabin: 'Y' as const, seats: ['17D', '17E'], authorised: 150, held, sold }];

describe('loads: applyEvent', () => {
  it.each([
    ['hold.placed', 2, 40, '2 held'],
    ['booking.confirmed', 0, 42, '2 sold'],
    ['hold.released', 0, 40, '2 free again'],
    ['hold.expired', 0, 40, '2 free again'],
    ['payment.failed', 0, 40, '2 free again'],
    ['booking.cancelled', 0, 40, '2 free again'],
  ] as const)('%s', (type, held, sold, change) => {
    const loads = applyEvent(NONE, bookingEvent(101, type, { legs: leg(held, sold) }));
    expect(loads.get(loadKey(7, 'Y'))).toMatchObject({ authorised: 150, held, sold, change });
  });

  it.each(['hold.extended', 'payment.begun', 'booking.quoted'] as const)('%s moves no seat', (type) => {
    expect(applyEvent(NONE, bookingEvent(101, type))).toBe(NONE);
  });

  it('takes the newest of several and leaves the map before as it was', () => {
    const first = applyEvent(NONE, bookingEvent(101, 'hold.placed', { legs: leg(2, 40) }));
    const then = applyEvents(first, [
      bookingEvent(102, 'hold.placed', { legs: leg(4, 40) }),
      bookingEvent(103, 'hold.expired', { legs: leg(2, 40) }),
    ]);
    expect(first.get('7Y')?.held).toBe(2);
    expect(then.get('7Y')).toMatchObject({ held: 2, change: '2 free again' });
  });

  it('passes over what is no booking', () => {
    const event = { event: 1, at: 1, type: 'setting.changed', user: '-', desk: '-', data: { subject: '', before: '', after: '' } } as const;
    expect(applyEvent(NONE, event)).toBe(NONE);
  });
});
