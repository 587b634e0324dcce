import { describe, expect, it } from 'vitest';
import { dateOfDay } from '../../../../shared/instants.ts';
import type { Proposal } from '../../../../shared/methods/reaccommodation.ts';
import { at, DAY_OF_FLIGHTS, flies, openChangedHub } from '../../support/changed-hub.ts';
import { DAY } from '../../support/staged-schedule.ts';
import { ANA, value } from '../../support/test-hub.ts';

const without = (...numbers: number[]) => DAY_OF_FLIGHTS.filter(({ number }) => !numbers.includes(number));
/** `QX 2, QX 5` for each way. */
const flown = (proposal: Proposal | undefined) => proposal?.ways.map(({ legs }) => legs.map(({ flight }) => flight).join(', '));
const NEXT_DAY = 24 * 60 * 60_000;

describe('ways on', () => {
  it('keep the flights after the broken one, then have the fewest stops, then arrive first', async () => {
    const hub = await openChangedHub();
    const { bookingId } = await hub.sell([
      [1, '15A 15B'],
      [5, '16A 16B'],
    ]);
    await hub.change(without(1));
    const [proposal] = await hub.propose([bookingId]);
    expect(proposal).toMatchObject({ outcome: 'kept', version: 2, until: hub.clock.now() + 180_000 });
    expect(flown(proposal)).toEqual(['QX 2, QX 5', 'QX 3, QX 5', 'QX 6']);
    expect(proposal?.ways[0]).toMatchObject({
      ...{ replaces: [1], laterMs: 0, back: 0, otherAirports: [] },
      legs: [
        { flight: 'QX 2', kept: false },
        { flight: 'QX 5', kept: true, seats: ['16A', '16B'] },
      ],
    });
    expect(proposal?.ways[1]?.otherAirports).toEqual([{ sold: 'JFK', now: 'LGA' }]);
    expect(proposal?.ways[2]).toMatchObject({ replaces: [1, 2], laterMs: -50 * 60_000 });
    expect(await hub.sound()).toBeUndefined();
  });

  it('replace the flight that is not reached any more, or an earlier one before it', async () => {
    const flights = [flies(2, 'JFK-ORD', at(14, 30), at(17)), flies(7, 'ORD-LAX', at(21), at(24, 55))];
    const hub = await openChangedHub({
      flights: [...flights, flies(1, 'JFK-ORD', at(14), at(16, 30)), flies(5, 'ORD-LAX', at(18), at(22))],
    });
    const { bookingId } = await hub.sell([
      [1, '15A'],
      [5, '16A'],
    ]);
    await hub.change([...flights, flies(1, 'JFK-ORD', at(14, 50), at(17, 30)), flies(5, 'ORD-LAX', at(17, 55), at(22))]);
    expect((await hub.list()).groups[2]).toEqual({ group: 'connection', todo: 1, done: 0 });
    const [proposal] = await hub.propose([bookingId]);
    expect(flown(proposal)).toEqual(['QX 2, QX 5', 'QX 1, QX 7', 'QX 2, QX 7']);
    expect(proposal?.ways.map(({ replaces }) => replaces)).toEqual([[1], [2], [1, 2]]);
  });

  it('are of the next days where the day has none, and of a higher cabin only where none of them has room', async () => {
    const tomorrow = (number: number, more = {}) =>
      flies(number, 'JFK-ORD', at(14) + NEXT_DAY, at(16, 30) + NEXT_DAY, { serviceDay: DAY + 1, ...more });
    const hub = await openChangedHub({ flights: [flies(1, 'JFK-ORD', at(14), at(16, 30)), tomorrow(8)] });
    const { bookingId, total: sold } = await hub.sell([[1, '15A']]);
    await hub.change([tomorrow(8)]);
    const [later] = await hub.propose([bookingId]);
    expect(flown(later)).toEqual(['QX 8']);
    expect(later?.ways[0]).toMatchObject({ laterMs: NEXT_DAY, legs: [{ cabin: 'Y' }] });

    await hub.release([bookingId]);
    const flightId = await hub.idOf(8);
    await hub.authorise(flightId, 'Y', 0);
    const [higher] = await hub.propose([bookingId]);
    expect(higher?.ways.map(({ legs }) => legs.map(({ cabin }) => cabin))).toEqual([['J']]);
    const [outcome] = await hub.accept([{ bookingId, version: 2, hold: higher?.ways[0]?.hold ?? 0 }]);
    expect(outcome).toMatchObject({ outcome: 'done' });
    expect(await hub.bookingOf(bookingId)).toMatchObject({ total: sold, refunded: 0, fees: 0 });
    expect(await hub.sound()).toBeUndefined();
  });

  it('another seat of the cabin that was given for nothing costs nothing, where the fare of that cabin was asked for', async () => {
    const tomorrow = flies(8, 'JFK-ORD', at(14) + NEXT_DAY, at(16, 30) + NEXT_DAY, { serviceDay: DAY + 1 });
    const hub = await openChangedHub({ flights: [flies(1, 'JFK-ORD', at(14), at(16, 30)), tomorrow] });
    const { bookingId } = await hub.sell([[1, '15A']]);
    await hub.authorise(await hub.idOf(8), 'Y', 0);
    await hub.change([tomorrow]);
    const [proposal] = await hub.propose([bookingId]);
    await hub.accept([{ bookingId, version: 2, hold: proposal?.ways[0]?.hold ?? 0 }]);
    const [leg] = (await hub.bookingOf(bookingId)).legs;
    expect(leg).toMatchObject({ cabin: 'J', priced: { sold: { cabin: 'Y', date: dateOfDay(DAY) } } });
    const seat = leg?.seats[0] === '1A' ? '1C' : '1A';
    const change = { kind: 'seats' as const, segment: leg?.segment ?? 0, seats: [{ passenger: 1, seat }], exitRowConfirmed: false };
    const quote = value(await hub.hub.execute('bookings.changeQuote', { requestId: hub.requestId(), bookingId, change }, ANA));
    expect(quote.lines).toEqual([]);
  });

  it.each([
    ['a daily 00:05 that leaves at 23:55 of the evening before', 23, 55, ['QX 8', 'QX 9']],
    ['a flight at the limit before midnight', 23, 5, ['QX 8', 'QX 9']],
    ['a flight that leaves a minute more before it', 23, 4, ['QX 9']],
  ])('are of the evening before too, as early as passengers may be moved: %s', async (_, hour, minute, proposed) => {
    // Midnight in New York is 5 o'clock in UTC.
    const daily = (day: number) => flies(1, 'JFK-ORD', at(5, 5) + day * NEXT_DAY, at(7, 35) + day * NEXT_DAY, { serviceDay: DAY + day });
    const noon = flies(9, 'JFK-ORD', at(17) + NEXT_DAY, at(19, 30) + NEXT_DAY, { serviceDay: DAY + 1 });
    const evening = flies(8, 'JFK-ORD', at(hour + 5, minute), at(hour + 7, minute + 30));
    const hub = await openChangedHub({ flights: [daily(1), noon] });
    const { bookingId } = await hub.sell([[1, '15A']]);
    await hub.change([evening, noon]);
    expect(flown((await hub.propose([bookingId]))[0])).toEqual(proposed);
    expect(await hub.sound()).toBeUndefined();
  });

  it('mend one journey at a time where days lie between two flights, and bring nobody on at once who was to stay there', async () => {
    const later = (number: number, route: string, from: number, until: number) =>
      flies(number, route, from + 3 * NEXT_DAY, until + 3 * NEXT_DAY, { serviceDay: DAY + 3 });
    const spare = [flies(2, 'JFK-ORD', at(14, 30), at(17)), flies(6, 'JFK-LAX', at(15), at(21, 10)), later(7, 'ORD-LAX', at(19), at(23))];
    const hub = await openChangedHub({
      flights: [...spare, flies(1, 'JFK-ORD', at(14), at(16, 30)), later(5, 'ORD-LAX', at(18), at(22))],
    });
    const stays = await hub.sell([
      [1, '15A'],
      [5, '16A'],
    ]);
    await hub.change([...spare, later(5, 'ORD-LAX', at(18), at(22))]);
    const [first] = await hub.propose([stays.bookingId]);
    // QX 6 flies from New York to Los Angeles on the first day.
    expect(first?.ways.map(({ replaces, legs }) => [replaces, legs.filter(({ kept }) => !kept).map(({ flight }) => flight)])).toEqual([
      [[1], ['QX 2']],
    ]);
    await hub.accept([{ bookingId: stays.bookingId, version: 2, hold: first?.ways[0]?.hold ?? 0 }]);
    await hub.change([...spare]);
    const [second] = await hub.propose([stays.bookingId]);
    expect(second?.ways.map(({ replaces, legs }) => [replaces, legs.filter(({ kept }) => !kept).map(({ flight }) => flight)])).toEqual([
      [[2], ['QX 7']],
    ]);
    expect(await hub.sound()).toBeUndefined();
  });

  it('do not leave more than the limit before what was sold, nor after their sales have closed', async () => {
    const early = flies(8, 'JFK-ORD', at(17, 55), at(20, 25));
    const hub = await openChangedHub({ flights: [early, ...DAY_OF_FLIGHTS] });
    const { bookingId } = await hub.sell([[4, '15A']]);
    await hub.change([...without(4), early]);
    expect(await hub.propose([bookingId]), 'leaves 65 minutes before').toMatchObject([{ outcome: 'none', ways: [] }]);
    await hub.change([...without(4), flies(8, 'JFK-ORD', at(18), at(20, 30))]);
    expect(flown((await hub.propose([bookingId]))[0])).toEqual(['QX 8']);
    await hub.release([bookingId]);
    hub.clock.advance(at(17, 31) - hub.clock.now());
    expect(await hub.propose([bookingId])).toMatchObject([{ outcome: 'none' }]);
  });

  it('take a party of six together or not at all, and another flight where one is full', async () => {
    const hub = await openChangedHub({ flights: [flies(1, 'JFK-ORD', at(14), at(16, 30)), flies(2, 'JFK-ORD', at(15), at(17, 30))] });
    const six = await hub.sell([[1, '15A 15B 15C 15D 15E 15F']]);
    const two = await hub.sell([[1, '16A 16B']]);
    for (const [cabin, seats] of [
      ['J', 0],
      ['Y', 5],
    ] as const)
      await hub.authorise(await hub.idOf(2), cabin, seats);
    await hub.change([flies(2, 'JFK-ORD', at(15), at(17, 30))]);
    const [none, kept] = await hub.propose([six.bookingId, two.bookingId]);
    expect(none).toMatchObject({ outcome: 'none', ways: [], until: null });
    expect(flown(kept)).toEqual(['QX 2']);
    expect(await hub.counters(await hub.idOf(2))).toContainEqual({ cabin: 'Y', authorised: 5, held: 2, sold: 0 });
    expect(await hub.sound()).toBeUndefined();
  });

  it('are there for who was sold above the seats, whose passengers have none', async () => {
    const small = flies(9, 'JFK-ORD', at(14), at(16, 30), { seatMap: 'plain-30', equipment: 'D38' });
    const hub = await openChangedHub({ flights: [small, ...without(1)] });
    const flightId = await hub.idOf(9);
    await hub.authorise(flightId, 'Y', 31);
    const seats = Array.from({ length: 10 }, (_, row) => `${row + 1}A ${row + 1}C ${row + 1}D`);
    for (let row = 0; row < 10; row += 2) await hub.sell([[9, seats.slice(row, row + 2).join(' ')]], { exitRowConfirmed: true });
    const { bookingId } = await hub.sell([[9, 'over']], { legs: [{ flightId, cabin: 'Y', seats: 'over' }] });
    const [proposal] = await hub.propose([bookingId]);
    expect(flown(proposal)).toEqual(['QX 3', 'QX 2', 'QX 4']);
    expect(await hub.accept([{ bookingId, version: 2, hold: proposal?.ways[0]?.hold ?? 0 }])).toMatchObject([{ outcome: 'done' }]);
    expect((await hub.bookingOf(bookingId)).legs).toMatchObject([{ flight: 'QX 3', given: 'seatGone' }]);
    expect(await hub.sound()).toBeUndefined();
  });

  it('serve who flies on first, then families, where seats are short: each one way before anybody two', async () => {
    const hub = await openChangedHub();
    const plain = await hub.sell([[1, '15A 15B']]);
    const family = await hub.sell([[1, '16A 16B']], {
      passengers: [
        { type: 'ADT', infant: false, assistance: false },
        { type: 'CHD', infant: false, assistance: false },
      ],
    });
    const connecting = await hub.sell([
      [1, '17A 17B'],
      [5, '17A 17B'],
    ]);
    for (const [cabin, seats] of [
      ['J', 0],
      ['Y', 4],
    ] as const)
      await hub.authorise(await hub.idOf(2), cabin, seats);
    await hub.change([flies(2, 'JFK-ORD', at(14, 30), at(17)), flies(5, 'ORD-LAX', at(18), at(22))]);
    const proposals = await hub.propose([plain.bookingId, family.bookingId, connecting.bookingId]);
    expect(proposals.map(({ outcome }) => outcome)).toEqual(['none', 'kept', 'kept']);
    expect(await hub.sound()).toBeUndefined();
  });
});
