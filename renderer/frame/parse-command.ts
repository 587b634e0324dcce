import { PARTY_MAX } from '../../shared/bounds.ts';
import { parseDesignator } from '../../shared/flight-designator.ts';
import { isLocator } from '../../shared/locator.ts';
import { NAME_SOUGHT_MAX } from '../../shared/passengers.ts';
import { readAsked } from '../format/read-asked.ts';
import { readDate } from '../format/read-date.ts';
import { PARTY_HINT, partyProblem, readParty, type TypedParty } from '../format/read-party.ts';
import { readScope, type TypedScope } from '../format/read-scope.ts';
import { joinDays, readTrip, type Trip } from '../format/read-trip.ts';
import { ADMIN_TABS, type AdminTab, type ScreenName } from '../stores/navigation-store.ts';

/** What an agent asked for in the command bar. */
export type Command =
  /** `back`: the day of the way back, of a return. */
  | { kind: 'route'; from: string; to: string; date: string; back?: string; party?: TypedParty }
  | { kind: 'departures'; from: string; date: string; party?: TypedParty }
  /** `together`: the party is held at once, side by side in any seats. */
  | {
      kind: 'flight';
      carrier: string;
      number: number;
      suffix: string;
      date: string | null;
      orLocator: string | null;
      party?: TypedParty;
      together?: true;
    }
  /** Bookings to look for: `readAsked` reads the text. */
  | { kind: 'find'; text: string }
  | { kind: 'screen'; screen: ScreenName; tab?: AdminTab }
  /** The room of prices, with the flights that it is to be about. */
  | { kind: 'pricing'; scope: Exclude<TypedScope, { kind: 'wrong' }> }
  | { kind: 'wrong'; problem: string; next: string };

const EXAMPLES = 'Write NYC LAX tomorrow 2+1, AA185, a locator, SURNAME/GIVEN, a phone number or an e-mail address.';

/** Longer than anything that the bar understands; a pasted page is not worth reading. */
const LINE_MAX = 120;

const wrong = (problem: string, next = EXAMPLES): Command => ({ kind: 'wrong', problem, next });

/** The date that the last word says, and the words before it. */
function splitDate(words: readonly string[], today: string): { words: readonly string[]; date: string; dated: boolean } | Command {
  const last = words.at(-1) ?? '';
  const date = words.length > 1 ? readDate(last, today, 'ahead') : undefined;
  if (date === null) return wrong(`There is no day ${last}.`, 'Write the day as 24NOV, 2026-11-24, today or tomorrow.');
  return date === undefined ? { words, date: today, dated: false } : { words: words.slice(0, -1), date, dated: true };
}

const SCREENS: Readonly<Record<string, ScreenName>> = {
  BOARD: 'board',
  FLIGHT: 'flight',
  RESERVATIONS: 'reservations',
  WAITLIST: 'waitlist',
  PRICING: 'pricing',
  SHIFT: 'shift',
  ADMIN: 'admin',
  HEALTH: 'health',
};

/**
 * `admin`, `admin users`, `pricing JFK LAX`: the name of a screen, and of a tab of Admin or the flights of Pricing. A surname that is one too
 * is found with a slash: `BOARD/`.
 */
function readScreen(text: string, today: string): Command | undefined {
  const [first = '', second, ...more] = text.split(' ');
  const screen = SCREENS[first.toUpperCase()];
  if (screen === 'pricing' && second !== undefined) {
    const scope = readScope(text.slice(first.length), today);
    return scope.kind === 'wrong' ? scope : { kind: 'pricing', scope };
  }
  if (!screen || more.length > 0) return undefined;
  if (second === undefined) return { kind: 'screen', screen };
  const tab = ADMIN_TABS.find((name) => name === second.toLowerCase());
  return screen === 'admin' && tab ? { kind: 'screen', screen, tab } : undefined;
}

/** `HOU*`: all airports of the city whose code is an airport too. */
const PLACE = /^[A-Z]{3}\*?$/;

/** The party that a word says, `2+1+1`, and the other words. After a place a number alone is a party too: the number of adults. */
function splitParty(words: readonly string[]): { words: readonly string[]; party: TypedParty | null } {
  const says = (word: string, at: number): boolean => at > 0 && /^\d/.test(word) && (word.includes('+') || PLACE.test(words[0] ?? ''));
  const at = words.findIndex((word, place) => says(word, place) && readParty(word) !== undefined);
  return at < 0 ? { words, party: null } : { words: words.filter((_, place) => place !== at), party: readParty(words[at] ?? '') ?? null };
}

/** `4 together` behind a flight: the words before, the party and what stands behind. A surname may be Together, so digits stand before it. */
function splitTogether(typed: readonly string[]): { words: readonly string[]; party: TypedParty } | undefined {
  const at = typed.indexOf('TOGETHER');
  const party = readParty(typed[at - 1] ?? '');
  return party && { words: [...typed.slice(0, at - 1), ...typed.slice(at + 1)], party };
}

const TOGETHER = 'Write the flight and how many: AA185 tomorrow 4 together.';

