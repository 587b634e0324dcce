import { describe, expect, test } from 'vitest';
import { contract } from '../../../../shared/contract.ts';
import type { JournalEvent } from '../../../../shared/events.ts';
import { HOUR_MS } from '../../../../shared/instants.ts';
import { openOversoldFlight } from '../../support/oversold-hub.ts';
import { ANA, codeOf, JONAS, sale, value } from '../../support/test-hub.ts';

/** A full flight, two bookings on it, and two passengers who were sold above the seats, each alone. */
async function oversold() {
  const store = await openOversoldFlight({ over: 2 });
  const pair = await store.sell(['1A', '1C']);
  const single = await store.sell(['1D']);
  await store.fill();
  const [first, second] = [await store.sellOver(1), await store.sellOver(1)];
  return { ...store, pair, single, first, second };
}

describe('a volunteer', () => {
  test('who takes it has a seat on the other flight at the fare that was paid, and the seat goes to the first without one', async () => {
    const store = await oversold();
    const told: JournalEvent[] = [];
    store.hub.on((events) => told.push(...events));
    const { volunteerId } = value(await store.ask(store.single));
    expect(await store.legOf(store.single)).toEqual(['B6 101 1D']);
    expect((await store.room()).volunteers).toMatchObject([{ state: 'ASKED', seat: '1D', amount: 200_00, way: { flight: 'B6 102' } }]);
    told.length = 0;
    value(await store.answer(volunteerId, 'took'));
    expect(told.map(({ type }) => type)).toEqual([
      'booking.seatsGiven',
      'booking.changed',
      'booking.seated',
      'voucher.issued',
      'volunteer.took',
    ]);
    expect(JSON.stringify(told)).not.toMatch(/PETROV/i);
    expect((await store.legOf(store.single))[0]).toMatch(/^B6 102 \d+[A-F]$/);
    expect(await store.legOf(store.first)).toEqual(['B6 101 1D']);
    expect(await store.legOf(store.second)).toEqual(['B6 101 over']);
    const { booking } = value(await store.hub.ask('bookings.get', { bookingId: store.single.bookingId }, ANA));
    expect(booking).toMatchObject({ state: 'CONFIRMED', total: 100_00, fees: 0, refunded: 0 });
    const room = await store.room();
    expect(room).toMatchObject({ sold: 31, free: 0, unseated: 1, without: [{ bookingId: store.second.bookingId }] });
    const [took] = room.volunteers;
    expect(took).toMatchObject({ state: 'TOOK', rebooked: 0, printedAt: null });
    const voucher = value(await store.hub.ask('vouchers.get', { number: took?.voucher ?? '' }, ANA));
    expect(voucher).toMatchObject({ balance: 200_00, currency: 'USD' });
    expect(await store.sound()).toBeUndefined();
    expect(store.reports).toEqual([]);
  });

  test('out of a party gets a booking alone, and the other flight of another carrier is counted at what it costs', async () => {
    const store = await oversold();
    const { volunteerId } = value(await store.ask(store.pair, { passenger: 2, wayId: store.late.id, amount: 0 }));
    const took = value(await store.answer(volunteerId, 'took'));
    expect(took.bookingId).not.toBe(store.pair.bookingId);
    expect(await store.legOf(store.pair)).toEqual(['B6 101 1A']);
    expect(await store.legOf(store.first)).toEqual(['B6 101 1C']);
    expect((await store.legOf(took))[0]).toMatch(/^AA 103/);
    // Nothing was promised, so no voucher is issued.
    expect((await store.room()).volunteers).toMatchObject([{ state: 'TOOK', bookingId: took.bookingId, rebooked: 100_00, voucher: null }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('who says no or is not wanted any more keeps the seat, and is not asked again', async () => {
    const store = await oversold();
    const no = value(await store.ask(store.single)).volunteerId;
    expect(value(await store.answer(no, 'no'))).toMatchObject({ state: 'NO' });
    const withdrawn = value(await store.ask(store.pair)).volunteerId;
    expect(value(await store.answer(withdrawn, 'withdrawn'))).toMatchObject({ state: 'WITHDRAWN' });
    expect(await store.legOf(store.single)).toEqual(['B6 101 1D']);
    expect(codeOf(await store.ask(store.single))).toBe('VOLUNTEER_ASKED');
    expect(codeOf(await store.answer(no, 'took'))).toBe('VOLUNTEER_ANSWERED');
    expect((await store.room()).candidates[0]).toMatchObject({ seat: '1C' });
    expect(await store.sound()).toBeUndefined();
  });

  test('is not asked without a seat, for a flight elsewhere, or for one without free seats', async () => {
    const store = await oversold();
    const elsewhere = await store.addFlight({ destination: 'SFO' });
    expect(codeOf(await store.ask(store.first))).toBe('VOLUNTEER_UNSEATED');
    expect(codeOf(await store.ask(store.single, { wayId: elsewhere.id }))).toBe('WAY_REFUSED');
    expect(codeOf(await store.ask(store.single, { wayId: store.flight.id }))).toBe('WAY_REFUSED');
    expect(codeOf(await store.ask(store.single, { wayId: 99 }))).toBe('WAY_REFUSED');
  });

  test('of a booking that is flown was refused by a word that no method of the oversale said it has', async () => {
    const store = await oversold();
    const at = (hours: number) => store.clock.now() + hours * HOUR_MS;
    const gone = await store.addFlight({ fixed: true, departs_at: at(2), arrives_at: at(8) });
    const held = value(await store.hold(gone.id, ['20A']));
    value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
    const { volunteerId } = value(await store.ask(store.single));
    value(await store.answer(volunteerId, 'no'));
    store.clock.advance(3 * HOUR_MS);
    for (const [name, reply] of [
      ['oversale.ask', await store.ask(held)],
      ['oversale.deny', await store.deny(held)],
    ] as const) {
      expect(codeOf(reply)).toBe('BOOKING_FLOWN');
      expect(contract[name].refusals).toContain('BOOKING_FLOWN');
    }
    expect(contract['oversale.answer'].refusals).toContain('BOOKING_FLOWN');
  });

  test('cannot undo the step, because somebody else has the seat by now', async () => {
    const store = await oversold();
    const { volunteerId } = value(await store.ask(store.single));
    value(await store.answer(volunteerId, 'took'));
    const { booking } = value(await store.hub.ask('bookings.get', { bookingId: store.single.bookingId }, ANA));
    const { hub, requestId } = store;
    const undo = (actor: typeof ANA) =>
      hub.execute('bookings.undo', { requestId: requestId(), bookingId: booking.bookingId, version: booking.version }, actor);
    expect(codeOf(await undo({ ...JONAS, desk: 'T1-01' }))).toBe('UNDO_REFUSED');
  });

  test('is not needed any more when everybody has a seat: the offer is refused and can be withdrawn', async () => {
    const store = await oversold();
    const asked = value(await store.ask(store.single)).volunteerId;
    const other = value(await store.ask(store.pair)).volunteerId;
    for (const { bookingId } of [store.first, store.second]) {
      const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, JONAS));
      value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, JONAS));
    }
    expect(codeOf(await store.answer(asked, 'took'))).toBe('OVERSALE_NONE');
    expect(value(await store.answer(other, 'withdrawn'))).toMatchObject({ state: 'WITHDRAWN' });
    expect(await store.sound()).toBeUndefined();
  });
});
