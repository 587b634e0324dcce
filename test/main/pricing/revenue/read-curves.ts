import { readFileSync } from 'node:fs';
import type { BookingCurve } from '../../../../main/pricing/revenue/booking-curve.ts';

const MS_A_DAY = 86_400_000;

/** Days since 1 January 1970 of a date such as 2022-06-10. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / MS_A_DAY;

/** 182 departures as they were found, 0 to 90 days before: the file's source is in NOTICE. */
export function readCurves(): readonly BookingCurve[] {
  const [, ...lines] = readFileSync(new URL('./booking-curves.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [date = '', ...cells] = line.split(',');
    return { departureDay: dayOf(date), onBooks: cells.map((cell) => (cell === '' ? undefined : Number(cell))) };
  });
}
