import type { MessageFacts } from './words.ts';

/** Cities whose time zone was corrected since the flights were sold, each once. */
export const rezonedOf = (flights: MessageFacts['flights']): string[] => [...new Set(flights.flatMap(({ now }) => now?.rezoned ?? []))];
