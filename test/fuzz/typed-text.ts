import type { z } from 'zod';
import { nameProblem } from '../../main/rules/check-names.ts';
import type { SeededRandom } from '../../main/seeded-random.ts';
import { UnknownUsers } from '../../main/sessions/unknown-users.ts';
import { emailRanges, nameRanges, phoneRanges } from '../../main/store/find-keys.ts';
import { Locators } from '../../main/store/locators.ts';
import { readDepartureTimes } from '../../renderer/board/read-departure-times.ts';
import { readDate } from '../../renderer/format/read-date.ts';
import { readFind } from '../../renderer/format/read-find.ts';
import { parseCommand } from '../../renderer/frame/parse-command.ts';
import { readBirthDate } from '../../renderer/sale/birth-date.ts';
import { readName } from '../../renderer/sale/name-entry.ts';
import { parseDesignator } from '../../shared/flight-designator.ts';
import { HOST_NAME_MAX, hostForm } from '../../shared/host-form.ts';
import { nameText } from '../../shared/host-name.ts';
import { instant } from '../../shared/instants.ts';
import { isLocator, locatorCandidates, locatorOf, locatorValue } from '../../shared/locator.ts';
import { dateText } from '../../shared/method.ts';
import { bookingMethods, contact, passengerName } from '../../shared/methods/bookings.ts';
import { flightMethods } from '../../shared/methods/flights.ts';
import { readContact } from '../../shared/read-contact.ts';
import { REFUSAL_CODES } from '../../shared/refusals.ts';
import { editedText } from './mutate.ts';
import { oddText } from './odd-values.ts';
import type { FuzzPart } from './part.ts';

const TODAY = '2026-11-21';

/** A good text with some things wrong with it, or one that never was any good. */
const typedFrom =
  (good: readonly string[]) =>
  (random: SeededRandom): string => {
    if (random.below(8) === 0) return oddText(random);
    let text = random.pick(good);
    for (let left = random.below(4); left > 0; left--)
      text = random.below(6) === 0 ? `${text}${random.pick([' ', '/', '-', ''])}${random.pick(good)}` : editedText(random, text);
    return text;
  };

const textPart = (
  name: string,
  share: number,
  good: readonly string[],
  problem: (text: string) => string | undefined,
): FuzzPart<string> => ({
  name,
  share,
  episode: 100_000,
  generate: typedFrom(good),
  open: async () => ({ attempt: async (text) => problem(String(text)), close: async () => {} }),
});

const LOCATORS = ['K7QF2M', 'AAAAAA', '999999', 'O0I1O0', '111111', 'k7qf2m', 'AA2336', 'ABCDEF'];
const drawn = new Locators(0x5eed);

function locatorProblem(text: string): string | undefined {
  const value = locatorValue(text);
  if (isLocator(text) !== (value !== undefined)) return 'is a locator without a value, or the other way round';
  if (value !== undefined && locatorOf(value) !== text) return `reads as ${value}, which writes ${locatorOf(value)}`;
  const booking = drawn.bookingId(text);
  if (booking !== undefined && booking !== 0 && drawn.of(booking) !== text) return `is booking ${booking}, whose locator is another`;
  const candidates = locatorCandidates(text);
  if (candidates.length > 3 ** 6) return `has ${candidates.length} candidates`;
  if (!candidates.every(isLocator) || new Set(candidates).size !== candidates.length)
    return 'has candidates that are none, or the same twice';
  if (isLocator(text) && candidates.length > 0) return 'is a locator and was misread';
  return undefined;
}

const NAMES = [
  'smith/john mr',
  'Petrov/Elena MRS',
  "O'Brien/Mary-Jane",
  'Sze-To/Mei',
  'Müller/Jürgen DR',
  'Łukasz/Żaneta',
  'Nuñez/José Luis MSTR',
  'ß/æøđ',
  'de la Cruz/Ana',
  'X Æ/A',
  'o/cedric mr',
  'Suharto',
  '李/小龙 MR',
  'Ǆ/ŊŦĲ',
  'X2/Y™ DR',
];
const unknownUsers = new UnknownUsers();

function nameProblemOf(text: string): string | undefined {
  const host = hostForm(text);
  if (!/^([A-Z]+( [A-Z]+)*)?$/.test(host)) return `has the host form ${JSON.stringify(host.slice(0, 80))}`;
  if (hostForm(host) !== host) return 'has a host form that has another one';
  const counted = unknownUsers.tried(text, 'T1-04', instant(0));
  if (!REFUSAL_CODES.includes(counted.refusal.code)) return 'is refused for no known reason';
  const read = readName(text);
  if (!read.ok) return read.problem === '' ? 'is refused without a word' : undefined;
  if (read.asksHost && !read.hostProblem) return 'has a host form that nobody typed';
  const typed = readName(text, 'TYPED/BESIDE');
  if (!typed.ok || typed.hostProblem) return 'is refused although its host form was typed';
  const { surname, given, title, host: beside } = typed.name;
  // The hub must take what the console takes. Else an agent is told only when the money is on the counter.
  const parsed = passengerName.safeParse({ type: 'ADT', surname, given, title, ...(beside ? { host: beside } : {}) });
  if (!parsed.success)
    return `is taken by the console and refused by the desk: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`;
  const refused = nameProblem([{ type: 'ADT', infant: false }], [], [parsed.data]);
  if (refused) return `is taken by the console and refused by the desk: ${refused.refusal.message}`;
  if (typed.name.text !== nameText(parsed.data) || typed.name.text.length > HOST_NAME_MAX || !/^[A-Z ]+\/[A-Z ]+$/.test(typed.name.text))
    return 'stands on lists otherwise than shown';
  return undefined;
}

