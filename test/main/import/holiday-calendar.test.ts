import { describe, expect, test } from 'vitest';
import { readHolidayCalendar } from '../../../main/import/holiday-calendar.ts';

const SPAN = { first: '2026-11-25', last: '2029-11-26' };
const read = (file: string | Uint8Array) => readHolidayCalendar(typeof file === 'string' ? Buffer.from(file) : file, SPAN);
const days = (file: string | Uint8Array): string[] | string => {
  const outcome = read(file);
  return 'calendar' in outcome ? outcome.calendar.days.map(({ date, name }) => `${date} ${name}`) : outcome.unreadable;
};

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
let events = 0;
const event = (...lines: string[]) => ['BEGIN:VEVENT', `UID:${++events}@test`, ...lines, 'END:VEVENT'].join('\r\n');
const one = (...lines: string[]) => calendar(event('SUMMARY:Holiday', ...lines));

describe('an iCalendar file', () => {
  test.each<[string, string, string[]]>([
    ['a day without an end', one('DTSTART;VALUE=DATE:20261225'), ['2026-12-25 Holiday']],
    ['a day with its end, which is the next day', one('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226'), ['2026-12-25 Holiday']],
    ['a day that ends on itself', one('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261225'), ['2026-12-25 Holiday']],
    ['two days', one('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227'), ['2026-12-25 Holiday', '2026-12-26 Holiday']],
    ['two days by their duration', one('DTSTART;VALUE=DATE:20261225', 'DURATION:P2D'), ['2026-12-25 Holiday', '2026-12-26 Holiday']],
    ['moments from midnight to midnight', one('DTSTART:20261225T000000', 'DTEND:20261226T000000'), ['2026-12-25 Holiday']],
    [
      'moments in a zone that the file does not describe',
      one('DTSTART;TZID=America/New_York:20261225T000000', 'DTEND;TZID=America/New_York:20261226T000000'),
      ['2026-12-25 Holiday'],
    ],
    ['moments in UTC', one('DTSTART:20261225T090000Z', 'DTEND:20261226T120000Z'), ['2026-12-25 Holiday', '2026-12-26 Holiday']],
    ['a moment without an end', one('DTSTART:20261225T000000Z'), ['2026-12-25 Holiday']],
    [
      'each year for ever',
      one('DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=YEARLY'),
      ['2027-01-01 Holiday', '2028-01-01 Holiday', '2029-01-01 Holiday'],
    ],
    [
      'the fourth Thursday of November',
      one('DTSTART;VALUE=DATE:20101125', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'),
      ['2026-11-26 Holiday', '2027-11-25 Holiday', '2028-11-23 Holiday', '2029-11-22 Holiday'],
    ],
    [
      'the last Monday of May, until a day',
      one('DTSTART;VALUE=DATE:20100531', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20280101'),
      ['2027-05-31 Holiday'],
    ],
    ['so many times', one('DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY;COUNT=2'), ['2026-12-25 Holiday', '2027-12-25 Holiday']],
    [
      'with a day that is left out, and one that comes on top',
      one('DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY;COUNT=3', 'EXDATE;VALUE=DATE:20271225', 'RDATE;VALUE=DATE:20271227'),
      ['2026-12-25 Holiday', '2027-12-27 Holiday', '2028-12-25 Holiday'],
    ],
    [
      'an occurrence that is moved, and one that is cancelled',
      calendar(
        'BEGIN:VEVENT\r\nUID:moved\r\nSUMMARY:Holiday\r\nDTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nEND:VEVENT',
        'BEGIN:VEVENT\r\nUID:moved\r\nSUMMARY:In lieu\r\nRECURRENCE-ID;VALUE=DATE:20271225\r\nDTSTART;VALUE=DATE:20271227\r\nEND:VEVENT',
        'BEGIN:VEVENT\r\nUID:moved\r\nSTATUS:CANCELLED\r\nRECURRENCE-ID;VALUE=DATE:20281225\r\nDTSTART;VALUE=DATE:20281225\r\nEND:VEVENT',
      ),
      ['2026-12-25 Holiday', '2027-12-27 In lieu'],
    ],
    [
      'a cancelled event is none',
      calendar(event('DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'), event('DTSTART;VALUE=DATE:20261225', 'SUMMARY:Kept')),
      ['2026-12-25 Kept'],
    ],
    [
      'what is no event',
      calendar('BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Bake\r\nEND:VTODO', event('DTSTART;VALUE=DATE:20261225', 'SUMMARY:Kept')),
      ['2026-12-25 Kept'],
    ],
    [
      'two calendars in one file',
      `${one('DTSTART;VALUE=DATE:20261225')}${one('DTSTART;VALUE=DATE:20270101')}`,
      ['2026-12-25 Holiday', '2027-01-01 Holiday'],
    ],
    [
      'a day with two names',
      calendar(event('SUMMARY:Boxing Day', 'DTSTART;VALUE=DATE:20261226'), event('SUMMARY:St Stephen', 'DTSTART;VALUE=DATE:20261226')),
      ['2026-12-26 Boxing Day, St Stephen'],
    ],
    [
      'a day that stands twice',
      calendar(event('SUMMARY:A', 'DTSTART;VALUE=DATE:20261226'), event('SUMMARY:A', 'DTSTART;VALUE=DATE:20261226')),
      ['2026-12-26 A'],
    ],
    [
      'a name with escaped signs, in a language',
      calendar(event('SUMMARY;LANGUAGE=en-US:All Saints\\, observed', 'DTSTART;VALUE=DATE:20271101')),
      ['2027-11-01 All Saints, observed'],
    ],
    ['no name', calendar(event('DTSTART;VALUE=DATE:20261225')), ['2026-12-25 Holiday']],
    [
      'a long name is cut',
      calendar(event('DTSTART;VALUE=DATE:20261225', `SUMMARY:${'Long '.repeat(12)}`)),
      ['2026-12-25 Long Long Long Long Long Long Long Long…'],
    ],
    ['line ends of any system', one('DTSTART;VALUE=DATE:20261225').replaceAll('\r\n', '\r'), ['2026-12-25 Holiday']],
    [
      'the first day and the last day',
      calendar(event('SUMMARY:A', 'DTSTART;VALUE=DATE:20261125'), event('SUMMARY:B', 'DTSTART;VALUE=DATE:20291126')),
      ['2026-11-25 A', '2029-11-26 B'],
    ],
  ])('%s', (_case, file, expected) => {
    expect(days(file)).toEqual(expected);
  });

  test('says how it is called, and what was left out', () => {
    const file = calendar(
      'X-WR-CALNAME:Holidays in Testland',
      event('DTSTART;VALUE=DATE:20251225', 'SUMMARY:Last year'),
      event('DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas'),
      event('DTSTART;VALUE=DATE:20401225', 'SUMMARY:Far away'),
    );
    expect(read(file)).toEqual({
      calendar: {
        ...{ format: 'ics', name: 'Holidays in Testland', days: [{ date: '2026-12-25', name: 'Christmas' }] },
        ...{ past: 1, later: 1, from: SPAN.first, to: SPAN.last },
      },
    });
  });

  test('may break a line within a sign, be UTF-16, or begin with a byte order mark', () => {
    const text = one('DTSTART;VALUE=DATE:20261208').replace('Holiday', 'Mariä Empfängnis');
    const folded = Buffer.from(text);
    const at = folded.indexOf(Buffer.from('ä')) + 1;
    const broken = Buffer.concat([folded.subarray(0, at), Buffer.from('\r\n '), folded.subarray(at)]);
    for (const file of [
      broken,
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    ])
      expect(days(file)).toEqual(['2026-12-08 Mariä Empfängnis']);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'it is empty'],
    ['blanks', ' \r\n', 'it is empty'],
    ['Latin-1', Buffer.from(one('DTSTART;VALUE=DATE:20261208').replace('Holiday', 'Mariä'), 'latin1'), 'it is not UTF-8 text'],
    ['cut off', one('DTSTART;VALUE=DATE:20261225').slice(0, 120), 'invalid ical body. component began but did not end'],
    ['an address book', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD\r\n', 'it holds no calendar'],
    ['an empty calendar', calendar(), 'it names no day from 2026-11-25 to 2029-11-26'],
    ['only past days', one('DTSTART;VALUE=DATE:20251225'), 'it names no day from 2026-11-25 to 2029-11-26'],
    ['an event without a date', calendar(event('SUMMARY:Nowhen')), '"Nowhen" has no date'],
    ['a day that no month has', one('DTSTART;VALUE=DATE:20261399'), '"Holiday" is on 2026-13-99, which is no date'],
    ['each second', one('DTSTART:20261225T000000', 'RRULE:FREQ=SECONDLY'), '"Holiday" repeats within a day'],
    [
      'each day for ever',
      one('DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY'),
      'it names 1098 days from 2026-11-25 to 2029-11-26, and a policy takes 400',
    ],
    ['each day since long ago', one('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY'), 'it names more than 20000 days'],
    [
      'a rule that is none',
      one('DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=NEVER'),
      'invalid frequency "NEVER" expected: "SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY"',
    ],
    [
      'an event of many years',
      one('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:21991231'),
      'it names 1068 days from 2026-11-25 to 2029-11-26, and a policy takes 400',
    ],
  ])('is refused: %s', (_case, file, problem) => {
    expect(days(file)).toBe(problem);
  });
});

describe('a CSV file', () => {
  test.each<[string, string, string[]]>([
    ['two columns', 'date,name\n2027-01-01,New Year\n2026-12-25,Christmas\n', ['2026-12-25 Christmas', '2027-01-01 New Year']],
    ['in another order, with others', 'Name;Where;Date\r\nChristmas;all;2026-12-25\r\n', ['2026-12-25 Christmas']],
    ['tabs, quotes and a byte order mark', '\uFEFFdate\tname\n2026-12-25\t"Christmas, ""Xmas"""\n', ['2026-12-25 Christmas, "Xmas"']],
    ['blank lines and no end of line', 'date,name\n\n2026-12-25,Christmas', ['2026-12-25 Christmas']],
    ['no name', 'date,name\n2026-12-25,\n2027-12-25\n', ['2026-12-25 Holiday', '2027-12-25 Holiday']],
  ])('%s', (_case, file, expected) => {
    expect(days(file)).toEqual(expected);
  });

  test('says what was left out', () => {
    expect(read('date,name\n2025-12-25,A\n2026-12-25,B\n2045-12-25,C\n')).toMatchObject({
      calendar: { format: 'csv', name: null, past: 1, later: 1 },
    });
  });

  test.each([
    ['no header', '2026-12-25,Christmas\n', 'its first line does not name the columns date and name'],
    ['anything', 'Dear Sir or Madam\n', 'its first line does not name the columns date and name'],
    [
      'days that are none, with their lines',
      'date,name\n2026-12-25,A\n25.12.2026,B\n2026-02-30,C\n,D\n12/25/2026,E\n',
      'line 3: "25.12.2026" is not a date, such as 2026-12-25; line 4: "2026-02-30" is not a date, such as 2026-12-25; line 5: "" is not a date, such as 2026-12-25; and 1 more',
    ],
    ['only a header', 'date,name\n', 'it names no day from 2026-11-25 to 2029-11-26'],
  ])('is refused: %s', (_case, file, problem) => {
    expect(days(file)).toBe(problem);
  });

  test('with a quote that is not closed is refused with what the reader says of it', () => {
    expect(days('date,name\n2026-12-25,"Christmas\n')).toContain('Quote Not Closed');
  });
});
