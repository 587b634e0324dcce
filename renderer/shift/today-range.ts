import { readMoment } from '../format/read-moment.ts';
import { dateAfter } from '../format/times.ts';
import { today } from '../stores/today.ts';

/** From the beginning of this day to that of the next, by the clocks of a zone. */
export function todayRange(zone: string): { from: number; to: number } {
  const date = today(zone);
  const start = (day: string): number => {
    const at = readMoment('00:00', zone, day);
    // Where the clocks skip midnight the day begins an hour later.
    return typeof at === 'number' ? at : Number(readMoment('01:00', zone, day));
  };
  return { from: start(date), to: start(dateAfter(date, 1)) };
}
