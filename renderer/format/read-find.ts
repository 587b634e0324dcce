import { EMAIL_MAX, PHONE_MAX } from '../../shared/contact.ts';
import { parseDesignator } from '../../shared/flight-designator.ts';
import { isLocator, locatorCandidates } from '../../shared/locator.ts';
import { isPrintable } from '../../shared/method.ts';
import type { BookingFind } from '../../shared/methods/bookings.ts';
import { NAME_SOUGHT_MAX } from '../../shared/passengers.ts';
import { readDate } from './read-date.ts';

const PHONE_DIGITS_MIN = 5;

/** Six signs, also in two groups as they are read out: `K7Q F2M`. Signs that no locator holds may have been misread: the hub says so. */
export function readLocator(text: string): string | null {
  const signs = text.toUpperCase().replace(/[ -]/g, '');
  return isLocator(signs) || locatorCandidates(signs).length > 0 ? signs : null;
}

/** A name needs two letters, and no digits: `SMITH/J`, `O/CEDRIC`, `Sze-To/Mei`, `John Smith`, `P<UTOERIKSSON<<ANNA`. */
const asName = (text: string): BookingFind | undefined => {
  const mayBe = /\p{L}.*\p{L}/u.test(text) && !/[^\p{L}\p{M}'’ ./,<-]/u.test(text) && !/^[/,<]/.test(text) && !/[/,].*[/,]/.test(text);
  return mayBe && text.length <= NAME_SOUGHT_MAX && isPrintable(text) ? { by: 'name', name: text } : undefined;
};

/** `AA185`, `AA 185 24NOV`, `AA185 tomorrow` ...: without a date, its next departure. */
function asFlight(text: string, today: string): BookingFind | undefined {
  const whole = parseDesignator(text);
  const match = whole ? null : /^([A-Z0-9]{2} ?\d{1,4}[A-Z]?)[ /](\S+)$/i.exec(text);
  const flight = whole ?? parseDesignator(match?.[1] ?? '');
  const date = match ? readDate(match[2] ?? '', today, 'near') : null;
  // null is no day of the calendar when a day was typed, and the next departure when none was.
  if (!flight || flight.number < 1 || date === undefined || (match && date === null)) return undefined;
  return { by: 'flight', carrier: flight.carrier, number: flight.number, date };
}

/** `+1 (212) 555-0148`, or its last digits. */
function asPhone(text: string): BookingFind | undefined {
  const mayBe = /^\+?[\d ()./-]+$/.test(text) && text.replace(/\D/g, '').length >= PHONE_DIGITS_MIN;
  return mayBe && text.length <= PHONE_MAX ? { by: 'phone', phone: text } : undefined;
}

const asEmail = (text: string): BookingFind | undefined =>
  /^[^\s@]+@[^\s@]*$/.test(text) && text.length <= EMAIL_MAX && isPrintable(text) ? { by: 'email', email: text } : undefined;

/**
 * Everything that a typed text may ask for of bookings: all of it is looked for together. Empty when nothing fits. The command bar and
 * Reservations read with this alone. `today` is the local date at this counter.
 */
export function readFind(text: string, today: string): BookingFind[] {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (typed.length > EMAIL_MAX) return [];
  const locator = readLocator(typed);
  const readings = [
    locator === null ? undefined : ({ by: 'locator', locator } as const),
    asFlight(typed, today),
    asName(typed),
    asPhone(typed),
    asEmail(typed),
  ];
  return readings.filter((find) => find !== undefined);
}

/** What may be typed to find a booking, for a field that was typed wrongly. */
export const FIND_EXAMPLES =
  'a locator (six letters and digits), a name (SURNAME/GIVEN), a flight and its date, a phone number or an e-mail address';
