import { describe, expect, it } from 'vitest';
import { applySeatEvent, changedElsewhere, type FlightSeats, fromAnswer } from '../../../renderer/seats/seat-events.ts';
import { seatLabel } from '../../../renderer/seats/seat-words.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { seatsOf } from '../../../shared/seat-map.ts';
import { bookingEvent, LOCATOR, NOON } from '../support/samples.ts';
import { SINGLE_AISLE } from './maps.ts';
import { takenAnswer } from './seat-map-answer.ts';

/** 2A is sold and 3D is held at desk T1-02. Which booking it is, the hub tells no other desk. */
const known = (): FlightSeats => fromAnswer(takenAnswer);
const legs = (flightId: number, seats: string[]) => [{ flightId, cabin: 'Y' as const, seats, authorised: 30, held: 1, sold: 1 }];

describe('seats after an event', () => {
  it.each<[string, JournalEvent, string, unknown]>([
    [
      'a hold takes its seats',
      bookingEvent(101, 'hold.placed', { desk: 'T1-02', legs: legs(7, ['2B']) }),
      '2B',
      { state: 'held', desk: 'T1-02', until: NOON + 300_000, locator: LOCATOR },
    ],
    [
      'a sale keeps them',
      bookingEvent(101, 'booking.confirmed', { legs: legs(7, ['2B']), expiresAt: null }),
      '2B',
      { state: 'sold', desk: 'T1-04', until: null, locator: LOCATOR },
    ],
    ['an expiry frees', bookingEvent(101, 'hold.expired', { legs: legs(7, ['3D']) }), '3D', undefined],
    ['a release frees', bookingEvent(101, 'hold.released', { legs: legs(7, ['3D']) }), '3D', undefined],
    ['a failed payment frees', bookingEvent(101, 'payment.failed', { legs: legs(7, ['3D']) }), '3D', undefined],
    ['a cancellation frees', bookingEvent(101, 'booking.cancelled', { legs: legs(7, ['2A']) }), '2A', undefined],
    [
      'an extended hold of another desk does not keep its old deadline',
      bookingEvent(101, 'hold.extended', { locator: 'P2XW9R', desk: 'T1-02', expiresAt: NOON + 999_000, legs: legs(7, ['3D']) }),
      '3D',
      { state: 'held', desk: 'T1-02', until: NOON + 999_000, locator: 'P2XW9R' },
    ],
    [
      'a paying hold of another desk does not either',
      bookingEvent(101, 'payment.begun', { locator: 'P2XW9R', desk: 'T1-02', expiresAt: NOON + 999_000, legs: legs(7, ['3D']) }),
      '3D',
      { state: 'held', desk: 'T1-02', until: NOON + 999_000, locator: 'P2XW9R' },
    ],
  ])('%s', (_name, event, seat, claim) => {
    const before = known();
    const after = applySeatEvent(before, event);
    expect(after.claims[seat]).toEqual(claim);
    expect(after.version).toBe(101);
    // The cells of all other seats must not draw again.
    for (const other of ['2A', '3D']) if (other !== seat) expect(after.claims[other]).toBe(before.claims[other]);
  });

  it.each<[string, JournalEvent]>([
    ['older than the answer', bookingEvent(100, 'hold.placed', { legs: legs(7, ['2B']) })],
    ['of another flight', bookingEvent(101, 'hold.placed', { legs: legs(8, ['2B']) })],
    ['a quote', bookingEvent(101, 'booking.quoted', { legs: [] })],
    ['an extension of a hold on another flight', bookingEvent(101, 'hold.extended', { legs: legs(8, ['3D']) })],
    ['a payment that failed after its hold had ended', bookingEvent(101, 'payment.failed', { legs: [] })],
  ])('leaves the very same object: %s', (_name, event) => {
    const before = known();
    expect(applySeatEvent(before, event)).toBe(before);
  });

  it.each([
    ['the network', { scope: 'network' }, true],
    ['its route', { scope: 'route', origin: 'JFK', destination: 'LAX' }, true],
    ['the route back', { scope: 'route', origin: 'LAX', destination: 'JFK' }, false],
    ['the flight', { scope: 'flight', flightId: 7 }, true],
    ['another flight', { scope: 'flight', flightId: 8 }, false],
  ] as const)('a policy of %s may change its price, and no seat', (_, of, may) => {
    const data = { version: 2, origin: '', destination: '', flightId: null, validFrom: NOON, validTo: null, ...of };
    const event = { event: 101, at: NOON, type: 'policy.published', user: 'osei', desk: 'T1-04', data } as JournalEvent;
    const before = known();
    const after = applySeatEvent(before, event);
    expect(after.version).toBe(may ? 101 : before.version);
    expect(after.claims).toBe(before.claims);
  });

  it.each(['hold.extended', 'payment.begun'] as const)('%s is no change of a seat', (type) => {
    expect(applySeatEvent(known(), bookingEvent(101, type, { legs: legs(7, ['3D']) })).changes).toEqual([]);
  });

  it('remembers what another desk did, newest first, and not what this one did', () => {
    const placed = { ...bookingEvent(101, 'hold.placed', { desk: 'T1-02', legs: legs(7, ['2B']) }), desk: 'T1-02' };
    const after = applySeatEvent(applySeatEvent(known(), placed), bookingEvent(102, 'hold.placed', { legs: legs(7, ['2C']) }));
    expect(after.changes.map(({ seats }) => seats)).toEqual([['2C'], ['2B']]);
    expect(changedElsewhere(after, '2B', 'T1-04')?.event).toBe(101);
    expect(changedElsewhere(after, '2C', 'T1-04')).toBeUndefined();
  });
});

describe('what a seat is called', () => {
  const seats = new Map(seatsOf(SINGLE_AISLE).map((seat) => [seat.seat, seat]));
  const sight = (name: string, more: object = {}) => {
    const seat = seats.get(name);
    if (!seat) throw new Error(`no seat ${name}`);
    return { seat, claim: undefined, ownDesk: 'T1-04', chosenFor: undefined, restriction: undefined, ...more };
  };
  const held = (desk: string) => ({ claim: { state: 'held', desk, until: NOON + 190_000, locator: '' } });
  it.each([
    ['3A', {}, '3 A, economy, window, free'],
    ['2A', {}, '2 A, economy, window, bulkhead, free'],
    ['3C', held('T1-02'), '3 C, economy, aisle, held by desk T1-02, 3 minutes 10 left'],
    ['3B', held('T1-04'), '3 B, economy, middle, held by this desk, 3 minutes 10 left'],
    ['3B', { claim: { state: 'sold', desk: '', until: null, locator: '' } }, '3 B, economy, middle, sold'],
    ['3B', { chosenFor: 'EP' }, '3 B, economy, middle, chosen for EP'],
    [
      '12A',
      { restriction: 'exit row, and a child is under 15' },
      '12 A, economy, window, exit row, extra legroom, restricted for this party: exit row, and a child is under 15',
    ],
  ])('%s %j', (seat, more, label) => {
    expect(seatLabel(sight(seat, more), NOON)).toBe(label);
  });
});
