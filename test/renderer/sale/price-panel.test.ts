import { expect, it } from 'vitest';
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
