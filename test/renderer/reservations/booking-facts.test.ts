import { expect, test } from 'vitest';
import { connections, contactOf, partyText, passengerRows, seatsByRow, seatsText } from '../../../renderer/reservations/booking-facts.ts';
import { nameText } from '../../../shared/host-name.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { hold, NOON } from '../support/samples.ts';

type Passenger = BookingView['passengers'][number];
const passenger = (change: Partial<Passenger>): Passenger => {
  const spelling = { surname: 'Okafor', given: 'Chima', title: 'MR', ...change };
  return { type: 'ADT', name: nameText(spelling), birthDate: null, with: null, ...spelling };
};

test('before there are names, a row for each seat held', () => {
  const rows = passengerRows(hold());
  expect(rows.map(({ type, name, seats, paid }) => ({ type, name, seats, paid }))).toEqual([
    { type: 'ADT', name: '', seats: ['17D'], paid: 28_910 },
    { type: 'CHD', name: '', seats: ['17E'], paid: 28_910 },
  ]);
});

test('the passport spelling stands beside the host name only where it differs', () => {
  const spellings = [
    passenger({}),
    passenger({ given: 'Chíma' }),
    passenger({ surname: 'Müller-Lüdenscheidt' }),
    passenger({ surname: 'Sze-To', given: 'Méi' }),
    passenger({ surname: 'O' }),
    passenger({ surname: '李', given: '小龙', name: 'LI/XIAOLONG MR' }),
  ];
  expect(passengerRows(hold({ passengers: spellings })).map((row) => row.passport)).toEqual([
    '',
    'Chíma',
    'Müller-Lüdenscheidt',
    'Sze-To, Méi',
    'O',
    '李, 小龙',
  ]);
});

test('an infant on a lap has no seat, pays nothing, and names who carries it', () => {
  const passengers = [
    passenger({ given: 'Adaeze' }),
    passenger({ type: 'CHD', birthDate: '2016-11-22' }),
    passenger({ type: 'INF', birthDate: '2026-06-02', with: 0 }),
  ];
  const rows = passengerRows(hold({ passengers }));
  expect(rows[1]).toMatchObject({ age: '9 y', seats: ['17E'] }); // ten on the day after the flight
  expect(rows[2]).toMatchObject({ carriedBy: 'ADAEZE', seats: [null], paid: 0, age: '5 months' });
  expect(partyText(rows)).toBe('1 ADT, 1 CHD, 1 INF on a lap');
});

test('a connection is the time on the ground, also from one airport of a city to another', () => {
  const leg = hold().legs[0] as BookingView['legs'][number];
  const onward = { ...leg, origin: 'BUR', departsAt: leg.arrivesAt + 64 * MINUTE_MS };
  expect(connections([leg, onward])).toEqual([{ minutes: 64, at: 'LAX', to: 'BUR' }]);
  expect(connections([{ ...leg, departsAt: NOON }])).toEqual([]);
});

test.each([
  [['24C', '24A', '25B'], '24AC 25B'],
  [['12A', '4C'], '4C 12A'],
  [[], ''],
])('%j is written %s', (seats, expected) => expect(seatsByRow(seats)).toBe(expected));

test.each([
  [1, 'one seat'],
  [9, 'nine seats'],
  [27, '27 seats'],
])('%i is %s', (count, expected) => expect(seatsText(count)).toBe(expected));

test('an infant that sits from the second flight on is on the lap before, pays for the seat alone, and names who carries it', () => {
  const [leg] = hold().legs;
  if (!leg) throw new Error('the sample hold has a leg');
  const rows = passengerRows(
    hold({
      legs: [
        { ...leg, seats: ['17D'] },
        { ...leg, segment: 2, flightId: 8, seats: ['4A', '4B'] },
      ],
      party: [
        { passenger: 1, type: 'ADT', infant: false, assistance: false },
        { passenger: 2, type: 'INS', infant: false, assistance: false, seatFrom: { segment: 2, with: 0 } },
      ],
      passengers: [passenger({ given: 'Adaeze' }), passenger({ type: 'INS', birthDate: '2024-11-22' })],
    }),
  );
  expect(rows[1]).toMatchObject({ carriedBy: 'ADAEZE', seats: [null, '4B'], paid: leg.fare });
});

test('what is not sold has the contact and the names that were typed for it (who was to be told of an offer had no phone on the screen)', () => {
  const nobody = { host: '', birthDate: '', infantName: '', infantHost: '', infantBirthDate: '' };
  const typed = { passengers: [{ name: 'hagen/nils mr', ...nobody }], contact: '+1 646 555 0117', askedBy: 'HAGEN/NILS MR', tenders: [] };
  const offered = hold({ draft: { ...typed, savedAt: NOON, user: 'ruiz', desk: 'T1-04' } });
  expect(contactOf(offered)).toEqual({ phone: '+1 646 555 0117', email: '', askedBy: 'HAGEN/NILS MR' });
  expect(passengerRows(offered).map(({ name }) => name)).toEqual(['HAGEN/NILS MR', '']);
  expect(contactOf(hold({ draft: null }))).toBeNull();
});
