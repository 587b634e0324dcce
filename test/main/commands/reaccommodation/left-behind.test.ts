import { describe, expect, it } from 'vitest';
import { at, DAY_OF_FLIGHTS, flies, openChangedHub } from '../../support/changed-hub.ts';
import { ANA, codeOf, value } from '../../support/test-hub.ts';

const without = (...numbers: number[]) => DAY_OF_FLIGHTS.filter(({ number }) => !numbers.includes(number));
const EVENING = flies(9, 'JFK-LAX', at(23), at(23) + 6 * 3_600_000);

/** QX 1 to Chicago at 14:00 and on with QX 5 to Los Angeles at 18:00 is sold, and an evening flight goes there too. `gone`: what the carrier cancels. */
async function stranded(gone: number, hour: number, minute = 0) {
  const hub = await openChangedHub({ flights: [...DAY_OF_FLIGHTS, EVENING] });
  const sold = await hub.sell([
    [1, '15A 15B'],
    [5, '16A 16B'],
  ]);
  await hub.change([...without(gone), EVENING]);
  hub.clock.advance(at(hour, minute) - hub.clock.now());
  const { bookingId } = sold;
  const quoteWhole = () => hub.hub.execute('bookings.cancelQuote', { requestId: hub.requestId(), bookingId }, ANA);
  const quoteNext = () =>
    hub.hub.execute('bookings.changeQuote', { requestId: hub.requestId(), bookingId, change: { kind: 'drop', segments: [2] } }, ANA);
  return { ...hub, sold, bookingId, quoteWhole, quoteNext };
}

