import { expect, it } from 'vitest';
import { LeastFirst } from '../../../../main/queries/search/least-first.ts';
import { seededRandom } from '../../../../main/seeded-random.ts';

function drain(order: LeastFirst): [place: number, figure: number][] {
  const taken: [number, number][] = [];
  for (let place = order.first; place !== undefined; place = order.first) {
    taken.push([place, order.least]);
    order.drop();
  }
  return taken;
}

it.each([0, 1, 2, 3, 10, 257])('hands out %i places once each, the least figure first', (count) => {
  const random = seededRandom(count);
  // Few different figures, so that many are alike.
  const figures = Array.from({ length: count }, () => random.below(9) / 2);
  const taken = drain(new LeastFirst([...figures]));
  expect(taken.map(([, figure]) => figure)).toEqual(figures.toSorted((a, b) => a - b));
  expect(taken.map(([place]) => place).sort((a, b) => a - b)).toEqual(figures.map((_figure, place) => place));
  for (const [place, figure] of taken) expect(figures[place]).toBe(figure);
});

it('takes a first whose figure rose in its new turn, and has nothing below infinity in the end', () => {
  const order = new LeastFirst([5, 1, 3]);
  order.raise(4);
  expect([order.first, order.least]).toEqual([2, 3]);
  order.raise(Number.POSITIVE_INFINITY);
  expect(drain(order).map(([place]) => place)).toEqual([1, 0, 2]);
  expect([order.first, order.least]).toEqual([undefined, Number.POSITIVE_INFINITY]);
  // Nothing left: neither has anything to change.
  order.drop();
  order.raise(7);
  expect(order.least).toBe(Number.POSITIVE_INFINITY);
});
