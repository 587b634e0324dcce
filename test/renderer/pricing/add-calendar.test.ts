import { expect, it } from 'vitest';
import { calendarWords, withCalendar } from '../../../renderer/pricing/add-calendar.ts';
import { dateOfDay, dayNumber } from '../../../shared/instants.ts';
import type { HolidayCalendar } from '../../../shared/methods/holiday-calendar.ts';
import { HOLIDAYS_MAX, policyRule } from '../../../shared/pricing/policy.ts';

const calendar = (days: HolidayCalendar['days'], more: Partial<HolidayCalendar> = {}): HolidayCalendar => ({
  ...{ format: 'ics', name: null, days, past: 0, later: 0, from: '2026-11-25', to: '2029-11-26' },
  ...more,
});
const christmas = { date: '2026-12-25', name: 'Christmas', change: 60 };
const rule = { rule: 'holiday', days: [christmas] } as const;

it('adds days in their order, with the figure of the last day of the rule, and keeps those that the rule has', () => {
  const added = withCalendar(
    rule,
    calendar([
      { date: '2026-11-26', name: 'Thanksgiving' },
      { date: '2026-12-25', name: 'Noel' },
    ]),
  );
  expect(added).toEqual({ rule: 'holiday', days: [{ date: '2026-11-26', name: 'Thanksgiving', change: 60 }, christmas] });
  expect(policyRule.parse(added)).toEqual(added);
});

it('doubles the fare on days of a rule without any', () => {
  expect(withCalendar({ rule: 'holiday', days: [] }, calendar([{ date: '2027-01-01', name: 'New Year' }]))).toMatchObject({
    days: [{ change: 100 }],
  });
});

it('says when the days of a calendar are too many', () => {
  const days = Array.from({ length: HOLIDAYS_MAX }, (_, at) => ({ date: dateOfDay(dayNumber('2027-01-01') + at), name: 'Day' }));
  expect(withCalendar(rule, calendar(days))).toBe('With this calendar the rule has 401 days. It takes 400.');
  expect(withCalendar({ rule: 'holiday', days: [] }, calendar(days))).toMatchObject({ rule: 'holiday' });
});

it.each<[string, HolidayCalendar, string]>([
  ['one day', calendar([{ date: '2027-01-01', name: 'New Year' }]), '1 day, Fri 01 Jan 2027'],
  [
    'all that there is to say',
    calendar(
      [
        { date: '2026-12-25', name: 'Christmas' },
        { date: '2027-01-01', name: 'New Year' },
      ],
      { name: 'Holidays in Testland', past: 40, later: 2 },
    ),
    '2 days of Holidays in Testland, Fri 25 Dec 2026 to Fri 01 Jan 2027, 1 known before, 40 past left out, 2 later left out',
  ],
])('says what was added: %s', (_case, read, words) => {
  expect(calendarWords(rule, read)).toBe(words);
});
