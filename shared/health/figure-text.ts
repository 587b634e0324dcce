import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../instants.ts';
import type { FigureUnit } from './figures.ts';

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
/** With as many digits behind the point as a person needs: 0.12, 4.5, 41. */
const short = (number: number): string => String(number >= 10 ? Math.round(number) : Number(number.toFixed(number >= 1 ? 1 : 2)));

/** `41 ms`, `0.4 s`, `3 min 40`, `26 h 10`, `5 d`. */
export function timeText(ms: number): string {
  if (ms === 0) return '0';
  if (ms < SECOND_MS - 0.5) return `${ms > 0 && ms < 1 ? 'under 1' : Math.round(ms)} ms`;
  if (ms < MINUTE_MS - SECOND_MS / 2) return `${short(ms / SECOND_MS)} s`;
  const seconds = Math.round(ms / SECOND_MS);
  if (ms < HOUR_MS) return `${Math.floor(seconds / 60)} min${seconds % 60 > 0 ? ` ${two(seconds % 60)}` : ''}`;
  const minutes = Math.floor(seconds / 60);
  if (ms < 72 * HOUR_MS) return `${Math.floor(minutes / 60)} h${minutes % 60 > 0 ? ` ${two(minutes % 60)}` : ''}`;
  return `${Math.floor(minutes / 60 / 24)} d`;
}

const bytesText = (bytes: number): string =>
  bytes >= 1e9 ? `${short(bytes / 1e9)} GB` : bytes >= 1e6 ? `${short(bytes / 1e6)} MB` : `${short(bytes / 1e3)} kB`;

/** A figure as a person reads it: `91.2 %`, `41 ms`, `412 MB`, `3`. */
export function figureText(unit: FigureUnit, value: number): string {
  if (unit === 'ms') return timeText(value);
  if (unit === 'bytes') return bytesText(value);
  // Rounded down, so that what was missed once never reads as all.
  if (unit === 'share') return `${Math.floor(value * 10 + 1e-6) / 10} %`;
  return short(value);
}

/** Its limit: `at least 95 %`, `500 ms`. */
export const limitText = (unit: FigureUnit, limit: number): string =>
  unit === 'share' ? `at least ${figureText(unit, limit)}` : figureText(unit, limit);
