import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../../shared/events.ts';
import { openOversoldFlight } from '../../support/oversold-hub.ts';
import { ANA, codeOf, value } from '../../support/test-hub.ts';

/** A full flight and passengers above its seats: one alone, then a party of two. */
async function oversold() {
  const store = await openOversoldFlight({ over: 3 });
  const single = await store.sell(['1D']);
  const pair = await store.sell(['1A', '1C']);
  await store.fill();
  const [alone, two] = [await store.sellOver(1), await store.sellOver(2)];
  const saysNo = async () => void value(await store.answer(value(await store.ask(single)).volunteerId, 'no'));
  return { ...store, single, pair, alone, two, saysNo };
}

describe('boarding', () => {
  test('is denied only after volunteers were asked and have answered', async () => {
    const store = await oversold();
    expect(codeOf(await store.deny(store.alone))).toBe('VOLUNTEERS_FIRST');
    const { volunteerId } = value(await store.ask(store.single));
    expect(await store.deny(store.alone)).toMatchObject({
      refusal: { code: 'VOLUNTEERS_FIRST', message: expect.stringContaining('yet: one has not answered.') },
    });
    value(await store.answer(volunteerId, 'no'));
    expect(codeOf(await store.deny(store.single))).toBe('DENIAL_SEATED');
    expect(codeOf(await store.deny(store.alone, { wayId: store.flight.id }))).toBe('WAY_REFUSED');
    expect(await store.deny(store.alone)).toMatchObject({ ok: true });
  });

  test('is denied with a seat on the other flight and what the row of the day owes, told without a name', async () => {
    const store = await oversold();
    await store.saysNo();
    const told: JournalEvent[] = [];
    store.hub.on((events) => told.push(...events));
    expect((await store.room()).without[0]?.owed).toMatchObject([
      { wayId: store.soon.id, owed: { amount: 0 } },
      { wayId: store.late.id, owed: { amount: 400_00, percent: 400, capped: false } },
      { wayId: null, owed: { amount: 400_00 } },
    ]);
    const reply = value(await store.deny(store.alone, { voucher: true }));
    expect(reply).toMatchObject({ owed: { known: true, amount: 400_00, currency: 'USD', percent: 400 } });
    expect(told.map(({ type }) => type)).toEqual([
      'booking.seatsGiven',
      'booking.changed',
      'voucher.issued',
      'boarding.denied',
      'compensation.paid',
    ]);
    expect(JSON.stringify(told)).not.toMatch(/PETROV|nobody else/i);
    expect((await store.legOf(store.alone))[0]).toMatch(/^AA 103 \d+[A-F]$/);
    const room = await store.room();
    expect(room).toMatchObject({ sold: 32, unseated: 2 });
    expect(room.denied).toMatchObject([
      {
        owed: 400_00,
        owedCurrency: 'USD',
        percent: 400,
        fare: 100_00,
        rebooked: 100_00,
        reason: 'nobody else gave a seat up',
        printedAt: null,
      },
    ]);
    expect(value(await store.hub.ask('vouchers.get', { number: room.denied[0]?.voucher ?? '' }, ANA))).toMatchObject({ balance: 400_00 });
    expect(await store.sound()).toBeUndefined();
  });

  test('of one of a party splits the party; without another flight the fare goes back whole', async () => {
    const store = await oversold();
    await store.saysNo();
    const { bookingId, owed } = value(await store.deny(store.two, { passenger: 2, wayId: null }));
    expect(owed).toMatchObject({ amount: 400_00 });
    expect(bookingId).not.toBe(store.two.bookingId);
    const { booking } = value(await store.hub.ask('bookings.get', { bookingId }, ANA));
    expect(booking).toMatchObject({ state: 'CANCELLED', refunded: 100_00, fees: 0 });
    expect(await store.legOf(store.two)).toEqual(['B6 101 over']);
    expect(await store.room()).toMatchObject({ sold: 32, unseated: 2, denied: [{ way: null, owed: 400_00, voucher: null }] });
    expect(await store.sound()).toBeUndefined();
  });

  test('is not denied while a seat is free that the party could have; of a party that is too large for it one may be left behind', async () => {
    const store = await oversold();
    await store.saysNo();
    // The one who is alone gets the first seat that comes free, and the party needs two.
    const free = async () => {
      const { bookingId } = store.single;
      const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
      value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA));
    };
    value(await store.deny(store.alone));
    await free();
    expect(await store.room()).toMatchObject({ free: 1, unseated: 2 });
    value(await store.deny(store.two, { passenger: 1 }));
    // Who is left of the party fits the seat.
    expect(await store.room()).toMatchObject({ free: 0, unseated: 0 });
    expect(await store.legOf(store.two)).toEqual(['B6 101 1D']);
    expect(await store.sound()).toBeUndefined();
  });

  test('tells when its letter was printed last', async () => {
    const store = await oversold();
    await store.saysNo();
    const { denialId } = value(await store.deny(store.alone));
    value(await store.printed('denied', denialId));
    store.clock.advance(60_000);
    const { printedAt } = value(await store.printed('denied', denialId));
    expect((await store.room()).denied).toMatchObject([{ printedAt }]);
    expect(await store.sound()).toBeUndefined();
    await store.db.change('UPDATE oversale_letters SET printed_at = 1').run();
    expect(await store.sound()).toBe(`letter denied ${denialId} is not as the journal says`);
  });

  test('a denied boarding whose row was changed behind the journal is found', async () => {
    const store = await oversold();
    await store.saysNo();
    const { denialId } = value(await store.deny(store.alone));
    await store.db.change('UPDATE denials SET owed = 1').run();
    expect(await store.sound()).toBe(`denied boarding ${denialId} is not as the journal says`);
  });
});
