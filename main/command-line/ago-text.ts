import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';

/** `3 min`, `5 h`, `12 d`: how long something lasts, shortly; `now` under a minute. */
export function agoText(ms: number): string {
  const [unit, word] = ms < HOUR_MS ? [MINUTE_MS, 'min'] : ms < 2 * DAY_MS ? [HOUR_MS, 'h'] : [DAY_MS, 'd'];
  const count = Math.floor(ms / unit);
  return count < 1 ? 'now' : `${count} ${word}`;
}
