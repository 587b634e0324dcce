import { expect, test } from 'vitest';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { type FlightScheduled, legsChanged } from '../../../main/rules/legs-changed.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';

const REFERENCE = loadReference();
const at = (minutes: number): number => Date.UTC(2026, 10, 24, 10) + minutes * MINUTE_MS;

/** BOS-ORD from 0 to 120 minutes and ORD-LAX from 170 to 400: 50 minutes to change, where 30 are needed. */
const leg = (segment: number, origin: string, destination: string, from: number, to: number, more: Partial<BookedLeg> = {}) =>
  ({
    ...{ segment, flightId: segment, flight: `AA ${segment}`, origin, destination, originZone: 'UTC', destinationZone: 'UTC' },
    ...{ date: '2026-11-24', departsAt: at(from), arrivesAt: at(to), equipment: '319', cabin: 'Y', seats: ['12A'], fare: 100, trace: [] },
    ...more,
  }) as BookedLeg;
const FIRST = leg(1, 'BOS', 'ORD', 0, 120);
const SECOND = leg(2, 'ORD', 'LAX', 170, 400);
const STAYS = leg(2, 'ORD', 'LAX', 140, 370);

const asSold = ({ segment, origin, destination, departsAt, arrivesAt, equipment }: BookedLeg): FlightScheduled => ({
  ...{ carrier: 'AA', number: segment, suffix: '', operating_day: 0 },
  ...{ origin, destination, departs_at: departsAt, arrives_at: arrivesAt, equipment, seat_map: 'a319', cancelled: 0 },
});
const moved = (one: BookedLeg, minutes: number, more: Partial<FlightScheduled> = {}): FlightScheduled => {
  const flight = asSold(one);
  const by = minutes * MINUTE_MS;
  return { ...flight, departs_at: flight.departs_at + by, arrives_at: flight.arrives_at + by, ...more };
};
const kinds = (legs: readonly BookedLeg[], flights: readonly FlightScheduled[]) =>
  legsChanged(legs, flights, REFERENCE, 60).map(({ kind }) => kind);

test.each([
  ['nothing', [FIRST, SECOND], [moved(FIRST, 0), moved(SECOND, 0)], ['none', 'none']],
  ['the first is later, and the minimum is left', [FIRST, SECOND], [moved(FIRST, 20), moved(SECOND, 0)], ['moved', 'none']],
  ['a minute less', [FIRST, SECOND], [moved(FIRST, 21), moved(SECOND, 0)], ['moved', 'connection']],
  ['the second is earlier by a minute too much', [FIRST, SECOND], [moved(FIRST, 0), moved(SECOND, -21)], ['none', 'connection']],
  ['both are later', [FIRST, SECOND], [moved(FIRST, 45), moved(SECOND, 45)], ['moved', 'moved']],
  ['the first does not fly', [FIRST, SECOND], [moved(FIRST, 300, { cancelled: 1 }), moved(SECOND, 0)], ['cancelled', 'none']],
  [
    'the first goes elsewhere',
    [FIRST, SECOND],
    [moved(FIRST, 0, { destination: 'DEN' }), moved(SECOND, 0)],
    ['otherDestination', 'connection'],
  ],
  // Whoever sold 20 minutes to change did not sell a connection that the carrier has taken away.
  [
    'too short when it was sold',
    [FIRST, leg(2, 'ORD', 'LAX', 140, 370)],
    [moved(FIRST, 0), moved(leg(2, 'ORD', 'LAX', 140, 370), 0)],
    ['none', 'none'],
  ],
  [
    'a way back that leaves before the way out has arrived',
    [FIRST, leg(2, 'ORD', 'BOS', 3000, 3120, { back: true })],
    [moved(FIRST, 0), moved(leg(2, 'ORD', 'BOS', 3000, 3120), -2900)],
    ['none', 'connection'],
  ],
  [
    'another journey, days later, from another city',
    [FIRST, leg(2, 'LAX', 'SFO', 3000, 3120)],
    [moved(FIRST, 30), moved(leg(2, 'LAX', 'SFO', 3000, 3120), 0)],
    ['moved', 'none'],
  ],
  // QX 41 goes on after 20 minutes, and nobody changes planes.
  ['stays on board', [FIRST, STAYS], [moved(FIRST, 10, { number: 41 }), moved(STAYS, 0, { number: 41 })], ['moved', 'none']],
  [
    'another aircraft goes on, and there is too little time to change',
    [FIRST, STAYS],
    [moved(FIRST, 0, { number: 41 }), moved(STAYS, 0, { number: 41, equipment: '320' })],
    ['none', 'connection'],
  ],
  ['no such seat', [leg(1, 'BOS', 'ORD', 0, 120, { seats: ['12A', '99A'] })], [moved(FIRST, 0)], ['seatGone']],
  ['a seat of another cabin', [leg(1, 'BOS', 'ORD', 0, 120, { seats: ['1A'] })], [moved(FIRST, 0)], ['seatGone']],
  ['a cabin that it does not have', [leg(1, 'BOS', 'ORD', 0, 120, { seats: ['open'], cabin: 'W' })], [moved(FIRST, 0)], ['seatGone']],
  ['a seat that is chosen later', [leg(1, 'BOS', 'ORD', 0, 120, { seats: ['open'] })], [moved(FIRST, 0)], ['none']],
  ['sold above the seats', [leg(1, 'BOS', 'ORD', 0, 120, { seats: ['over'] })], [moved(FIRST, 0)], ['none']],
  [
    'no seat left on another aircraft',
    [leg(1, 'BOS', 'ORD', 0, 120, { seats: ['over'], equipment: '321' })],
    [moved(FIRST, 0)],
    ['seatGone'],
  ],
] as const)('%s', (_, legs, flights, expected) => {
  expect(kinds(legs, flights)).toEqual(expected);
});
