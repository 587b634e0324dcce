import { describe, expect, test } from 'vitest';
import type { Arrival } from '../../../../main/pricing/what-if/draw-arrivals.ts';
import { replayArrivals } from '../../../../main/pricing/what-if/replay-arrivals.ts';

const party = (daysBefore: number, seats: number, worth: number, back?: [seats: number, daysBefore: number]): Arrival => ({
  ...{ daysBefore, seats, worth },
  goesBack: { seats: back?.[0] ?? 0, daysBefore: back?.[1] ?? 0 },
});
const CABIN = { authorised: 4, referenceFare: 100, refundShare: 0.5 };
const flat = () => 100;

describe('selling arrivals', () => {
  test.each<[string, Arrival[], object]>([
    ['one who pays the fare exactly', [party(9, 1, 1)], { revenue: 100, passengers: 1, spilled: 0, declined: 0 }],
    ['one who would pay a little less', [party(9, 1, 0.99)], { revenue: 0, passengers: 0, spilled: 0, declined: 1 }],
    ['a party that fills the cabin', [party(9, 4, 1), party(8, 1, 9)], { revenue: 400, passengers: 4, spilled: 1, declined: 0 }],
    ['a party that does not fit is turned away whole', [party(9, 3, 1), party(8, 2, 1), party(7, 1, 1)], { passengers: 4, spilled: 2 }],
    ['half the fare of a cancelled seat goes back', [party(9, 2, 1, [2, 5])], { revenue: 100, passengers: 0 }],
    ['a seat that went back is sold again', [party(9, 4, 1, [4, 5]), party(5, 4, 1)], { revenue: 600, passengers: 4, spilled: 0 }],
    ['not before it went back', [party(9, 4, 1, [4, 5]), party(6, 4, 1)], { revenue: 200, passengers: 0, spilled: 4 }],
    ['a part of a block goes back', [party(90, 4, 1, [3, 45]), party(9, 2, 1)], { revenue: 450, passengers: 3 }],
    [
      'they go back in the order of their days',
      [party(9, 2, 1, [2, 3]), party(8, 2, 1, [2, 6]), party(5, 2, 1), party(4, 1, 1)],
      { passengers: 2, spilled: 1 },
    ],
    ['nobody', [], { revenue: 0, passengers: 0, spilled: 0, declined: 0 }],
  ])('%s', (_, arrivals, flown) => {
    expect(replayArrivals(arrivals, flat, CABIN)).toMatchObject(flown);
  });

  test('an offer is asked with seats taken, whole days left and the size of the party', () => {
    const asked: number[][] = [];
    const offer = (...question: number[]) => {
      asked.push(question);
      return 100;
    };
    replayArrivals([party(9.9, 2, 1), party(0.5, 1, 1)], offer, CABIN);
    expect(asked).toEqual([
      [0, 9, 2],
      [2, 0, 1],
    ]);
  });

  test('where nothing is open the party is spilled, whatever it would pay', () => {
    expect(replayArrivals([party(9, 1, 99)], () => undefined, CABIN)).toMatchObject({ spilled: 1, declined: 0 });
  });
});
