import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import { countdown, elapsed } from './times.ts';

/** `4:59`; from an hour on `23 h 10`, because nobody counts seconds of a time limit. */
export const longLeft = (ms: number): string => (ms < HOUR_MS ? countdown(ms) : elapsed(Math.floor(ms / MINUTE_MS)));
