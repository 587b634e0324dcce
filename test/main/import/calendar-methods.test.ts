import { expect, test } from 'vitest';
import type { HubCall } from '../../../main/hub/hub-methods.ts';
import { calendarMethods } from '../../../main/import/calendar-methods.ts';
import { startImport } from '../../../main/threads/start-import.ts';
import { instant } from '../../../shared/instants.ts';
import { MERCY } from '../support/test-hub.ts';

const NOW = instant(Date.UTC(2026, 10, 26, 9));
const base64 = (text: string) => ({ bytes: Buffer.from(text).toString('base64') });
const CALL = { session: undefined, actor: MERCY } as unknown as HubCall;
const ENDLESS = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:t', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20260201'],
  ...['RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'END:VEVENT', 'END:VCALENDAR'],
].join('\r\n');

test('a calendar is read in a thread, from yesterday to three years from now', async () => {
  const methods = calendarMethods({ run: startImport, now: () => NOW });
  expect(await methods['pricing.readCalendar'](CALL, base64('date,name\n2026-12-25,Christmas\n'))).toEqual({
    ok: true,
    value: {
      ...{ format: 'csv', name: null, days: [{ date: '2026-12-25', name: 'Christmas' }], past: 0, later: 0 },
      ...{ from: '2026-11-25', to: '2029-11-26' },
    },
  });
});

test('a file that is no calendar is refused with the reason', async () => {
  const methods = calendarMethods({ run: startImport, now: () => NOW });
  expect(await methods['pricing.readCalendar'](CALL, base64('Dear Sir'))).toMatchObject({
    ok: false,
    refusal: {
      code: 'CALENDAR_UNREADABLE',
      message: 'The holidays cannot be read from this file: its first line does not name the columns date and name.',
    },
  });
});

test('a day that never comes (the 30th of February) kept the reader busy for ever', async () => {
  const stop = new AbortController();
  const methods = calendarMethods({
    run: (task, signal, hear) => {
      const running = startImport(task, signal, hear);
      stop.abort();
      return running;
    },
    now: () => NOW,
    limit: () => stop.signal,
  });
  expect(await methods['pricing.readCalendar'](CALL, base64(ENDLESS))).toMatchObject({
    ok: false,
    refusal: { code: 'CALENDAR_UNREADABLE', details: { problem: 'it has events that repeat in a way that nobody can follow' } },
  });
});
