import { ageOn } from '../../shared/passengers.ts';

/** Whole months between two days of the calendar. */
function monthsBetween(from: string, to: string): number {
  const count = (date: string): number => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
  return count(to) - count(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}

/** `8 y`; in the first year `7 months`, because "0 y" says nothing of an infant. */
export function ageText(birthDate: string, onDate: string): string {
  const years = ageOn(birthDate, onDate);
  if (years > 0) return `${years} y`;
  const months = monthsBetween(birthDate, onDate);
  return months === 0 ? 'under 1 month' : `${months} ${months === 1 ? 'month' : 'months'}`;
}
