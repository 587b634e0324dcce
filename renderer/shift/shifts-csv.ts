import type { Output } from '../../shared/contract.ts';
import { type Cell, csvText } from '../../shared/csv.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { type People, personName } from './people.ts';

const HEAD = [
  'Z',
  'Desk',
  'Agent',
  'Agent name',
  'Opened',
  'Closed',
  'Closed by',
  'Closed by name',
  'Closed at desk',
  'Currency',
  'Difference',
  'Reason',
];

/** Shifts as CSV with times of a zone: a row for each currency that was counted, and one for a shift that was not. */
export function shiftsCsv(shifts: Output<'shift.list'>['shifts'], people: People, zone: string): string {
  const moment = (at: number): string => `${fullDate(localDay(at, zone))} ${localTime(at, zone)}`;
  const rows = shifts.flatMap(({ desk, user, openedAt, closed, differences }): Cell[][] => {
    const shift = [closed ? String(closed.z) : 'open', desk, user, personName(people, user), moment(openedAt)];
    const close = closed ? [moment(closed.at), closed.user, personName(people, closed.user), closed.desk] : ['', '', '', ''];
    const counted: Cell[][] = differences.map(({ currency, amount }) => [currency, { amount, currency }]);
    return (counted.length > 0 ? counted : [['', '']]).map((count) => [...shift, ...close, ...count, closed?.reason ?? '']);
  });
  return csvText([HEAD, ...rows]);
}
