import { hostForm } from '../../shared/host-form.ts';
import { TITLES } from '../../shared/passengers.ts';

/**
 * The forms under which a booking is kept in `find_keys`, and those that are looked for.
 *
 * The problem: one name is written in many ways. Müller stands as MUELLER in the machine zone of a passport, as MULLER in the host form, and
 * De la Cruz as DELACRUZ or DE LA CRUZ.
 * 1. A key has no spaces and no hyphens.
 * 2. Spellings that ICAO 9303 part 3 (section 6) allows for one letter become one: AE, OE and UE become A, O and U, AA becomes A, NXX and UXX
 *    become N and U. So Müller, Mueller and Muller have the same key. Samuel and Samul have too: a search may find a name more, never one less.
 * 3. Both sides go through the same functions, and the key of a beginning is the beginning of the key.
 * 4. Whoever changes the form of a key adds a migration that writes all keys again.
 */
export type FindKeyKind = 'name' | 'phone' | 'email';
export interface FindKey {
  readonly kind: FindKeyKind;
  readonly key: string;
}

/** Digits of a phone number that must be known, so that a number without its country's code finds the one with it. */
const PHONE_DIGITS_MIN = 7;
/** A number with the code of its country has at most so many (E.164). */
const PHONE_DIGITS_MAX = 15;

const fold = (host: string): string =>
  host
    .replaceAll(' ', '')
    .replace(/([AOU])E|AA/g, (pair) => pair[0] ?? '')
    .replace(/([NU])XX/g, '$1');

const OTHER_SCRIPT = /[^\p{Script=Latin}\P{L}]/u;

/** One part of a name, as a key holds it. A part in another script than Latin keeps its letters. */
const namePart = (text: string): string =>
  OTHER_SCRIPT.test(text) ? text.normalize('NFKD').toUpperCase().replace(/\P{L}/gu, '') : fold(hostForm(text));

/** The keys of a passenger: that of the host form, and that of the passport's spelling when it is in another script. */
export function nameKeys(
  host: { readonly surname: string; readonly given: string },
  spelt: { readonly surname: string; readonly given: string },
) {
  const keys = [`${fold(host.surname)}/${fold(host.given)}`];
  if (OTHER_SCRIPT.test(spelt.surname)) keys.push(`${namePart(spelt.surname)}/${namePart(spelt.given)}`);
  return keys;
}

/** The digits from the last to the first, without the zeros of a prefix, so that the beginning of a key is the end of a number. */
export const phoneKey = (text: string): string => [...text.replace(/\D/g, '').replace(/^0+/, '')].reverse().join('');

export const emailKey = (text: string): string => text.trim().toLowerCase();

/** A stretch of keys: every key that begins with `start`, or `start` alone. */
export interface KeyRange {
  readonly kind: FindKeyKind;
  readonly start: string;
  readonly whole: boolean;
}

/** A phone number as it stands in a booking, or the end of it. */
export function phoneRanges(text: string): KeyRange[] {
  const typed = phoneKey(text);
  if (typed === '') return [];
  const shorter = Array.from(
    { length: Math.max(0, Math.min(typed.length, PHONE_DIGITS_MAX) - PHONE_DIGITS_MIN) },
    (_, more) => PHONE_DIGITS_MIN + more,
  );
  // A number that was typed with the code of its country is also the one that a booking has without it.
  const national = shorter.map((digits): KeyRange => ({ kind: 'phone', start: typed.slice(0, digits), whole: true }));
  return [{ kind: 'phone', start: typed, whole: false }, ...national];
}

/** Whether two numbers are of one phone: the same digits, or one of them without the code of its country. */
export function isSamePhone(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [phoneKey(one), phoneKey(other)].sort((a, b) => a.length - b.length);
  return shorter !== '' && (shorter === longer || (shorter.length >= PHONE_DIGITS_MIN && longer.startsWith(shorter)));
}

/** Where the bookings of one phone stand: its number, with the code of its country and without. */
export const samePhoneRanges = (text: string): KeyRange[] =>
  phoneKey(text).length >= PHONE_DIGITS_MIN ? phoneRanges(text) : phoneRanges(text).map((range) => ({ ...range, whole: true }));

/** An address, or its beginning. */
export const emailRanges = (text: string): KeyRange[] => [{ kind: 'email', start: emailKey(text), whole: false }];

/** More words than any name has in which the surname has to be guessed. */
const WORDS_MAX = 6;
const isTitle = (word: string): boolean => (TITLES as readonly string[]).includes(hostForm(word));

/** `JOHN MR` and `JOHNMR` -> JOHN: a title stands after the given names, on a boarding pass without a space. */
function givenForms(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  while (words.length > 0 && isTitle(words.at(-1) ?? '')) words.pop();
  const given = namePart(words.join(' '));
  const title = TITLES.find((each) => given.length > each.length && given.endsWith(each));
  return title ? [given, given.slice(0, -title.length)] : [given];
}

/** The whole surname and the beginning of the given name. A surname of one letter is doubled in its host form. */
const wholeSurname = (surname: string, given: string): KeyRange[] => {
  const part = namePart(surname);
  const forms = part.length === 1 ? [part, part + part] : [part];
  return forms.flatMap((form) =>
    form === '' ? [] : givenForms(given).map((start): KeyRange => ({ kind: 'name', start: `${form}/${start}`, whole: false })),
  );
};

/** The machine zone of a passport: `P<UTOERIKSSON<<ANNA<MARIA<<<` -> `ERIKSSON/ANNA MARIA`. */
const fromMachineZone = (text: string): string =>
  text
    .replace(/^P[A-Z<][A-Z<]{3}(?=.*<<)/i, '')
    .replace(/<+$/, '')
    .replace('<<', '/')
    .replaceAll('<', ' ');

/**
 * Where the bookings of a name stand. `SMITH/J` and `Smith, J`: the whole surname, then the beginning of the given name. Without a stroke: the
 * beginning of a surname, or both names in either order (`John Smith`). A title is left out.
 */
export function nameRanges(text: string): KeyRange[] {
  const typed = text.includes('<') ? fromMachineZone(text.trim()) : text;
  const stroke = /[/,]/.exec(typed);
  if (stroke) return wholeSurname(typed.slice(0, stroke.index), typed.slice(stroke.index + 1));
  const words = typed.split(/\s+/).filter(Boolean);
  while (words.length > 1 && isTitle(words.at(-1) ?? '')) words.pop();
  while (words.length > 1 && isTitle(words[0] ?? '')) words.shift();
  const start = namePart(words.join(' '));
  const ranges: KeyRange[] = start === '' ? [] : [{ kind: 'name', start, whole: false }];
  if (words.length > WORDS_MAX) return ranges;
  for (let split = 1; split < words.length; split++) {
    const [before, after] = [words.slice(0, split).join(' '), words.slice(split).join(' ')];
    ranges.push(...wholeSurname(before, after), ...wholeSurname(after, before));
  }
  return ranges;
}
