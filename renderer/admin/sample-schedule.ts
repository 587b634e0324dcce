import { dateOfDay, dayNumber } from '../../shared/instants.ts';

const COLUMNS =
  'carrier,number,suffix,origin,destination,from,to,days,frequency,departs,departs_day,arrives,arrives_day,equipment,base_fare,currency';
/** The sample begins so many days ahead, so that none of its flights has departed. */
const AHEAD_DAYS = 30;
const SEASON_DAYS = 120;

/**
 * A schedule with every column, to begin an own one from: a weekday flight, its way back overnight with a fare, one at weekends priced in another
 * currency, and one every second week. YY is no airline. `today`: `2026-11-26`.
 */
export function sampleSchedule(today: string): string {
  const first = dayNumber(today) + AHEAD_DAYS;
  const [from, to] = [dateOfDay(first), dateOfDay(first + SEASON_DAYS)];
  const rows = [
    `YY,41,,JFK,LAX,${from},${to},12345,1,10:00,0,13:30,0,738,,`,
    `YY,42,,LAX,JFK,${from},${to},12345,1,22:15,0,06:40,1,738,219.00,USD`,
    `YY,51,,NRT,HNL,${from},${to},67,1,21:00,0,09:05,0,789,64800,JPY`,
    `YY,63,D,BOS,SJU,${from},${to},6,2,09:00,0,14:00,0,321,,`,
  ];
  return `${[COLUMNS, ...rows].join('\r\n')}\r\n`;
}
