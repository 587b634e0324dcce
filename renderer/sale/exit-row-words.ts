import type { SeatedType } from '../../shared/passengers.ts';

/**
 * Why somebody may not be given an exit row, in words, as far as the counter can know it before names and birth dates.
 * It only saves a try that would fail: the hub checks the same again and decides.
 */
export function exitRowWords(who: {
  readonly type: SeatedType;
  readonly infant: boolean;
  readonly assistance: boolean;
}): string | undefined {
  if (who.type === 'CHD') return 'exit row, and a child is under 15';
  if (who.type === 'INS') return 'exit row, and an infant is under 15';
  if (who.infant) return 'exit row, and an infant is on the lap';
  if (who.assistance) return 'exit row, and assistance is needed';
  return undefined;
}