/** A flight on which a party is held at once. */
function readTogether({ words: said, party }: { words: readonly string[]; party: TypedParty }, today: string): Command {
  const problem = partyProblem(party);
  if (problem) return wrong(`Passengers: ${problem}.`, TOGETHER);
  if (party.adults + party.children > PARTY_MAX) return wrong(`At most ${PARTY_MAX} are held together.`, TOGETHER);
  const split = splitDate(said, today);
  if ('kind' in split) return split;
  const { words, date, dated } = split;
  const flight = words.length <= 2 ? parseDesignator(words.join('')) : undefined;
  if (!flight || flight.number === 0) return wrong('Together is held on a flight.', TOGETHER);
  return { kind: 'flight', ...flight, date: dated ? date : null, orLocator: null, party, together: true };
}

/**
 * Reads a line of the command bar. `today` is the local date at the desk. What could be both a flight and a locator
 * (`AA2336`) is a flight, with the locator kept in `orLocator`: both are looked for. A flight without a date is its next departure.
 */
export function parseCommand(line: string, today: string): Command {
  const text = line.trim().replace(/\s+/g, ' ');
  if (text === '') return wrong('Nothing was typed.');
  if (text.length > LINE_MAX) return wrong('That is too long for a command.');
  const asked = readAsked(text, today);
  if (text.includes('/')) return asked ? { kind: 'find', text } : nameProblem(text);
  if (asked?.only) return { kind: 'find', text };
  const screen = readScreen(text, today);
  if (screen) return screen;
  const typed = text
    .toUpperCase()
    .split(/ |-(?!\d\d)/)
    .filter(Boolean);
  const together = splitTogether(typed);
  if (together) return readTogether(together, today);
  // JAN and MAY are airports too, so a day of two words stands behind both places.
  const isRoute = typed.length > 2 && PLACE.test(typed[0] ?? '') && PLACE.test(typed[1] ?? '');
  const { words: unsplit, party } = splitParty(isRoute ? joinDays(typed) : typed);
  const wrongParty = party ? partyProblem(party) : '';
  if (wrongParty) return wrong(`Passengers: ${wrongParty}.`, `Write the party as ${PARTY_HINT}.`);
  const trip = isRoute ? readTrip(unsplit.slice(2).join(' '), today) : undefined;
  if (trip?.back) return returnOf(unsplit, trip, party);
  const split = splitDate(unsplit, today);
  if ('kind' in split) return split;
  const { words, date, dated } = split;
  const [first = '', second = ''] = words;

  if (words.length === 2 && PLACE.test(first) && PLACE.test(second)) {
    return first === second
      ? wrong(`${first} and ${second} are the same place.`, 'Choose another destination.')
      : { kind: 'route', from: first, to: second, date, ...(party && { party }) };
  }
  if (words.length === 1 && PLACE.test(first)) return { kind: 'departures', from: first, date, ...(party && { party }) };

  const flight = words.length <= 2 ? parseDesignator(words.join('')) : undefined;
  if (flight) {
    if (flight.number === 0) return wrong(`${words.join('')} is no flight: its number is 0.`);
    return {
      kind: 'flight',
      ...flight,
      date: dated ? date : null,
      orLocator: !dated && isLocator(words.join('')) && first.length % 3 === 0 && !party ? words.join('') : null,
      ...(party && { party }),
    };
  }
  if (words.length === 2 && dated && words.every((word) => /^[A-Z]+$/.test(word))) {
    const odd = PLACE.test(first) ? second : first;
    return wrong(`${odd} is no airport or city code.`, 'Codes have three letters: NYC LAX tomorrow.');
  }
  return asked ? { kind: 'find', text } : wrong(`\u201c${text}\u201d is no route, flight, locator or name.`);
}

/** A route with the days of both ways. */
function returnOf([from = '', to = '']: readonly string[], { date, back }: Trip, party: TypedParty | null): Command {
  if (from === to) return wrong(`${from} and ${to} are the same place.`, 'Choose another destination.');
  if (back < date) return wrong('The way back is before the way out.', 'Write the way out first: JFK LHR 5JAN 12JAN.');
  return { kind: 'route', from, to, date, back, ...(party && { party }) };
}

/** What is wrong with a text that has a stroke, as a name has, and that cannot be looked for. */
function nameProblem(text: string): Command {
  const [surname = '', given = '', ...more] = text.split('/').map((part) => part.trim());
  const odd = [...surname, ...given].find((sign) => !/[\p{L}\p{M}' .-]/u.test(sign));
  if (odd || more.length > 0)
    return wrong(`A name has no ${odd ?? 'second /'}.`, 'Write SURNAME/GIVEN, or the surname and the first letter.');
  if (surname === '') return wrong('The surname is missing.', 'Write SURNAME/GIVEN, or the surname and the first letter.');
  if (text.length > NAME_SOUGHT_MAX)
    return wrong(`A name sought has at most ${NAME_SOUGHT_MAX} signs.`, 'Write the surname and the first letters of the given name.');
  return wrong('One letter is too little of a name.', 'Write at least two letters: SM.');
}
