import { expect, it } from 'vitest';
import { readMoment } from '../../../renderer/format/read-moment.ts';

const at = (text: string) => Date.parse(text);

it.each<[string, string, number | string]>([
  ['24NOV 06:00', 'America/New_York', at('2026-11-24T11:00Z')],
  ['24nov 0600', 'America/New_York', at('2026-11-24T11:00Z')],
  ['18:30', 'America/New_York', at('2026-11-21T23:30Z')],
  ['tomorrow 9:05', 'Asia/Kathmandu', at('2026-11-22T03:20Z')],
  ['24NOV', 'Pacific/Kiritimati', at('2026-11-23T10:00Z')],
  ['2027-07-01 12:00', 'America/New_York', at('2027-07-01T16:00Z')],
  ['1NOV27 00:30', 'America/New_York', at('2027-11-01T04:30Z')],
  // The clocks go back at 02:00 on 7 November 2027, so that 01:30 exists twice.
  ['7NOV27 01:30', 'America/New_York', at('2027-11-07T05:30Z')],
  ['14MAR27 02:30', 'America/New_York', 'The clocks skip this time.'],
  ['31FEB 06:00', 'America/New_York', 'There is no day 31FEB.'],
  ['soon', 'America/New_York', 'Write a time: now, 18:30, or 24NOV 06:00.'],
  ['25:00', 'America/New_York', 'Write a time: now, 18:30, or 24NOV 06:00.'],
])('reads "%s" in %s', (text, zone, expected) => {
  expect(readMoment(text, zone, '2026-11-21')).toBe(expected);
});
