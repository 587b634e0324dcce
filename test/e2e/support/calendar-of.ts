import ICAL from 'ical.js';
import type { Mail } from '../../main/messages/mail-box.ts';

/** A flight in the calendar file of a mail: `uid` ends in the number that it has within its booking. */
interface CalendarFlight {
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: number;
  readonly status: string;
}

/** The flights of the calendar file that a mail brings. */
export function calendarOf({ raw }: Mail): CalendarFlight[] {
  const part = raw.split(/\r\n--/).find((each) => /Content-Type: text\/calendar/i.test(each));
  if (part === undefined) throw new Error('the mail brings no calendar file');
  const begin = part.indexOf('\r\n\r\n');
  const [head, body] = [part.slice(0, begin), part.slice(begin + 4)];
  const text = /Encoding: base64/i.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => {
    const { uid, sequence, startDate } = new ICAL.Event(event);
    return { uid, sequence, startsAt: startDate.toJSDate().getTime(), status: String(event.getFirstPropertyValue('status')) };
  });
}
