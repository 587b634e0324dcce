import { expect, it } from 'vitest';
import { heldLines, refundText } from '../../../renderer/sale/price-panel.tsx';
import { hold } from '../support/samples.ts';

it.each([
  [
    [
      { overHours: 24, percent: 100 },
      { overHours: 6, percent: 50 },
      { overHours: 0, percent: 0 },
    ],
    '100 % back more than 24 h before departure, 50 % back more than 6 h before departure, then nothing.',
  ],
  [
    [
      { overHours: 0, percent: 75 },
      { overHours: 24, percent: 100 },
    ],
    '100 % back more than 24 h before departure, 75 % back until departure.',
  ],
  [[{ overHours: 0, percent: 0 }], 'nothing comes back.'],
])('tells what a cancellation gives back: %j', (tiers, text) => {
  expect(refundText(tiers).replaceAll('\u00a0', ' ')).toBe(`If cancelled: ${text}`);
});

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
