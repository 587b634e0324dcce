import { dateLabel, localDay, localTime } from './times.ts';

/** `Sat 21 Nov 14:00`: a moment on the clocks of a zone. */
export const dayAndTime = (at: number, zone: string): string => `${dateLabel(localDay(at, zone))} ${localTime(at, zone)}`;
