import { DAY_MS, dayNumber, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Cabin, SeatMap } from '../../shared/seat-map.ts';

/** A world so small that everybody is always in everybody's way. */
export const START = Date.UTC(2026, 10, 21, 14, 0, 0);

const JFK_ZONE_MS = -5 * HOUR_MS;
/** The service day of a departure, by New York's winter time; what matters is only that a flight's key is told apart. */
export const serviceDay = (departsAt: number): number => dayNumber(new Date(departsAt + JFK_ZONE_MS).toISOString());

export const STAFF = {
  ana: { user: 'ana', role: 'agent', desk: 'T1' },
  ben: { user: 'ben', role: 'agent', desk: 'T2' },
  mercy: { user: 'mercy', role: 'supervisor', desk: 'T3' },
} as const;
export type Staff = keyof typeof STAFF;

/** What is typed about passengers, in capital letters; nothing else in the store reads so. */
export const PASSENGER_DATA = [
  'PETROV',
  'ELENA',
  'ELENNA',
  'MAXIMILIAN',
  '212 555 0148',
  '2020-05-05',
  '2022-05-05',
  '2013-01-01',
  '2026-01-02',
];

/** Seat maps as rows: what flies with equipment D1, M1 and S1, and W1, of which the United States say what is owed to who is denied boarding. 11A, 11D, 16A and 16D are exit rows, 12D is not for sale. */
export const MAP_ROWS: Readonly<Record<string, SeatMap['rows']>> = {
  duo: [
    { row: 1, cabin: 'J', layout: 'A C' },
    { row: 10, cabin: 'Y', layout: 'AB CD' },
    { row: 11, cabin: 'Y', layout: 'A D', exit: true },
    { row: 12, cabin: 'Y', layout: 'CD', seats: { D: ['1'] } },
  ],
  mono: [{ row: 10, cabin: 'Y', layout: 'AB CD' }],
  shuttle: [{ row: 10, cabin: 'Y', layout: 'A B' }],
  wide: [
    { row: 1, cabin: 'J', layout: 'A C' },
    { row: 2, cabin: 'J', layout: 'A C' },
    ...[10, 11, 12, 13, 14, 15].map((row) => ({ row, cabin: 'Y' as const, layout: 'AB CD' })),
    { row: 16, cabin: 'Y', layout: 'A D', exit: true },
  ],
};

export interface SeatFacts {
  readonly cabin: Cabin;
  readonly exit: boolean;
  readonly sellable: boolean;
}

const alike = (cabin: Cabin, exit: boolean, names: string) =>
  Object.fromEntries(names.split(' ').map((seat) => [seat, { cabin, exit, sellable: true }]));

/** The same maps seat by seat, written out, so that the model trusts nobody's reading of a layout. */
export const SEATS: Readonly<Record<string, Readonly<Record<string, SeatFacts>>>> = {
  duo: {
    '1A': { cabin: 'J', exit: false, sellable: true },
    '1C': { cabin: 'J', exit: false, sellable: true },
    '10A': { cabin: 'Y', exit: false, sellable: true },
    '10B': { cabin: 'Y', exit: false, sellable: true },
    '10C': { cabin: 'Y', exit: false, sellable: true },
    '10D': { cabin: 'Y', exit: false, sellable: true },
    '11A': { cabin: 'Y', exit: true, sellable: true },
    '11D': { cabin: 'Y', exit: true, sellable: true },
    '12C': { cabin: 'Y', exit: false, sellable: true },
    '12D': { cabin: 'Y', exit: false, sellable: false },
  },
  mono: {
    '10A': { cabin: 'Y', exit: false, sellable: true },
    '10B': { cabin: 'Y', exit: false, sellable: true },
    '10C': { cabin: 'Y', exit: false, sellable: true },
    '10D': { cabin: 'Y', exit: false, sellable: true },
  },
  shuttle: {
    '10A': { cabin: 'Y', exit: false, sellable: true },
    '10B': { cabin: 'Y', exit: false, sellable: true },
  },
  wide: {
    ...alike('J', false, '1A 1C 2A 2C'),
    ...alike('Y', false, '10A 10B 10C 10D 11A 11B 11C 11D 12A 12B 12C 12D 13A 13B 13C 13D 14A 14B 14C 14D 15A 15B 15C 15D'),
    ...alike('Y', true, '16A 16D'),
  },
};

/** A change by hand names equipment by three letters or digits. */
export const MAP_OF: Readonly<Record<string, string>> = {
  ...{ D1: 'duo', M1: 'mono', S1: 'shuttle', W1: 'wide' },
  ...{ DU1: 'duo', MO1: 'mono', SH1: 'shuttle', WI1: 'wide' },
};
/** Equipment that any flight may get. */
export const AIRCRAFT: readonly string[] = ['D1', 'M1', 'S1'];

