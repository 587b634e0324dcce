import type { PassengerWords } from './passenger-words.ts';

type Locale = Pick<PassengerWords, 'locale'>;

/** `07:50`, by the clock of the airport. */
export const timeText = (at: number, zone: string, { locale }: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `Sat 28 November`. */
export const dayText = (at: number, zone: string, { locale }: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'long' }).format(at);

/** `Sat 28 Nov`, where there is little room. */
export const shortDayText = (at: number, zone: string, { locale }: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' }).format(at);
