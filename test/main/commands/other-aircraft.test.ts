import { describe, expect, it } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { applied as appliedAtOnce, appliedInPieces, flight, KEPT, openAtNow } from '../support/staged-schedule.ts';
import { ANA, adult, sale, type TestHub, value } from '../support/test-hub.ts';

describe.each([
  ['in one transaction', appliedAtOnce],
  ['in pieces', appliedInPieces],
] as const)('%s', (_way, applied) => {
  describe('another aircraft', () => {
    const held = async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      expect(await test.hold(1, ['20A', '20B'])).toMatchObject({ ok: true });
      return test;
    };

    it('may sell as many seats as it has', async () => {
      const test = await held();
      expect(await test.counters(1)).toEqual([{ cabin: 'Y', authorised: 144, held: 2, sold: 0 }]);
      await applied(test, [flight(41, { equipment: '320', seatMap: 'a320' })]);
      expect(await test.counters(1)).toEqual([{ cabin: 'Y', authorised: 178, held: 2, sold: 0 }]);
    });

    it('keeps what was authorised beyond the cabin', async () => {
      const test = await held();
      await test.db.change('UPDATE cabin_counters SET authorised = 150').run();
      await applied(test, [flight(41, { equipment: '320', seatMap: 'a320' })]);
      expect(await test.counters(1)).toMatchObject([{ authorised: 184 }]);
    });

    it.each<[before: number, seatMap: string, equipment: string, after: number]>([
      // From 144 seats to 76: what was authorised below the cabin stays below, but never less than none.
      [144, 'dash-8-400', 'DH4', 76],
      [150, 'dash-8-400', 'DH4', 82],
      [69, 'dash-8-400', 'DH4', 1],
      [68, 'dash-8-400', 'DH4', 0],
      [67, 'dash-8-400', 'DH4', 0],
      [0, 'dash-8-400', 'DH4', 0],
      // To 178.
      [144, 'a320', '320', 178],
      [0, 'a320', '320', 34],
    ])('authorised %i of 144, then on %s (%s): %i', async (before, seatMap, equipment, after) => {
      const test = await held();
      await test.db.change('UPDATE cabin_counters SET authorised = ?').run(before);
      await applied(test, [flight(41, { equipment, seatMap })]);
      expect(await test.counters(1)).toMatchObject([{ authorised: after, held: 2 }]);
      const room = Math.max(0, after - 2);
      expect((await test.hold(1, ['5A'])).ok, `${room} more may be sold`).toBe(room > 0);
    });

    it('sells nothing in a cabin that it has not; what was held shows as oversold', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      await test.hold(1, ['3A'], { legs: [{ flightId: 1, cabin: 'J', seats: ['3A'] }] });
      await applied(test, [flight(41, { equipment: '320', seatMap: 'a320' })]);
      expect(await test.counters(1)).toEqual([{ cabin: 'J', authorised: 0, held: 1, sold: 0 }]);
    });
  });

  describe('an aircraft without the seats of some passengers', () => {
    const SMALLER = { equipment: 'D38', seatMap: 'plain-30' };
    const sold = async (test: TestHub, seats: readonly string[]) => {
      const held = value(await test.hold(1, seats));
      value(await test.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, test.requestId()));
      return held.bookingId;
    };
    const seatsOf = async (test: TestHub, bookingId: number) =>
      value(await test.hub.ask('bookings.get', { bookingId }, ANA)).booking.legs.map(({ seats }) => seats.join(' '));
    const cabin = { flightId: 1, cabin: 'Y' as const };

    it('gives them those that are free, in the order of the list; who gets none stands on it with the cause', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      const stays = await sold(test, ['8A', '8C']);
      const moved = await sold(test, ['20A', '20B']);
      for (const row of [21, 22, 23])
        await sold(
          test,
          ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `${row}${letter}`),
        );
      const late = await sold(test, ['24A', '24B', '24C', '24D', '24E', '24F']);
      const last = await sold(test, ['25A', '25B', '25C', '25D', '25E']);
      const told: JournalEvent[] = [];
      test.hub.on((events) => told.push(...events));
      await applied(test, [flight(41, SMALLER)], KEPT, 'import-0002', { unseat: true });
      expect(told.map(({ type }) => type).filter((type) => type.startsWith('booking.'))).toEqual([
        ...Array(5).fill('booking.seated'),
        'booking.unseated',
      ]);
      expect(await seatsOf(test, stays)).toEqual(['8A 8C']);
      const { history } = value(await test.hub.ask('bookings.get', { bookingId: moved }, ANA));
      expect(history[0]?.text).toMatch(/^QX 41 has another aircraft: 20A is \w+ now, 20B is \w+ now; has \w+ \w+$/);
      expect((await seatsOf(test, moved))[0]).toMatch(/^\d+[ACD] \d+[ACD]$/);
      expect((await seatsOf(test, late))[0]).not.toContain('over');
      expect(await seatsOf(test, last)).toEqual(['over over over over over']);
      const room = value(await test.hub.ask('oversale.room', cabin, ANA));
      expect(room).toMatchObject({ seats: 30, sold: 33, unseated: 5, free: 2 });
      expect(room.without).toMatchObject(Array(5).fill({ bookingId: last, cause: 'aircraft' }));
      expect(await crossCheck(test.db)).toBeUndefined();

      // The old aircraft again has seats for all.
      await applied(test, [flight(41)], KEPT, 'import-0003', { unseat: true });
      expect((await seatsOf(test, last))[0]).not.toContain('over');
      expect(value(await test.hub.ask('oversale.room', cabin, ANA))).toMatchObject({ unseated: 0, without: [] });
      expect(await crossCheck(test.db)).toBeUndefined();
    });

    it('takes the places of the last who choose later, where fewer seats are left than they are', async () => {
      const test = await openAtNow();
      await applied(test, [flight(41)]);
      const parties = [9, 9, 9, 4].map(async (count) => {
        const legs = [{ ...cabin, seats: 'open' as const }];
        return value(await test.hold(1, [], { requestId: test.requestId(), legs, passengers: Array(count).fill(adult) })).bookingId;
      });
      const [first = 0, , , last = 0] = await Promise.all(parties);
      await applied(test, [flight(41, SMALLER)], KEPT, 'import-0002', { unseat: true });
      expect((await seatsOf(test, first))[0]).toMatch(/^open/);
      expect((await seatsOf(test, last))[0]).toBe('over over over over');
      expect(value(await test.hub.ask('oversale.room', cabin, ANA))).toMatchObject({ held: 31, unseated: 4 });
      expect(await crossCheck(test.db)).toBeUndefined();
    });
  });
});