/** Sales close half an hour before departure, which no step of a run changes. */
export const CLOSE_MS = 30 * MINUTE_MS;

/** Least minutes between two flights: within the United States, and where any of the three airports lies elsewhere. */
const CHANGE_MINUTES = { domestic: 30, international: 60, betweenAirports: 240 };
/** Airports of one city. */
export const CITIES: Readonly<Record<string, string>> = { JFK: 'NYC', LGA: 'NYC' };
export const cityOf = (airport: string): string => CITIES[airport] ?? airport;
const ABROAD: ReadonlySet<string> = new Set(['LHR', 'AMS']);

/** A flight as an import's file brings it. */
export interface FiledFlight {
  readonly number: number;
  readonly origin: string;
  readonly destination: string;
  readonly day: number;
  readonly departs: number;
  readonly arrives: number;
  readonly equipment: string;
  /** Economy, in minor units. */
  readonly fare: number;
}

export interface WorldFlight extends FiledFlight {
  readonly id: number;
  readonly carrier: string;
}

const flight = (
  id: number,
  carrier: string,
  number: number,
  route: string,
  departsIn: number,
  minutes: number,
  equipment: string,
  fare: number,
): WorldFlight => {
  const departs = START + departsIn * MINUTE_MS;
  const [origin = '', destination = ''] = route.split('-');
  const day = serviceDay(departs);
  return { id, carrier, number, origin, destination, day, departs, arrives: departs + minutes * MINUTE_MS, equipment, fare };
};

/** What the store knows before the first step. 101, 202 and 303 connect, 101 to 202 in exactly the least time. */
export const FLIGHTS: readonly WorldFlight[] = [
  flight(1, 'SA', 101, 'JFK-ORD', 300, 150, 'D1', 12_345),
  flight(2, 'SA', 202, 'ORD-DEN', 480, 150, 'D1', 9_999),
  flight(3, 'SA', 303, 'DEN-LAX', 700, 140, 'D1', 8_007),
  flight(4, 'SA', 404, 'JFK-LAX', 1_800, 380, 'D1', 20_001),
  flight(5, 'ZZ', 505, 'LHR-JFK', 3_000, 480, 'M1', 40_003),
  flight(6, 'SA', 606, 'JFK-BOS', 1_560, 70, 'S1', 5_555),
];

export interface WorldVoucher {
  readonly id: number;
  readonly number: string;
  readonly currency: string;
  readonly issued: number;
  readonly validUntil: number;
}

/**
 * Vouchers from before there was a register: small and large ones, one that is empty, some in another currency, some that end while
 * people sell.
 */
export const VOUCHERS: readonly WorldVoucher[] = Array.from({ length: 24 }, (_, place) => ({
  id: place + 1,
  number: `VOUCHER${place + 1}`,
  currency: place % 8 === 7 ? 'EUR' : 'USD',
  issued: place === 12 ? 0 : ([20_001, 200_000, 1_000_000][place % 3] ?? 0),
  validUntil: START + (place % 2 === 1 ? place * 30 * MINUTE_MS : 365 * DAY_MS),
}));

/** Cabins that may sell fewer seats than they have, from the beginning. */
export const AUTHORISED: readonly { readonly flight: number; readonly cabin: Cabin; readonly authorised: number }[] = [
  { flight: 2, cabin: 'Y', authorised: 3 },
  { flight: 4, cabin: 'J', authorised: 1 },
];

/** How many seats a map sells in a cabin. */
export const capacity = (map: string, cabin: Cabin): number =>
  Object.values(SEATS[map] ?? {}).filter((seat) => seat.sellable && seat.cabin === cabin).length;

type Flown = Pick<WorldFlight, 'origin' | 'destination' | 'departs' | 'arrives'>;

/** Whether each flight leaves from where the one before it arrives, late enough. */
export const connect = (flights: readonly Flown[]): boolean =>
  flights.every((next, place) => {
    const before = flights[place - 1];
    if (!before) return true;
    const abroad = [before.origin, before.destination, next.destination].some((airport) => ABROAD.has(airport));
    const sameAirport = before.destination === next.origin;
    const minutes = sameAirport ? CHANGE_MINUTES[abroad ? 'international' : 'domestic'] : CHANGE_MINUTES.betweenAirports;
    return cityOf(before.destination) === cityOf(next.origin) && next.departs - before.arrives >= minutes * MINUTE_MS;
  });
