import { expect, it } from 'vitest';
import { toldFares } from '../../../renderer/format/told-fares.ts';
import { heldLines } from '../../../renderer/sale/price-panel.tsx';
import { hold } from '../support/samples.ts';

it('explains the kept price of a party on all its flights, adding up to the total', () => {
  const [leg] = hold().legs;
  if (!leg) throw new Error('the sample has a leg');
  const two = hold({ legs: [leg, { ...leg, flightId: 8, flight: 'AA 2' }], total: 4 * leg.fare });
  const lines = heldLines(two);
  expect(lines.map(({ label }) => label)).toEqual([
    'AA 185 base fare, economy',
    'AA 185 load 0 %',
    'AA 2 base fare, economy',
    'AA 2 load 0 %',
  ]);
  expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(two.total);
});

it('tells two legs of one number apart by where they leave, in lines and in words', () => {
  const [leg] = hold().legs;
  if (!leg) throw new Error('the sample has a leg');
  const through = hold({ legs: [leg, { ...leg, flightId: 8, origin: 'LAX', destination: 'SFO' }], total: 4 * leg.fare });
  expect(heldLines(through).map(({ label }) => label)).toEqual([
    'AA 185 JFK base fare, economy',
    'AA 185 JFK load 0 %',
    'AA 185 LAX base fare, economy',
    'AA 185 LAX load 0 %',
  ]);
  expect(toldFares(through).map(({ title }) => title.slice(0, 10))).toEqual(['AA 185 JFK', 'AA 185 LAX']);
});
