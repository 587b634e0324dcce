import { ZONES } from './zones.ts';

/** Days as the calendar of each airport has them. A clock that is half a year wrong comes into summer time. */
const CALENDARS: ReadonlyMap<string, Intl.DateTimeFormat> = new Map(
  Object.entries(ZONES).map(([airport, timeZone]) => [airport, new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })]),
);

/** The date at an airport. */
export const localDate = (airport: string, at: number): string => CALENDARS.get(airport)?.format(at) ?? '';
