import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { ANA, type Confirm, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

async function withBooking(hoursAhead = 48, tenders?: Confirm['tenders']) {
  const store = await openTestHub();
  const flight = await store.addFlight({ departs_at: store.clock.now() + hoursAhead * HOUR_MS });
  await store.addVouchers();
  const held = value(await store.hold(flight.id, ['15A']));
  const booking = value(
    await store.hub.change('payments.confirm', { ...sale(held, tenders ? { tenders } : {}), approved: [] }, ANA, store.requestId()),
  );
  const { bookingId } = booking;
  return {
    ...store,
    flight,
    booking,
    quote: (actor = ANA) => store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, actor),
    cancel: (offerId: number) => store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA),
  };
}

describe('a refund quote', () => {
  test.each([
    [24 + 1 / 3600, 100, 100_00],
    [24, 50, 50_00], // exactly 24 h is not over 24 h
    [6 + 1 / 3600, 50, 50_00],
    [6, 0, 0],
    [1, 0, 0],
  ])('%f h before departure: %i %%', async (hours, percent, refund) => {
    const store = await withBooking(hours);
    expect(value(await store.quote())).toMatchObject({
      kind: 'cancel',
      percent,
      total: refund,
      paid: 100_00,
      number: 1,
      bookingVersion: 2,
    });
  });

  test('adds up, and says where the money goes: to each tender in proportion, cards first, then cash, then vouchers', async () => {
    const store = await withBooking(12, [
      { kind: 'cash', amount: 30_00, given: 30_00 },
      { kind: 'voucher', amount: 40_00, voucher: 'VQ8H2K' },
      { kind: 'card', amount: 30_00, approvalCode: '083914', testCard: null },
    ]);
    const quote = value(await store.quote());
    expect(quote.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(quote.total);
    expect(quote.to).toEqual([
      { kind: 'card', amount: 15_00, reference: '083914' },
      { kind: 'cash', amount: 15_00, reference: '' },
      { kind: 'voucher', amount: 20_00, reference: 'VQ8H2K' },
    ]);
  });
});

describe('cancelling', () => {
  test('books the refund and gives the seats back in one step', async () => {
    const store = await withBooking();
    const heard: string[] = [];
    store.hub.on((events) => heard.push(...events.map(({ type }) => type)));
    const cancelled = value(await store.cancel(value(await store.quote()).offerId));
    expect(cancelled).toMatchObject({ state: 'CANCELLED', refunded: 100_00, tenders: [{ amount: 100_00, refunded: 100_00 }] });
    expect(await store.claims(store.flight.id)).toEqual([]);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 0 }]);
    expect(heard).toEqual(['booking.quoted', 'booking.cancelled']);
    expect(codeOf(await store.hold(store.flight.id, ['15A'], {}, JONAS))).toBe('ok');
  });

  test('two desks cancel at once by the same quote: the money goes back once', async () => {
    const store = await withBooking();
    const { offerId } = value(await store.quote());
    const { bookingId } = store.booking;
    const cancel = (actor = ANA) => store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, actor);
    expect((await Promise.all([cancel(), cancel(JONAS)])).map(codeOf)).toEqual(['ok', 'BOOKING_NOT_CONFIRMED']);
    const tenders = await store.db.query<{ refunded: number }>('SELECT refunded FROM tenders WHERE booking_id = ?').all(bookingId);
    expect(tenders).toEqual([{ refunded: 100_00 }]);
  });

  test('keeps a quote for its minutes, although the tier has changed meanwhile', async () => {
    const store = await withBooking(24 + 1 / 60);
    const quote = value(await store.quote());
    store.clock.advance(9 * MINUTE_MS);
    expect(value(await store.cancel(quote.offerId)).refunded).toBe(100_00);
  });

  test.each<[RefusalCode, (store: Awaited<ReturnType<typeof withBooking>>) => Promise<number>]>([
    ['OFFER_UNKNOWN', async () => 99],
    [
      'OFFER_REPLACED',
      async (store) => {
        const first = value(await store.quote());
        value(await store.quote());
        return first.offerId;
      },
    ],
    [
      'OFFER_EXPIRED',
      async (store) => {
        const quote = value(await store.quote());
        store.clock.advance(10 * MINUTE_MS);
        return quote.offerId;
      },
    ],
    [
      'BOOKING_FLOWN',
      async (store) => {
        const quote = value(await store.quote());
        store.clock.advance(48 * HOUR_MS);
        return quote.offerId;
      },
    ],
    [
      'BOOKING_NOT_CONFIRMED',
      async (store) => {
        const quote = value(await store.quote());
        value(await store.cancel(quote.offerId));
        return quote.offerId;
      },
    ],
  ])('is refused with %s', async (code, prepare) => {
    const store = await withBooking();
    expect(codeOf(await store.cancel(await prepare(store)))).toBe(code);
    expect(store.reports).toEqual([]);
  });

  test('a hold has nothing to cancel', async () => {
    const store = await openTestHub();
    const held = value(await store.hold((await store.addFlight()).id, ['15A']));
    const reply = await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId: held.bookingId }, ANA);
    expect(codeOf(reply)).toBe('BOOKING_NOT_CONFIRMED');
  });
});
