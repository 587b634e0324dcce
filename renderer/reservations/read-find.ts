import type { Input } from '../../shared/contract.ts';
import { parseDesignator } from '../../shared/flight-designator.ts';
import { isPrintable } from '../../shared/method.ts';
import { NAME_SOUGHT_MAX } from '../../shared/passengers.ts';
import { readDate } from '../format/read-date.ts';

export type Find = Input<'bookings.find'>;

export const FIND_KINDS = ['any', 'locator', 'name', 'flight'] as const;
export type FindKind = (typeof FIND_KINDS)[number];
export const FIND_KIND_WORDS: Record<FindKind, string> = {
  any: 'Anything',
  locator: 'Locator',
  name: 'Name',
  flight: 'Flight and date',
};

const asLocator = (text: string): Find | undefined =>
  /^[A-Z0-9]{6}$/.test(text.toUpperCase()) ? { by: 'locator', locator: text.toUpperCase() } : undefined;

/** A name needs two letters, and no figures: `SMITH/J`, `Sze-To/Mei`. */
const asName = (text: string): Find | undefined => {
  const mayBe = /\p{L}.*\p{L}/u.test(text) && !/\d/.test(text) && !text.startsWith('/');
  return mayBe && isPrintable(text) ? { by: 'name', name: text } : undefined;
};

/** `AA185`, `AA 185 24NOV`, `tomorrow` ...: without a date, today. */
function asFlight(text: string, today: string): Find | undefined {
  const whole = parseDesignator(text);
  const match = whole ? null : /^(.+?)[\s/]+(\S+)$/.exec(text);
  const flight = whole ?? parseDesignator(match?.[1] ?? '');
  const date = match ? readDate(match[2] ?? '', today, 'near') : today;
  if (!flight || flight.number < 1 || !date) return undefined;
  return { by: 'flight', carrier: flight.carrier, number: flight.number, date };
}

/**
 * Everything that a typed text may ask for, the likeliest first: six signs are a locator before they are anything
 * else. Empty when nothing fits; `kind` other than `any` leaves only its own reading. `today` as at this counter.
 */
export function readFind(text: string, kind: FindKind, today: string): Find[] {
  const typed = text.trim().replace(/\s+/g, ' ');
  // Longer than anything that can be found; also, reading a flight and a date apart takes the third power of the length.
  if (typed.length > NAME_SOUGHT_MAX) return [];
  const readings = [asLocator(typed), asFlight(typed, today), asName(typed)];
  return readings.filter((find) => find !== undefined).filter((find) => kind === 'any' || find.by === kind);
}

/** The text that reads as `find`, for the field of a screen that was opened with one. */
export function findText(find: Find): string {
  switch (find.by) {
    case 'locator':
      return find.locator;
    case 'name':
      return find.name;
    case 'flight':
      return `${find.carrier} ${find.number} ${find.date}`;
  }
}
