import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../../shared/methods/reaccommodation.ts';
import { DAY_OF_FLIGHTS, openChangedHub } from '../../support/changed-hub.ts';

const without = (...numbers: number[]) => DAY_OF_FLIGHTS.filter(({ number }) => !numbers.includes(number));
const flown = (proposals: readonly Proposal[]) =>
  proposals.map(({ ways }) => ways.map(({ legs }) => legs.map(({ flight }) => flight).join(', ')));

describe('ways on', () => {
  it('keep the flights after the broken one, then have the fewest stops, then arrive first', async () => {
    const hub = await openChangedHub();
    const { bookingId } = await hub.sell([
      [1, '15A 15B'],
      [5, '16A 16B'],
    ]);
    await hub.change(without(1));
    const [proposal] = await hub.propose([bookingId]);
    expect(proposal).toMatchObject({ outcome: 'kept', version: 2, until: hub.clock.now() + 180_000 });
    expect(flown(proposal ? [proposal] : [])).toEqual([['QX 2, QX 5', 'QX 3, QX 5', 'QX 6']]);
    expect(proposal?.ways[0]).toMatchObject({
      ...{ replaces: [1], laterMs: 0, back: 0, otherAirports: [] },
      legs: [
        { flight: 'QX 2', kept: false },
        { flight: 'QX 5', kept: true, seats: ['16A', '16B'] },
      ],
    });
    expect(proposal?.ways[1]?.otherAirports).toEqual([{ sold: 'JFK', now: 'LGA' }]);
    expect(proposal?.ways[2]).toMatchObject({ replaces: [1, 2], laterMs: -50 * 60_000 });
    expect(await hub.sound()).toBeUndefined();

    const hold = proposal?.ways[0]?.hold ?? 0;
    expect(await hub.accept([{ bookingId, version: 2, hold }])).toEqual([{ outcome: 'done', bookingId, version: 3 }]);
    expect((await hub.legsOf(bookingId))[1]).toBe('QX 5 16A 16B');
    expect((await hub.list()).groups[0]).toEqual({ group: 'cancelled', todo: 0, done: 1 });
    const { total, refunded, fees } = await hub.bookingOf(bookingId);
    expect({ total, refunded, fees }).toMatchObject({ refunded: 0, fees: 0 });
    // The other two ways are free again.
    expect((await hub.counters(await hub.idOf(3))).map(({ held, sold }) => held + sold)).toEqual([0]);
    expect(await hub.sound()).toBeUndefined();
  });
});
