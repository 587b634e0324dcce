import { expect, it } from 'vitest';
import { flightBoard } from '../../../main/queries/flight-board.ts';
import { flightFind } from '../../../main/queries/flight-find.ts';
import { BOARD_FLIGHTS_MAX } from '../../../shared/bounds.ts';
import { contract, type Input } from '../../../shared/contract.ts';
import { parsed } from '../../../shared/json.ts';
import { TinyStore } from '../support/tiny-store.ts';

type Narrowed = Pick<Input<'flights.board'>, 'carriers' | 'aircraft'>;

const DEPARTS = Date.parse('2026-11-21T14:00Z');

async function board(store: TinyStore, from: string | null, date = '2026-11-21', narrowed: Narrowed = {}) {
  const reply = parsed(await flightBoard(store.context('2026-11-21T18:00'), { from, date, ...narrowed }));
  if (!reply.ok) return reply.refusal.code;
  expect(contract['flights.board'].output.safeParse(reply.value).success).toBe(true);
  return reply.value.flights.map(({ flightId, cancelled }) => `${flightId}${cancelled ? ' cancelled' : ''}`).join(', ');
}

it.each<[Narrowed, string]>([
  [{}, '1, 2, 3, 4 cancelled'],
  [{ carriers: ['QA'] }, '1, 3'],
  [{ carriers: ['QB', 'QC'] }, '2, 4 cancelled'],
  [{ aircraft: ['737'] }, '1, 2, 4 cancelled'],
  [{ aircraft: ['73H'] }, '2'],
  [{ carriers: ['QB'], aircraft: ['320'] }, ''],
])('narrowed to %o shows %s, of one airport and of all', async (narrowed, expected) => {
  const store = await TinyStore.open();
  for (const [hour, carrier, equipment, cancelled] of [
    [10, 'QA', '738', false],
    [11, 'QB', '73H', false],
    [12, 'QA', '320', false],
    [13, 'QB', '738', true],
  ] as const)
    store.flight({ route: 'JFK-LAX', departs: `2026-11-21T${hour}:00`, minutes: 360, carrier, equipment, cancelled });
  expect(await board(store, 'JFK', '2026-11-21', narrowed)).toBe(expected);
  expect(await board(store, null, '2026-11-21', narrowed)).toBe(expected);
});

async function aDay(): Promise<TinyStore> {
  const store = await TinyStore.open();
  store.flight({ route: 'JFK-LAX', departs: '2026-11-21T04:59', minutes: 360 });
  store.flight({ route: 'JFK-LAX', departs: '2026-11-22T04:59', minutes: 360 });
  store.flight({ route: 'LGA-ORD', departs: '2026-11-21T14:00', minutes: 150 });
  store.flight({ route: 'JFK-LAX', departs: '2026-11-21T05:00', minutes: 360 });
  // Seven in the evening of the 20th in New York, but the 21st in Guam.
  store.flight({ route: 'GUM-HNL', departs: '2026-11-20T21:00', minutes: 440 });
  store.flight({ route: 'LGA-ORD', departs: '2026-11-21T15:00', minutes: 150, cancelled: true });
  return store;
}

it.each([
  ['JFK', '4, 2'],
  ['NYC', '4, 3, 6 cancelled, 2'],
  ['LAX', ''],
  [null, '5, 4, 3, 6 cancelled, 2'],
  ['QQQ', 'PLACE_UNKNOWN'],
])('the board of %s: by time, on the date local to each airport, also what has left and what is cancelled', async (from, expected) => {
  expect(await board(await aDay(), from)).toBe(expected);
});

it.each<[string, string | null, [route: string, departs: string, minutes: number][], string]>([
  [
    'what leaves first arrives last',
    'JFK',
    [
      ['JFK-LAX', '14:00', 360],
      ['JFK-BOS', '15:00', 70],
      ['JFK-ORD', '14:30', 150],
    ],
    '1, 3, 2',
  ],
  [
    'what was added last leaves first',
    'JFK',
    [
      ['JFK-LAX', '16:00', 360],
      ['JFK-LAX', '15:00', 360],
      ['JFK-LAX', '14:00', 360],
    ],
    '3, 2, 1',
  ],
  [
    'at one minute, as they were added',
    'JFK',
    [
      ['JFK-LAX', '14:00', 360],
      ['JFK-BOS', '14:00', 70],
      ['JFK-ORD', '14:00', 150],
    ],
    '1, 2, 3',
  ],
  [
    'two airports of a city between each other',
    'NYC',
    [
      ['LGA-ORD', '15:00', 150],
      ['JFK-LAX', '14:00', 360],
      ['JFK-BOS', '16:00', 70],
    ],
    '2, 1, 3',
  ],
  [
    'all airports, by the instant and not by the clock on the wall',
    null,
    [
      ['LAX-JFK', '14:30', 330],
      ['JFK-LAX', '14:00', 360],
      ['ORD-LAX', '15:00', 240],
    ],
    '2, 1, 3',
  ],
])('stands in the order of departure: %s', async (_what, from, flights, expected) => {
  const store = await TinyStore.open();
  for (const [route, time, minutes] of flights) store.flight({ route, departs: `2026-11-21T${time}`, minutes });
  expect(await board(store, from)).toBe(expected);
});

