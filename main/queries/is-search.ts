import type { AnyQueryName } from './registry.ts';

const SEARCHES: ReadonlySet<string> = new Set<AnyQueryName>([
  'flights.search',
  'flights.carriers',
  'flights.board',
  'pricing.flights',
  'schedule.compare',
]);

/**
 * Whether a query looks through many flights. `flights.find`, `flights.named` and `flights.connections` do not: they read a few flights that are named, by their key.
 * Searches wait behind all other questions, and a desk may ask for so many a second.
 */
export const isSearch = (name: string): boolean => SEARCHES.has(name);
