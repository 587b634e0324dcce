import { DAY_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { momentOf } from '../../reference/zone-time.ts';

interface LocalTime {
  /** `21:30` */
  readonly time: string;
  /** Days after the date of the flight. */
  readonly day: number;
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The moment at which clocks of a zone show a time on a day of a flight. */
export const localMoment = (zone: string, date: number, { time, day }: LocalTime) =>
  momentOf(zone, (date + day) * DAY_MS + minutesOf(time) * MINUTE_MS);
