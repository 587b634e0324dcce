import type { RefusalCode } from './refusals.ts';

/**
 * Refusals that say "not now": nothing was done, and the very same request may be done later. So none of them is stored under a request id, where it
 * would be repeated for a day, and over HTTP they alone are 503 or 429, which say so.
 */
export const NOT_NOW = [
  ...['TOO_MANY_CALLS', 'HUB_CLOSING', 'HUB_BUSY', 'BUSY', 'CLOCK_DOUBTFUL'],
  ...['FLIGHT_CHANGING', 'IN_LINE', 'LINE_LOST', 'TERMINAL_RESTS', 'WHAT_IF_BUSY'],
] as const satisfies readonly RefusalCode[];

export type NotNow = (typeof NOT_NOW)[number];

const CODES: ReadonlySet<RefusalCode> = new Set(NOT_NOW);

export const isNotNow = (code: RefusalCode): code is NotNow => CODES.has(code);
