import { elapsed } from './times.ts';

/** `55 min`, from an hour on `1 h 20`. */
export const minutesText = (minutes: number): string => (minutes < 60 ? `${minutes} min` : elapsed(minutes));
