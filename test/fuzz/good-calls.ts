import type { SeededRandom } from '../../main/seeded-random.ts';
import { contract, type MethodName } from '../../shared/contract.ts';
import { EXAMPLES } from '../main/transport/examples.ts';
import { deskKeyOf } from './desk-key-of.ts';
import { FLIGHTS, PAIRING_CODE } from './fuzz-hub.ts';

const NAMES = Object.keys(contract) as MethodName[];
/** Each costs a PIN's hash, tens of milliseconds on purpose, or a thread of its own: asked, but seldom. */
const COSTLY = new Set<MethodName>([
  'session.signIn',
  'session.createFirstSupervisor',
  'users.create',
  'users.setPin',
  'schedule.preview',
  'pricing.readCalendar',
  'pricing.readFares',
  'whatIf.start',
]);
/** What leads on to everything else is asked more. */
const OFTEN: readonly MethodName[] = [
  'holds.place',
  'holds.place',
  'holds.place',
  'bookings.confirm',
  'bookings.confirm',
  'bookings.cancelQuote',
  'bookings.cancel',
  'bookings.changeQuote',
  'bookings.changeQuote',
  'bookings.change',
  'bookings.split',
  'holds.release',
  'holds.extend',
];
const CHEAP = [...NAMES.filter((name) => !COSTLY.has(name)), ...OFTEN];

export const methodName = (random: SeededRandom): MethodName => (random.below(400) === 0 ? random.pick([...COSTLY]) : random.pick(CHEAP));

const seat = (random: SeededRandom): string => `${random.pick([1, 2, 3, 10, 11, 12, 13, 20, 21, 22])}${random.pick([...'ABCDEF'])}`;

/** By the name of a field, values that mean something to this desk: they lead past the door and into the house. */
const POOLS: Readonly<Record<string, (random: SeededRandom) => unknown>> = {
  requestId: (random) => `request-${random.below(12) === 0 ? random.below(40) : random.below(1_000_000_000)}`.padEnd(12, '0'),
  flightId: (random) => 1 + random.below(FLIGHTS + 1),
  bookingId: (random) => 1 + random.below(random.pick([10, 50, 150])),
  offerId: (random) => 1 + random.below(40),
  what: (random) => random.pick([seat(random), '12-14 D', '20', 'D', '10-12', 'front']),
  cabin: (random) => random.pick(['Y', 'Y', 'Y', 'Y', 'J', 'W', 'F']),
  from: (random) => random.pick(['JFK', 'NYC', 'ORD', 'LAX', 'QQQ', 'LON']),
  to: (random) => random.pick(['LAX', 'ORD', 'NYC', 'HOU', 'QQQ']),
  date: (random) =>
    random.pick([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2025-01-01',
      '1900-01-01',
      '2199-12-31',
      '2027-12-31',
      '2028-02-29',
    ]),
  birthDate: (random) => random.pick(['1980-01-31', '2020-02-29', '2026-11-01', '1900-01-01', '2199-12-31', null]),
  type: (random) => random.pick(['ADT', 'ADT', 'ADT', 'CHD', 'INS', 'INF']),
  amount: (random) => random.pick([100_00, 100_00, 200_00, 1, 100_000_000_00]),
  given: (random) => random.pick([100_00, 200_00, 0, 100_000_000_00]),
  approvalCode: (random) => random.pick(['12AB', null, '071642']),
  testCard: (random) => random.pick(['approve', 'approve', 'decline', 'decline-once', 'time-out', null]),
  promotion: (random) => random.pick(['WELCOME', 'WELCOME', 'SUMMER26', 'welcome', '']),
  voucher: (random) => random.pick(['V123', `V${random.below(1_000) + 1_000}`]),
  code: (random) => random.pick([PAIRING_CODE, PAIRING_CODE, '000000', '48291']),
  desk: (random) => random.pick(['T1-01', 'T3-03', 'T3-04', 'T3-05', 'SIM-01', 't3']),
  publicKey: (random) => deskKeyOf(random.below(300)),
  carrier: (random) => random.pick(['B6', 'AA', '9K']),
  number: (random) => random.pick([101, 102, 103, 104, 1, 9_999]),
  locator: (random) => random.pick(['K7QF2M', 'O0I1O0', 'AAAAAA', 'k7qf2m', '']),
  name: (random) => random.pick(['SMITH/J', 'SMITH', 'sm', 'PETROV/ELENA']),
  user: (random) => random.pick(['agent', 'supervisor', 'new', 'osei']),
  value: (random) => random.pick([1, 5, 30, 31, 0, -1_000_000, 'five']),
  after: (random) => random.pick([0, 1, 10, 1_000_000]),
  part: (random) => random.pick([0, 0, 1, 2, 100_000]),
  adults: (random) => random.pick([0, 1, 2, 9, 10, 99]),
  children: (random) => random.pick([0, 1, 9]),
  maxStops: (random) => random.below(3),
  infant: (random) => random.below(8) === 0,
  assistance: (random) => random.below(8) === 0,
  with: (random) => random.pick([null, null, 0, 1, 9]),
  text: (random) => random.pick(['new y', 'JFK', 'são', '', 'x'.repeat(60)]),
};

