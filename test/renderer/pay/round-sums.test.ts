import { expect, test } from 'vitest';
import { nextRoundSum, roundSums } from '../../../renderer/pay/round-sums.ts';
import { minor } from '../../../shared/money.ts';

test.each<[currency: string, due: number, sums: number[]]>([
  ['USD', 83_706, [84_000, 85_000, 90_000, 100_000, 200_000, 500_000]],
  ['USD', 5_968, [6_000, 10_000, 20_000, 50_000, 100_000, 200_000]],
  ['USD', 840, [900, 1_000, 2_000, 5_000, 10_000, 20_000]],
  ['USD', 60_000, [100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000]], // a round price has no sum of its own
  ['USD', 1, [100, 500, 1_000, 2_000, 5_000, 10_000]],
  ['JPY', 62_340, [63_000, 64_000, 65_000, 70_000, 80_000, 100_000]],
  ['KWD', 59_680, [60_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000]],
  ['VND', 12_430_000, [12_500_000, 12_600_000, 13_000_000, 14_000_000, 15_000_000, 20_000_000]],
  ['USD', 0, []],
])('%s %i: what customers hand over', (currency, due, sums) => {
  expect(roundSums(minor(due), currency)).toEqual(sums);
});

test('each + gives the next, and after the last the first again', () => {
  const sums = roundSums(minor(83_706), 'USD');
  let given = 83_706;
  const walked = sums.concat(sums.slice(0, 1)).map(() => {
    given = nextRoundSum(sums, given) ?? 0;
    return given;
  });
  expect(walked).toEqual([...sums, sums[0]]);
});
