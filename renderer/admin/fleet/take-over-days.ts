import { readDate } from '../../format/read-date.ts';
import { dateAfter } from '../../format/times.ts';
import { today } from '../../stores/today.ts';
import type { Days, TypedTakeOver } from './take-over-store.ts';

/** The days that are typed; from tomorrow and for good where nothing is. Or what is wrong with them, by field. */
export function takeOverDays({
  from,
  until,
  onlyUnsold,
}: TypedTakeOver): Days | { readonly wrongFrom?: string; readonly wrongUntil?: string } {
  const now = today('UTC');
  const first = from.trim() === '' ? dateAfter(now, 1) : readDate(from, now, 'ahead');
  const last = until.trim() === '' ? null : readDate(until, now, 'ahead');
  if (!first) return { wrongFrom: 'A date such as 12JAN.' };
  if (last === undefined || (last === null && until.trim() !== '')) return { wrongUntil: 'A date such as 12JAN, or nothing.' };
  if (last !== null && last < first) return { wrongUntil: 'Not before it begins.' };
  return { from: first, until: last, onlyUnsold };
}