function filled(random: SeededRandom, value: unknown, key: string, keep: number): unknown {
  if (Array.isArray(value)) {
    if (key === 'seats') return Array.from({ length: 1 + random.below(random.pick([1, 1, 3, 10])) }, () => seat(random));
    if (key === 'passengers' || key === 'tenders' || key === 'legs')
      return Array.from({ length: random.pick([1, 1, 1, 2, 3, 9, 10]) }, () => filled(random, value[0], '', keep));
    return value.map((each) => filled(random, each, '', keep));
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(random, each, name, keep)]));
  const pool = POOLS[key];
  return pool && random.next() >= keep ? pool(random) : value;
}

/** A hold that fits together: mostly on the flights that are for sale, a seat for each, nobody where they may not sit. */
function goodHold(random: SeededRandom): unknown {
  const row = 12 + random.below(18);
  const seats = [...'ABCDEF'].slice(0, random.pick([1, 1, 1, 2, 2, 6])).map((letter) => `${row}${letter}`);
  const flights = random.pick([[1], [1], [1], [6], [2, 3], [3, 2], [1 + random.below(FLIGHTS)]]);
  // The last of them is an infant that sits from the second flight on.
  const later = seats.length > 1 && flights.length > 1 && random.below(2) === 0;
  return {
    requestId: POOLS.requestId?.(random),
    legs: flights.map((flightId, leg) => ({ flightId, cabin: 'Y', seats: later && leg === 0 ? seats.slice(0, -1) : seats })),
    passengers: seats.map((_, place) =>
      later && place === seats.length - 1 ? { type: 'INS', seatFrom: { segment: 2, with: 0 } } : { type: 'ADT' },
    ),
    exitRowConfirmed: random.below(2) === 0,
  };
}

/** A sale in cash or by card that fits a hold of one or two at the fixed fare, if there is such a hold. */
function goodSale(random: SeededRandom): unknown {
  const [count, amount] = random.pick([
    [1, 100_00],
    [2, 200_00],
  ] as const);
  const person = (place: number) => ({
    type: 'ADT',
    surname: random.pick(['Smith', 'Müller', "O'Brien"]),
    given: `John ${'AB'[place]}`,
    title: 'MR',
  });
  const tenders = random.pick([
    { kind: 'cash', amount, given: amount },
    { kind: 'card', amount, approvalCode: '12AB' },
    { kind: 'card', amount, testCard: random.pick(['approve', 'decline', 'decline-once', 'time-out']) },
    { kind: 'voucher', amount, voucher: `V${1_000 + random.below(9_000)}` },
    { kind: 'wallet', amount, wallet: `UPI${1_000 + random.below(9_000)}` },
    { kind: 'account', amount, account: 'HARBOUR' },
  ]);
  return {
    requestId: POOLS.requestId?.(random),
    bookingId: POOLS.bookingId?.(random),
    passengers: Array.from({ length: count }, (_, place) => person(place)),
    contact: { phone: '+1 212 555 0100', email: '', askedBy: 'John Smith' },
    tenders: [tenders],
  };
}

/** A change that fits a sale of one or two, or the flights of some hold. */
function goodChange(random: SeededRandom): unknown {
  const change = random.pick([
    { kind: 'seats', segment: 1, seats: [{ passenger: 1, seat: seat(random) }], exitRowConfirmed: random.below(2) === 0 },
    { kind: 'flights', hold: POOLS.bookingId?.(random), replaces: random.pick([[], [1]]), reason: 'asked for' },
    { kind: 'leave', passengers: [1 + random.below(2)] },
    { kind: 'drop', segments: [1 + random.below(2)] },
    {
      kind: 'infant',
      infants: [{ type: 'INF', surname: 'Smith', given: 'Mia', title: '', birthDate: '2026-01-05', with: random.below(2) }],
    },
    { kind: 'names', names: [{ place: 0, surname: random.pick(['Smithe', 'Osei']), given: 'John A', title: 'MR' }], reason: 'misspelt' },
  ]);
  return { requestId: POOLS.requestId?.(random), bookingId: POOLS.bookingId?.(random), change };
}

/** Takes a quote, of which most cost nothing. */
const goodTake = (random: SeededRandom): unknown => ({
  requestId: POOLS.requestId?.(random),
  bookingId: POOLS.bookingId?.(random),
  offerId: POOLS.offerId?.(random),
  tenders: random.pick([
    [],
    [],
    [{ kind: 'cash', amount: 100_00, given: 100_00 }],
    [{ kind: 'card', amount: 100_00, testCard: 'decline' }],
  ]),
});

const goodSplit = (random: SeededRandom): unknown => ({
  requestId: POOLS.requestId?.(random),
  bookingId: POOLS.bookingId?.(random),
  version: random.pick([2, 2, 3]),
  passengers: [1 + random.below(2)],
  contact: { phone: '+1 212 555 0100', email: '', askedBy: 'John Smith' },
});

/** Inputs that fit together. */
const GOOD: Partial<Record<MethodName, (random: SeededRandom) => unknown>> = {
  'holds.place': goodHold,
  'bookings.confirm': goodSale,
  'bookings.changeQuote': goodChange,
  'bookings.change': goodTake,
  'bookings.split': goodSplit,
};

/** An input that a console might well send, right or wrong by the rules of the house. */
export function goodInput(random: SeededRandom, name: MethodName): unknown {
  const good = GOOD[name];
  if (good && random.below(5) > 0) return good(random);
  return filled(random, random.pick<unknown>(EXAMPLES[name]), '', 0.2);
}
