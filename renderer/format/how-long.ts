import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import { minutesText } from './minutes-text.ts';

/** `2 d 4 h`, `5 h 12`, `48 min`. */
export function howLong(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  const hours = Math.floor(ms / HOUR_MS);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return minutesText(minutes);
}
