import { parseDesignator } from '../../shared/flight-designator.ts';
import { readDate } from './read-date.ts';

/** Which flights somebody means to price, as typed. A flight has yet to be found. */
export type TypedScope =
  | { kind: 'network' }
  | { kind: 'route'; origin: string; destination: string }
  | { kind: 'flight'; carrier: string; number: number; suffix: string; date: string | null }
  | { kind: 'wrong'; problem: string; next: string };

export const SCOPE_EXAMPLES = 'Write network, JFK LAX, or AA9 24NOV.';

const PLACE = /^[A-Z]{3}$/;

const wrong = (problem: string): TypedScope => ({ kind: 'wrong', problem, next: SCOPE_EXAMPLES });

/** Reads `network`, `JFK LAX`, `JFK-LAX`, `AA9`, `AA 9 24NOV`. `today` is the local date at the desk. A flight without a date is its next departure. */
export function readScope(text: string, today: string): TypedScope {
  const words = text
    .trim()
    .toUpperCase()
    .split(/\s+|[-\u2013](?!\d\d)/)
    .filter(Boolean);
  const [first = '', second = '', ...more] = words;
  if (first === '' || (first === 'NETWORK' && words.length === 1)) return { kind: 'network' };
  if (PLACE.test(first) && PLACE.test(second) && more.length === 0) {
    return first === second ? wrong(`${first} and ${second} are the same place.`) : { kind: 'route', origin: first, destination: second };
  }
  const date = words.length > 1 ? readDate(words.at(-1) ?? '', today, 'ahead') : undefined;
  if (date === null) return wrong(`There is no day ${words.at(-1)}.`);
  const called = (date === undefined ? words : words.slice(0, -1)).join('');
  const flight = parseDesignator(called);
  if (!flight) return wrong(`\u201c${text.trim()}\u201d is neither a route nor a flight.`);
  if (flight.number === 0) return wrong(`${called} is no flight: its number is 0.`);
  return { kind: 'flight', ...flight, date: date ?? null };
}
