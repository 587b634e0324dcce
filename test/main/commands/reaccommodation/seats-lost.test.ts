import { describe, expect, it } from 'vitest';
import { at, DAY_OF_FLIGHTS, flies, openChangedHub } from '../../support/changed-hub.ts';
import { ANA, value } from '../../support/test-hub.ts';

const without = (...numbers: number[]) => DAY_OF_FLIGHTS.filter(({ number }) => !numbers.includes(number));
const other = (seatMap: string, equipment = '733') => flies(4, 'JFK-ORD', at(19), at(21, 30), { seatMap, equipment });

/** A flight that takes 30, with 36 sold on it before: rows 15 to 20 of a larger aircraft. */
async function short(equipment: string) {
  const hub = await openChangedHub();
  const bookings: number[] = [];
  for (let row = 15; row <= 20; row++) bookings.push((await hub.sell([[4, 'ABCDEF'.replace(/./g, `${row}$& `).trim()]])).bookingId);
  await hub.change([...without(4), flies(8, 'JFK-ORD', at(19, 10), at(21, 40)), other('plain-30', equipment)], { unseat: true });
  return { ...hub, bookings };
}

describe('passengers whose seat is not on the new map', () => {
  it.each(['D38', '733'])('stand on the desk when no seat is left for them, also where the type stays the same: %s', async (equipment) => {
    const { list, bookings, propose, accept, bookingOf, sound, hub } = await short(equipment);
    const { groups } = await list();
    expect(groups[4]).toEqual({ group: 'seatGone', todo: 1, done: 0 });
    const [gone] = (await list('seatGone')).bookings;
    expect(gone?.legs[0]?.seats).toEqual(Array(6).fill('over'));
    expect(bookings).toContain(gone?.bookingId);
    const bookingId = gone?.bookingId ?? 0;
    expect(await accept([{ bookingId, version: gone?.version ?? 0, hold: null }]), 'without a seat they cannot stay').toMatchObject([
      { outcome: 'refused', code: 'CHANGE_REFUSED' },
    ]);
    const [proposal] = await propose([bookingId]);
    expect(await accept([{ bookingId, version: gone?.version ?? 0, hold: proposal?.ways[0]?.hold ?? 0 }])).toMatchObject([
      { outcome: 'done' },
    ]);
    expect((await bookingOf(bookingId)).legs[0]?.seats).not.toContain('over');
    const { history } = value(await hub.ask('bookings.get', { bookingId }, ANA));
    // It said `no seat yet went back to sale`.
    expect(history.find(({ type }) => type === 'booking.seatsGiven')?.text).toBe('Its places went back to sale');
    expect((await list()).groups[4]).toEqual({ group: 'seatGone', todo: 0, done: 1 });
    expect(await sound()).toBeUndefined();
  });

  it('stand there too when another seat was given that costs less; staying gives the difference back, once', async () => {
    const hub = await openChangedHub();
    await hub.price(await hub.idOf(4), 'seatTypes');
    const { bookingId, total } = await hub.sell([[4, '10A']], { exitRowConfirmed: true });
    // Row 10 is no exit row there.
    await hub.change([...without(4), other('plain-30', 'D38')], { unseat: true });
    const [row] = (await hub.list('seatGone')).bookings;
    const [leg] = row?.legs ?? [];
    expect([row?.bookingId, row?.done, leg?.change, leg?.seats.includes('over')]).toEqual([bookingId, false, 'seatGone', false]);
    const back = leg?.moneyBack ?? 0;
    expect(back).toBeGreaterThan(0);
    const item = { bookingId, version: row?.version ?? 0, hold: null };
    expect(await hub.accept([item])).toMatchObject([{ outcome: 'done' }]);
    expect(await hub.accept([item])).toMatchObject([{ outcome: 'conflict' }]);
    const booking = await hub.bookingOf(bookingId);
    expect(booking).toMatchObject({ total: total - back, refunded: back, fees: 0, legs: [{ given: 'seatGone' }] });
    expect((await hub.list()).groups[4]).toEqual({ group: 'seatGone', todo: 0, done: 1 });
    expect(await hub.sound()).toBeUndefined();

    const [undone] = await hub.undo([{ bookingId, version: booking.version }]);
    expect(undone).toMatchObject({ outcome: 'done' });
    expect(await hub.bookingOf(bookingId)).toMatchObject({ total, refunded: 0 });
    expect((await hub.list()).groups[4]).toEqual({ group: 'seatGone', todo: 1, done: 0 });
    expect(await hub.sound()).toBeUndefined();
  });

  it('never get more back than was paid: the difference of the seat first, and the rest when they cancel later', async () => {
    const { hub, price, idOf, sell, change, list, accept, bookingOf, requestId, clock, sound } = await openChangedHub();
    await price(await idOf(4), 'seatTypes');
    const { bookingId, total } = await sell([[4, '10A']], { exitRowConfirmed: true });
    await change([...without(4), other('plain-30', 'D38')], { unseat: true });
    const [row] = (await list('seatGone')).bookings;
    const back = row?.legs[0]?.moneyBack ?? 0;
    expect(await accept([{ bookingId, version: row?.version ?? 0, hold: null }])).toMatchObject([{ outcome: 'done' }]);
    clock.advance(3_600_000);
    const quote = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
    expect([back > 0, quote.total]).toEqual([true, total - back]);
    value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId: quote.offerId }, ANA));
    const ended = await bookingOf(bookingId);
    expect(ended).toMatchObject({ state: 'CANCELLED', refunded: total, fees: 0 });
    expect(ended.tenders.map(({ amount, refunded }) => [amount, refunded])).toEqual([[total, total]]);
    expect(await sound()).toBeUndefined();
  });

  it('are not on the desk where the seat that was given is of the kind that was paid for', async () => {
    const hub = await openChangedHub();
    await hub.price(await hub.idOf(4), 'seatTypes');
    await hub.sell([[4, '20A']]);
    await hub.change([...without(4), other('dash-8-400', 'DH4')], { unseat: true });
    expect((await hub.list()).groups[4]).toEqual({ group: 'seatGone', todo: 0, done: 0 });
  });
});