describe('passengers whom a cancelled flight left behind', () => {
  it.each([
    ['before either flight', 13, 0],
    ['when the first was to leave', 14, 0],
    ['when the next flight has left without them, which read as a journey that has begun', 18, 0],
    ['in the evening', 20, 0],
  ])('have all of their money back: %s', async (_, hour, minute) => {
    const { hub, requestId, sold, bookingId, quoteWhole, bookingOf, sound } = await stranded(1, hour, minute);
    const offer = value(await quoteWhole());
    expect(offer).toMatchObject({ total: sold.total, percent: 100, rule: 'cancelled by QX' });
    value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId: offer.offerId }, ANA));
    expect(await bookingOf(bookingId)).toMatchObject({ state: 'CANCELLED', refunded: sold.total, fees: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('have another way after the next flight has left without them', async () => {
    const { bookingId, propose, accept, bookingOf, legsOf, list, sound } = await stranded(1, 18, 30);
    expect((await list()).groups[0]).toEqual({ group: 'cancelled', todo: 1, done: 0 });
    const [proposal] = await propose([bookingId]);
    expect(proposal?.ways.map(({ legs }) => legs.map(({ flight }) => flight))).toEqual([['QX 9']]);
    const { version, total } = await bookingOf(bookingId);
    expect(await accept([{ bookingId, version, hold: proposal?.ways[0]?.hold ?? 0 }])).toMatchObject([{ outcome: 'done' }]);
    expect((await legsOf(bookingId)).map((leg) => leg.slice(0, 4))).toEqual(['QX 9']);
    expect(await bookingOf(bookingId)).toMatchObject({ total, refunded: 0, fees: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('give the next flight up for all that it cost, before and after it has left without them', async () => {
    for (const hour of [13, 18]) {
      const { quoteNext, sold, sound } = await stranded(1, hour);
      const [, next] = sold.legs;
      const price = (next?.fare ?? 0) * 2;
      expect(value(await quoteNext()), `at ${hour}:00`).toMatchObject({ total: -price, change: { segments: [2] } });
      expect(await sound()).toBeUndefined();
    }
  });

  it('have flown to Chicago when only the flight from there is cancelled', async () => {
    const { quoteWhole, quoteNext, sold, propose, bookingId } = await stranded(5, 18);
    expect(codeOf(await quoteWhole())).toBe('BOOKING_FLOWN');
    expect(value(await quoteNext())).toMatchObject({ total: -(sold.legs[1]?.fare ?? 0) * 2 });
    expect((await propose([bookingId]))[0]?.outcome).toBe('none');
  });
});

describe('passengers whose first flight is so late that the next one leaves without them', () => {
  const LATE = flies(10, 'ORD-LAX', at(23, 30), at(23, 30) + 4 * 3_600_000);

  /** QX 1 leaves at this hour now. It is half past six, and QX 5 has left Chicago at six. */
  async function late(hour: number) {
    const hub = await openChangedHub({ flights: [...DAY_OF_FLIGHTS, EVENING, LATE] });
    const sold = await hub.sell([
      [1, '15A 15B'],
      [5, '16A 16B'],
    ]);
    await hub.change([...without(1), EVENING, LATE, flies(1, 'JFK-ORD', at(hour), at(hour + 2, 30))]);
    hub.clock.advance(at(18, 30) - hub.clock.now());
    const { bookingId } = sold;
    const quoteWhole = () => hub.hub.execute('bookings.cancelQuote', { requestId: hub.requestId(), bookingId }, ANA);
    const drop = { kind: 'drop' as const, segments: [2] };
    const quoteNext = () => hub.hub.execute('bookings.changeQuote', { requestId: hub.requestId(), bookingId, change: drop }, ANA);
    return { ...hub, sold, bookingId, quoteWhole, quoteNext };
  }
  type Late = Awaited<ReturnType<typeof late>>;
  const flownWays = async ({ propose, bookingId }: Late) =>
    (await propose([bookingId]))[0]?.ways.map(({ replaces, legs }) => [replaces, legs.map(({ flight }) => flight)]);

  it('have all of their money back before the first leaves, where the journey read as begun', async () => {
    const hub = await late(19);
    expect((await hub.list()).groups[2]).toEqual({ group: 'connection', todo: 1, done: 0 });
    expect(value(await hub.quoteWhole())).toMatchObject({ total: hub.sold.total, percent: 100 });
    expect(await flownWays(hub)).toEqual([[[1, 2], ['QX 9']]]);
    expect(await hub.sound()).toBeUndefined();
  });

  it('stand on the desk once the first has left with them, and fly on or have their money for the next, where nothing was found', async () => {
    const hub = await late(17);
    expect((await hub.list()).groups[2]).toEqual({ group: 'connection', todo: 1, done: 0 });
    expect(codeOf(await hub.quoteWhole())).toBe('BOOKING_FLOWN');
    expect(value(await hub.quoteNext())).toMatchObject({ total: -(hub.sold.legs[1]?.fare ?? 0) * 2 });
    expect(await flownWays(hub)).toEqual([[[2], ['QX 1', 'QX 10']]]);
    expect(await hub.sound()).toBeUndefined();
  });
});

describe('passengers whose seats another aircraft took away', () => {
  /** Six of a party stand without a seat on QX 4 at 19:00, an hour before it leaves. */
  async function unseated() {
    const hub = await openChangedHub();
    for (let row = 15; row <= 20; row++) await hub.sell([[4, `${row}A ${row}B ${row}C ${row}D ${row}E ${row}F`]]);
    await hub.change([...without(4), flies(4, 'JFK-ORD', at(19), at(21, 30), { seatMap: 'plain-30', equipment: 'D38' })], { unseat: true });
    const [gone] = (await hub.list('seatGone')).bookings;
    hub.clock.advance(at(18) - hub.clock.now());
    return { ...hub, bookingId: gone?.bookingId ?? 0 };
  }

  it('have all of their money back until it leaves, and not what the rule of the fare leaves', async () => {
    const { hub, requestId, bookingId, bookingOf, sound } = await unseated();
    const { total, legs } = await bookingOf(bookingId);
    expect(legs[0]?.seats).toContain('over');
    const offer = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    expect(offer).toMatchObject({ total, percent: 100, rule: 'seat taken away by QX' });
    value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId: offer.offerId }, ANA));
    expect(await bookingOf(bookingId)).toMatchObject({ state: 'CANCELLED', refunded: total, fees: 0 });
    expect(await sound()).toBeUndefined();
  });

  it('have it by a word of the counter after it has left without them', async () => {
    const { hub, requestId, bookingId, bookingOf, clock } = await unseated();
    clock.advance(at(19, 5) - clock.now());
    expect(codeOf(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA))).toBe('BOOKING_FLOWN');
    const missed = { requestId: requestId(), bookingId, segment: 1, by: 'carrier', reason: 'no seat for them' } as const;
    value(await hub.execute('bookings.missed', missed, ANA));
    const { total } = await bookingOf(bookingId);
    const offer = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    expect(offer).toMatchObject({ total, percent: 100, rule: 'missed because of QX' });
  });
});
