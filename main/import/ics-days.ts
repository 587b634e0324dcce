import ICAL from 'ical.js';
import { dateOfDay, dayNumber } from '../../shared/instants.ts';
import { type CalendarFile, type CalendarSpan, isDate, type NamedDay } from './calendar-day.ts';

/** Days that one event is expanded to, and all of a file: a calendar of holidays has a few hundred. */
const DAYS_MAX = 20_000;
const DAILY_OR_SLOWER = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/** What makes a whole file unusable, in a clause. */
class Unreadable extends Error {}

/** The days of an iCalendar file (RFC 5545). Dates are taken as they are written, because a holiday is a date and not a moment. */
export function icsDays(text: string, span: CalendarSpan): CalendarFile {
  try {
    const calendars = calendarsOf(text);
    const days: NamedDay[] = [];
    let later = 0;
    for (const calendar of calendars) {
      const events = calendar.getAllSubcomponents('vevent').filter((event) => event.getFirstPropertyValue('status') !== 'CANCELLED');
      for (const event of mainEvents(calendar.getAllSubcomponents('vevent'), events)) {
        for (const day of daysOf(event, span)) {
          if (day.date > span.last) later += 1;
          else days.push(day);
          if (days.length + later > DAYS_MAX) throw new Unreadable(`it names more than ${DAYS_MAX} days`);
        }
      }
    }
    const name = calendars.map((calendar) => calendar.getFirstPropertyValue('x-wr-calname')).find((value) => typeof value === 'string');
    return { name: name ?? null, days, later };
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.message };
    // The parser throws plain errors, and none of its own kind.
    return { unreadable: error instanceof Error ? error.message : 'it is damaged' };
  }
}

function calendarsOf(text: string): ICAL.Component[] {
  const parsed: unknown[] = ICAL.parse(text);
  // One calendar, or a list of several.
  const all = (typeof parsed[0] === 'string' ? [parsed] : parsed).map((one) => new ICAL.Component(one as never));
  const calendars = all.filter(({ name }) => name === 'vcalendar');
  if (calendars.length === 0) throw new Unreadable('it holds no calendar');
  return calendars;
}

/** Events with the changed occurrences of each, by its id. A cancelled occurrence is known too, so that it is left out. */
function mainEvents(all: readonly ICAL.Component[], standing: readonly ICAL.Component[]): ICAL.Event[] {
  const changed = new Map<unknown, ICAL.Component[]>();
  for (const event of all) {
    if (!event.getFirstProperty('recurrence-id')) continue;
    const id = event.getFirstPropertyValue('uid');
    changed.set(id, [...(changed.get(id) ?? []), event]);
  }
  return standing
    .filter((event) => !event.getFirstProperty('recurrence-id'))
    .map((event) => new ICAL.Event(event, { strictExceptions: false, exceptions: changed.get(event.getFirstPropertyValue('uid')) ?? [] }));
}

/** All days up to the end of the span. Of an event that repeats, its first occurrence after the span is the last. */
function* daysOf(event: ICAL.Event, span: CalendarSpan): Generator<NamedDay> {
  const name = event.summary ?? '';
  const told = name === '' ? 'an event' : `"${name.slice(0, 40)}"`;
  checkDates(event, told);
  if (!event.isRecurring()) {
    yield* covered(name, event.startDate, event.endDate, span);
    return;
  }
  for (const rule of event.component.getAllProperties('rrule')) {
    const value = rule.getFirstValue();
    if (!(value instanceof ICAL.Recur) || !DAILY_OR_SLOWER.includes(value.freq)) throw new Unreadable(`${told} repeats within a day`);
  }
  const occurrences = event.iterator();
  for (let step = 0; ; step++) {
    if (step > DAYS_MAX) throw new Unreadable(`${told} repeats more than ${DAYS_MAX} times`);
    const next = occurrences.next();
    if (!next || dateOf(next) > span.last) return;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (item.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
    yield* covered(item.summary ?? name, startDate, endDate, span);
  }
}

/** `2026-12-25` of a date, and of a moment in the zone in which it is written. */
const dateOf = (time: ICAL.Time): string => time.toString().slice(0, 10);

/** The parser takes the 99th of a month for a day of a later one. */
function checkDates(event: ICAL.Event, told: string): void {
  if (!event.component.getFirstProperty('dtstart')) throw new Unreadable(`${told} has no date`);
  for (const name of ['dtstart', 'dtend']) {
    const written = event.component.getFirstProperty(name)?.toJSON()[3];
    if (written !== undefined && !isDate(String(written).slice(0, 10)))
      throw new Unreadable(`${told} is on ${String(written).slice(0, 10)}, which is no date`);
  }
}

/** From the first day to the last. An end is not a part of its event: neither as a day nor as a midnight. */
function* covered(name: string, start: ICAL.Time, end: ICAL.Time | null, span: CalendarSpan): Generator<NamedDay> {
  const first = dayNumber(dateOf(start));
  const atMidnight = end !== null && end.hour === 0 && end.minute === 0 && end.second === 0;
  const last = end === null ? first : dayNumber(dateOf(end)) - (atMidnight ? 1 : 0);
  // One day after the span is enough to tell that there are later ones.
  const until = Math.max(first, Math.min(last, dayNumber(span.last) + 1));
  for (let day = first; day <= until; day++) yield { date: dateOfDay(day), name };
}
