import { describe, expect, it } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { EventData } from '../../../shared/events.ts';
import { applied, flight, KEPT, NOW, openAtNow } from '../support/staged-schedule.ts';
import { ANA, MERCY, sale, value } from '../support/test-hub.ts';

describe('bookings whose flights an import touches', () => {
  /** Flights 41 and 42, the second an hour after the first; a booking on both, and one on the second that was cancelled. */
  async function sold() {
    const test = await openAtNow();
    const onward = { origin: 'LAX', destination: 'SFO', departsAt: Date.UTC(2026, 10, 23, 23), arrivesAt: Date.UTC(2026, 10, 24, 1) };
    const both = [flight(41), flight(42, onward)];
    await applied(test, both);
    const legs = [1, 2].map((flightId) => ({ flightId, cabin: 'Y' as const, seats: ['20A'] }));
    const pay = async (seats: string[], more: object) =>
      value(
        await test.hub.change('payments.confirm', { ...sale(value(await test.hold(2, seats, more))), approved: [] }, ANA, test.requestId()),
      );
    const { bookingId, locator } = await pay(['20A'], { legs });
    const gone = await pay(['20B'], {});
    const { offerId } = value(
      await test.hub.execute('bookings.cancelQuote', { requestId: test.requestId(), bookingId: gone.bookingId }, ANA),
    );
    value(await test.hub.execute('bookings.cancel', { requestId: test.requestId(), bookingId: gone.bookingId, offerId }, ANA));
    const webhook = { address: 'http://127.0.0.1/', sms: false, push: true };
    value(await test.hub.change('messages.configure', { mail: null, webhook }, MERCY, test.requestId()));
    const told = async () =>
      (await test.db.query<{ data: string }>("SELECT data FROM journal WHERE type = 'booking.flightsChanged' ORDER BY event").all()).map(
        ({ data }) => JSON.parse(data) as EventData<'booking.flightsChanged'>,
      );
    return { ...test, test, onward, bookingId, locator, told };
  }

  it('are told once of all that was moved, with a message in the same step', async () => {
    const { test, onward, bookingId, locator, told, db } = await sold();
    const later = 60 * 60_000;
    const moved = { ...onward, departsAt: onward.departsAt + later, arrivesAt: onward.arrivesAt + later };
    await applied(test, [flight(41, { departsAt: Date.UTC(2026, 10, 23, 16), equipment: '739' }), flight(42, moved)], KEPT, 'import-0002');
    const [one, ...more] = await told();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ bookingId, locator, legs: [], amount: 0 });
    expect(one?.flights).toMatchObject([
      { flightId: 1, flight: 'QX 41', flies: true, leftAt: Date.UTC(2026, 10, 23, 15), departsAt: Date.UTC(2026, 10, 23, 16) },
      { flightId: 2, flight: 'QX 42', flies: true, leftAt: onward.departsAt, departsAt: moved.departsAt },
    ]);
    const messages = await db.query<{ id: number; kind: string }>('SELECT id, kind FROM messages').all();
    expect(messages.map(({ kind }) => kind)).toEqual(['flightsChanged']);
    const content = value(await test.hub.look('messages.content', { messageId: messages[0]?.id ?? 0 }));
    expect(content.legs.map(({ departsAt }) => departsAt)).toEqual([Date.UTC(2026, 10, 23, 16), moved.departsAt]);
    const { history } = value(await test.hub.ask('bookings.get', { bookingId }, ANA));
    expect(
      history.map(({ text }) => text),
      'times of a flight that moved were told by UTC',
    ).toContain(
      'QX 41 of 2026-11-23, 10:00 at JFK, leaves at 11:00 now, 1 h 00 later; QX 42 of 2026-11-23, 15:00 at LAX, leaves at 16:00 now, 1 h 00 later',
    );
    expect(await crossCheck(db)).toBeUndefined();
  });

  it('are told of a flight that is dropped, and when it flies again', async () => {
    const { test, onward, bookingId, told, db } = await sold();
    await applied(test, [flight(41)], KEPT, 'import-0002');
    await applied(test, [flight(41), flight(42, onward)], KEPT, 'import-0003');
    const { history } = value(await test.hub.ask('bookings.get', { bookingId }, ANA));
    expect(history.map(({ text }) => text)).toContain('QX 42 of 2026-11-23, 15:00 at LAX, is cancelled');
    const contents = await Promise.all([1, 2].map(async (messageId) => value(await test.hub.look('messages.content', { messageId }))));
    expect(
      contents.map(({ sequence }) => sequence),
      'of a booking that stayed as it was',
    ).toEqual([3, 4]);
    expect((await told()).map(({ flights }) => flights.map(({ flight: name, flies }) => `${name} ${flies}`))).toEqual([
      ['QX 42 false'],
      ['QX 42 true'],
    ]);
    expect(await crossCheck(db)).toBeUndefined();
  });

  it('are shown beside what was sold, with what it means for each leg, also for one that was not moved itself', async () => {
    const { test, onward, bookingId, told } = await sold();
    const got = async () => value(await test.hub.ask('bookings.get', { bookingId }, ANA));
    const asSold = (await got()).booking.legs;
    expect((await got()).scheduled).toMatchObject([
      { flight: 'QX 41', status: 'HK', kind: 'none', movedMinutes: 0 },
      { flight: 'QX 42', status: 'HK', kind: 'none', movedMinutes: 0 },
    ]);
    // It arrives 20 minutes before the other leaves.
    const late = { departsAt: Date.UTC(2026, 10, 23, 16, 40), arrivesAt: Date.UTC(2026, 10, 23, 22, 40) };
    await applied(test, [flight(41, late), flight(42, onward)], KEPT, 'import-0002');
    const { booking, scheduled, history } = await got();
    expect(booking.legs, 'what was sold stays').toEqual(asSold);
    expect(scheduled).toMatchObject([
      { ...late, destination: 'LAX', equipment: '738', status: 'TK', kind: 'movedFar', movedMinutes: 100 },
      { departsAt: onward.departsAt, status: 'TK', kind: 'connection', movedMinutes: 0 },
    ]);
    expect(history.map(({ text }) => text)).toContain(
      'QX 41 of 2026-11-23, 10:00 at JFK, leaves at 11:40 now, 1 h 40 later, beyond the limit; QX 42: connection lost',
    );
    const { bookings } = value(
      await test.hub.ask('bookings.find', { anyOf: [{ by: 'flight', carrier: 'QX', number: 41, date: '2026-11-23' }] }, ANA),
    );
    expect(bookings.map((found) => found.scheduled)).toEqual([scheduled]);
    expect((await told())[0]?.means).toMatchObject([{ kind: 'movedFar' }, { kind: 'connection' }]);
    const content = value(await test.hub.look('messages.content', { messageId: 1 }));
    expect(content).toMatchObject({ changed: [{ kind: 'movedFar' }], unreached: ['QX 42'] });

    await applied(test, [flight(41, { destination: 'SAN' })], KEPT, 'import-0003');
    expect((await got()).scheduled).toMatchObject([
      { destination: 'SAN', destinationZone: 'America/Los_Angeles', status: 'TK', kind: 'otherDestination' },
      { status: 'HX', kind: 'cancelled' },
    ]);
    const elsewhere = value(await test.hub.look('messages.content', { messageId: 2 }));
    expect(elsewhere.legs[0], 'where it goes now').toMatchObject({ destination: 'SAN', destinationCity: 'San Diego' });
  });

  it('are not told of another aircraft or fare, nor of a flight that has left', async () => {
    const { test, onward, told } = await sold();
    await applied(test, [flight(41, { equipment: '739', baseFare: 99_00 }), flight(42, onward)], KEPT, 'import-0002');
    test.clock.advance(onward.departsAt - NOW);
    await applied(test, [flight(41, { departsAt: Date.UTC(2026, 10, 23, 16) }), flight(42, onward)], KEPT, 'import-0003');
    expect(await told()).toEqual([]);
  });
});
