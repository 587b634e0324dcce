import { dateOfDay, dayNumber } from '../../shared/instants.ts';

/** Competitors' fares to begin an own file from: one of a flight, one of all flights of a route on a day. `today`: `2026-11-26`. */
export function sampleFares(today: string): string {
  const tomorrow = dateOfDay(dayNumber(today) + 1);
  const rows = [
    'flight,route,date,fare,currency,read',
    `B6323,,${tomorrow},104.00,USD,${today}T00:00Z`,
    `,JFK-LAX,${tomorrow},119.00,USD,${today}T00:00Z`,
  ];
  return `${rows.join('\r\n')}\r\n`;
}