it('refuses a day of more flights than a board holds, instead of keeping the desk busy with a million of them', async () => {
  const store = await TinyStore.open();
  store.db.begin();
  for (let n = 0; n < BOARD_FLIGHTS_MAX; n++) store.flight({ route: n % 2 ? 'JFK-LAX' : 'ORD-LAX', departs: DEPARTS + n, minutes: 360 });
  store.db.commit();
  const counted = async (from: string | null) => {
    const reply = parsed(await flightBoard(store.context(), { from, date: '2026-11-21' }));
    return reply.ok ? reply.value.flights.length : reply.refusal.code;
  };
  expect(await counted(null)).toBe(BOARD_FLIGHTS_MAX);
  store.flight({ route: 'LAX-JFK', departs: DEPARTS, minutes: 360 });
  expect([await counted(null), await counted('JFK')]).toEqual(['BOARD_TOO_LONG', BOARD_FLIGHTS_MAX / 2]);
});

it('was refused for a day on which a new schedule had cancelled half of a long board: the cancelled flights are left out, and it says so', async () => {
  const store = await TinyStore.open();
  store.db.begin();
  for (let n = 0; n <= BOARD_FLIGHTS_MAX; n++)
    store.flight({ route: 'JFK-LAX', departs: DEPARTS + n, minutes: 360, cancelled: n % 2 === 0 });
  store.db.commit();
  const reply = parsed(await flightBoard(store.context(), { from: null, date: '2026-11-21' }));
  expect(contract['flights.board'].output.safeParse(reply.ok && reply.value).success).toBe(true);
  expect(reply.ok && [reply.value.flights.length, reply.value.cancelledLeftOut]).toEqual([BOARD_FLIGHTS_MAX / 2, true]);
  expect(reply.ok && reply.value.flights.some(({ cancelled }) => cancelled)).toBe(false);
});

it('lists an airport from which everything is cancelled', async () => {
  const store = await TinyStore.open();
  store.flight({ route: 'DEN-LAX', departs: '2026-11-21T14:00', minutes: 120, cancelled: true });
  expect([await board(store, null), await board(store, 'DEN')]).toEqual(['1 cancelled', '1 cancelled']);
});

it('shows loads, prices and both zones', async () => {
  const store = await aDay();
  store.load(3, 'Y', 20, 4, 6);
  const reply = parsed(await flightBoard(store.context(), { from: 'LGA', date: '2026-11-21' }));
  expect(reply.ok && reply.value.flights.filter(({ cancelled }) => !cancelled)).toEqual([
    {
      flightId: 3,
      flight: 'QA 3',
      carrier: 'QA',
      origin: 'LGA',
      destination: 'ORD',
      originZone: 'America/New_York',
      destinationZone: 'America/Chicago',
      date: '2026-11-21',
      departsAt: Date.parse('2026-11-21T14:00Z'),
      arrivesAt: Date.parse('2026-11-21T16:30Z'),
      equipment: '738',
      currency: 'USD',
      cabins: [
        { cabin: 'J', capacity: 8, authorised: 8, held: 0, sold: 0, price: 25_000 },
        { cabin: 'Y', capacity: 23, authorised: 20, held: 4, sold: 6, price: 12_500 },
      ],
    },
  ]);
});

it('finds all legs of a flight number on a local date, also a cancelled one', async () => {
  const store = await TinyStore.open();
  store.flight({ route: 'ORD-LAX', departs: '2026-11-21T20:00', minutes: 240, number: 85 });
  store.flight({ route: 'JFK-ORD', departs: '2026-11-21T16:00', minutes: 150, number: 85 });
  store.flight({ route: 'JFK-ORD', departs: '2026-11-22T16:00', minutes: 150, number: 85, cancelled: true });
  store.flight({ route: 'JFK-ORD', departs: '2026-11-21T16:00', minutes: 150, number: 86 });
  const find = async (number: number, date: string) => {
    const reply = await flightFind(store.context(), { carrier: 'QA', number, date });
    return reply.ok && reply.value.flights.map(({ flightId }) => flightId);
  };
  expect(await find(85, '2026-11-21')).toEqual([2, 1]);
  expect(await find(85, '2026-11-22')).toEqual([3]);
  expect(await find(87, '2026-11-21')).toEqual([]);
});