const COMMANDS = [
  'NYC LAX 24NOV',
  'JFK-LAX',
  'JFK LAX tomorrow',
  'JFK',
  'LON 2026-11-24',
  'AA185',
  'B6 1123 24NOV26',
  'aa 2336D +3',
  'K7QF2M',
  'AA2336',
  'O0I1O0',
  'SMITH/J',
  "o'brien",
  'Sze-To/Mei',
  'NYC LAX 24NOV2026',
  'NYC LAX 0001-01-01',
  'AA 1 31DEC9999',
  'yesterday',
  'MÜLLER',
];

const SEARCH = flightMethods['flights.search'].input;
const BOARD = flightMethods['flights.board'].input;
const FLIGHT = flightMethods['flights.find'].input;
const FIND = bookingMethods['bookings.find'].input;

/** What the command bar asks of the hub must be something that the hub can be asked. */
function commandProblem(text: string): string | undefined {
  const command = parseCommand(text, TODAY);
  switch (command.kind) {
    case 'route':
      return unfit(SEARCH.safeParse({ from: command.from, to: command.to, date: command.date }));
    case 'departures':
      return unfit(BOARD.safeParse({ from: command.from, date: command.date }));
    case 'flight': {
      const { carrier, number, date, orLocator } = command;
      if (orLocator !== null && !isLocator(orLocator)) return `offers the locator ${orLocator}, which is none`;
      return unfit(FLIGHT.safeParse({ carrier, number, date }));
    }
    case 'find':
      return readFind(command.text, TODAY).length === 0
        ? 'would look for nothing'
        : unfit(FIND.safeParse({ anyOf: readFind(command.text, TODAY) }));
    case 'wrong':
      return command.problem === '' || command.next === '' ? 'is wrong without a word' : undefined;
  }
}

function unfit(parsed: { readonly error?: z.ZodError | undefined }): string | undefined {
  const issue = parsed.error?.issues[0];
  return issue && `would be asked of the desk, which refuses it: ${issue.path.join('.')} ${issue.message}`;
}

/** Stretches of keys that one text may be looked for in. */
const KEYS_MAX = 60;

function findProblem(text: string): string | undefined {
  const anyOf = readFind(text, TODAY);
  // The hub looks for nothing that the contract would refuse.
  if (anyOf.length === 0) return undefined;
  const keys = [...nameRanges(text), ...phoneRanges(text), ...emailRanges(text)];
  if (keys.length > KEYS_MAX) return `is looked for in ${keys.length} places`;
  return unfit(FIND.safeParse({ anyOf }));
}

function dateProblem(text: string): string | undefined {
  for (const sense of ['ahead', 'near'] as const) {
    const date = readDate(text, TODAY, sense);
    if (typeof date === 'string' && !dateText.safeParse(date).success) return `reads as ${date}, which is no date for the desk`;
  }
  const flight = parseDesignator(text);
  if (flight && !(Number.isInteger(flight.number) && flight.number >= 0 && flight.number <= 9_999))
    return `is flight number ${flight.number}`;
  return undefined;
}

const ENTRIES = [
  '12MAR18',
  '1 JAN 2026',
  '2018-03-12',
  '22nov26',
  '+1 212 555 0148 e.petrov@example.com',
  'j@example.org',
  '(212) 555-0100',
  '8-12',
  '0800 to 1200',
  'after 17',
  'before 9:30',
  'any time',
];

/** The smaller fields of a sale and of the board. */
function entryProblem(text: string): string | undefined {
  const born = readBirthDate(text, TODAY);
  if (born !== undefined && !(dateText.safeParse(born).success && born <= TODAY)) return `is the birth date ${born}`;
  const read = readDepartureTimes(text);
  if (read) {
    const problem = unfit(SEARCH.safeParse({ from: 'JFK', to: 'LAX', date: TODAY, leavesFrom: read.from, leavesTo: read.to }));
    if (problem) return problem;
  }
  const reached = readContact(text);
  return reached && unfit(contact.safeParse({ ...reached, askedBy: '' }));
}

const lineProblem = (text: string): string | undefined => commandProblem(text) ?? findProblem(text) ?? dateProblem(text);

/** What people type: nothing of it may throw, take long, or ask the hub for what it must refuse as malformed. */
export const TYPED_TEXT_PARTS = [
  textPart('locators', 8, LOCATORS, locatorProblem),
  textPart('names', 8, NAMES, nameProblemOf),
  textPart('command-bar', 12, COMMANDS, lineProblem),
  textPart('entries', 8, ENTRIES, entryProblem),
] as const;
