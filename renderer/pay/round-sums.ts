import { decimalsOf } from '../../shared/currencies.ts';
import { type Minor, minor } from '../../shared/money.ts';

/** How many round sums have a button. */
export const ROUND_SUMS_SHOWN = 3;
const ROUND_SUMS = 6;
/** Nobody pays with more than about so many notes of one kind. */
const NOTES_MAX = 100;

/**
 * What customers hand over for a sum that is due: the sum rounded up to each usual note (1, 5, then 10, 20, 50, 100 and so on, in whole
 * units of the currency), lowest first. 837.06 -> 840, 850, 900, and further ones.
 */
export function roundSums(due: Minor, currency: string): Minor[] {
  if (due <= 0) return [];
  const unit = 10 ** decimalsOf(currency);
  const sums = new Set<Minor>();
  for (let power = unit; sums.size < ROUND_SUMS; power *= 10)
    for (const digit of [1, 2, 5]) {
      const note = digit * power;
      // Coins make no round sum, and no note of two units is common.
      if (note === 2 * unit || note * NOTES_MAX < due) continue;
      const sum = Math.ceil(due / note) * note;
      if (sum > due) sums.add(minor(sum));
    }
  return [...sums].sort((a, b) => a - b).slice(0, ROUND_SUMS);
}

/** The round sum after `given`; after the last, the first again. */
export const nextRoundSum = (sums: readonly Minor[], given: number): Minor | undefined => sums.find((sum) => sum > given) ?? sums[0];
