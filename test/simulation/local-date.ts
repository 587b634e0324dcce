/** Days as the calendar of each airport has them. A clock that is half a year wrong comes into summer time. */
const zone = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
const CALENDARS: Readonly<Record<string, Intl.DateTimeFormat>> = {
  JFK: zone('America/New_York'),
  LGA: zone('America/New_York'),
  BOS: zone('America/New_York'),
  ORD: zone('America/Chicago'),
  DEN: zone('America/Denver'),
  LAX: zone('America/Los_Angeles'),
  LHR: zone('Europe/London'),
  AMS: zone('Europe/Amsterdam'),
};

/** The date at an airport. */
export const localDate = (airport: string, at: number): string => CALENDARS[airport]?.format(at) ?? '';
