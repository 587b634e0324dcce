import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type EventType, type JournalEvent } from '../../shared/events.ts';
import { AREAS, type Topic, topicSchema, topicsOf } from '../../shared/topics.ts';

const legs = [7, 8].map((flightId) => ({ flightId, cabin: 'Y' as const, seats: ['12A'], authorised: 9, held: 1, sold: 0 }));
const booking = { bookingId: 3, locator: 'KX9TRB', desk: 'T1-04', expiresAt: null, legs: [], amount: 0, currency: 'USD', note: '' };
const told = (type: EventType, data: object, desk = 'T1-09'): JournalEvent =>
  ({ event: 1, at: 1, type, user: 'ruiz', desk, data }) as JournalEvent;

test.each<[string, JournalEvent, Topic[]]>([
  [
    'a hold: its booking, its flights, its desk, where it was done',
    told('hold.placed', { ...booking, legs }),
    ['bookings', 'booking:3', 'desk:T1-04', 'desk:T1-09', 'flights', 'flight:7', 'flight:8', 'queues'],
  ],
  [
    'two legs of one flight once',
    told('receipt.printed', { ...booking, legs: [...legs, ...legs] }, 'T1-04'),
    ['bookings', 'booking:3', 'desk:T1-04', 'flights', 'flight:7', 'flight:8'],
  ],
  ['no seats: no flights', told('receipt.printed', booking), ['bookings', 'booking:3', 'desk:T1-04', 'desk:T1-09']],
  // The event does not say which desk had it.
  [
    'a hold that another desk took: everybody',
    told('hold.takenOver', booking),
    ['bookings', 'booking:3', 'desk:T1-04', 'desk:T1-09', 'queues', 'everybody'],
  ],
  [
    'a split: the booking that it came from',
    told('booking.split', { ...booking, from: 2 }),
    ['bookings', 'booking:3', 'desk:T1-04', 'desk:T1-09', 'booking:2', 'queues'],
  ],
  [
    'a way on: the booking that it is for',
    told('way.kept', { ...booking, forBooking: 2 }),
    ['bookings', 'booking:3', 'desk:T1-04', 'desk:T1-09', 'booking:2', 'queues'],
  ],
  [
    'flights that were moved',
    told('booking.flightsChanged', { ...booking, flights: [{ flightId: 9 }] }),
    ['bookings', 'booking:3', 'desk:T1-04', 'desk:T1-09', 'flight:9', 'queues'],
  ],
  [
    'a party that is offered seats',
    told('waitlist.offered', { entryId: 1, flights: [7], desk: 'T1-04', hold: 3, flightId: 7 }),
    ['waitlist', 'queues', 'flights', 'desk:T1-04', 'flight:7', 'booking:3'],
  ],
  ['a volunteer', told('volunteer.took', { volunteerId: 1, flightId: 7, booking: 3 }), ['oversale', 'flights', 'flight:7', 'booking:3']],
  ['what is paid to whom was left behind', told('compensation.paid', { denialId: 1 }), ['oversale']],
  ['seats that are blocked', told('seats.blocked', { ...legs[0], code: 'CREW' }), ['flights', 'flight:7']],
  ['a shift', told('shift.closed', { shiftId: 1, shiftDesk: 'T1-04' }), ['shifts']],
  ['a sign-in', told('user.signedIn', {}), ['users']],
  ['a setting', told('setting.changed', {}), ['everybody']],
  ['a price', told('policy.published', {}), ['everybody']],
  ['a schedule', told('schedule.applied', {}), ['everybody']],
])('%s', (_, event, topics) => {
  expect([...topicsOf(event)].sort()).toEqual([...topics].sort());
});

test('who follows all areas hears every event', () => {
  const events = EVENT_TYPES.map((type) => told(type, { ...booking, legs, flights: [{ flightId: 7 }], hold: 3, flightId: 7, booking: 3 }));
  for (const event of events)
    expect(
      AREAS.some((area) => topicsOf(event).includes(area)),
      event.type,
    ).toBe(true);
});

describe('a topic', () => {
  test.each(['everybody', 'queues', 'flight:7', 'booking:9007199254740991', 'desk:T1-04'])('is %s', (text) => {
    expect(topicSchema.safeParse(text).success).toBe(true);
  });
  test.each([
    ...['', 'flight', 'flight:', 'flight:0', 'flight:-1', 'flight:1.5', 'flight:1e3', 'booking:7:8'],
    ...['desk:', 'desk:t1', 'desk:A:B', 'desk:THIS-NAME-IS-TOO-LONG', 'queues:1', 'nothing', 'constructor', 7, null, ['queues']],
  ])('is not %j', (text) => {
    expect(topicSchema.safeParse(text).success).toBe(false);
  });
});
