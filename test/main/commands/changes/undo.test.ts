import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../../main/actor.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { HOUR_MS, SECOND_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../../shared/methods/changes.ts';
import { ANA, type Confirm, codeOf, JONAS, openTestHub, sale, value } from '../../support/test-hub.ts';

/** Two adults on 15A and 15B of a flight that leaves in twelve hours, so that a cancellation keeps half. `by`: how the 200.00 are paid. */
async function sold(by: Confirm['tenders'] = [{ kind: 'cash', amount: 200_00, given: 200_00 }], charge?: string) {
  const store = await openTestHub();
  const flight = await store.addFlight({ departs_at: store.clock.now() + 12 * HOUR_MS, fixed: true });
  await store.addVouchers();
  const held = value(await store.hold(flight.id, ['15A', '15B']));
  const input = sale(held, { tenders: by });
  if (charge)
    value(
      await store.hub.change(
        'payments.begin',
        { ...input, charges: [{ reference: charge, amount: 200_00 }], terminal: true },
        ANA,
        store.requestId(),
      ),
    );
  const approved = charge ? [{ tender: 0, reference: charge, approvalCode: '012345' }] : [];
  const booking = value(await store.hub.change('payments.confirm', { ...input, approved }, ANA, store.requestId())) as BookingView;
  const { bookingId } = booking;
  const on = () => ({ requestId: store.requestId(), bookingId });
  const now = async () => value(await store.hub.ask('bookings.get', { bookingId }, ANA)).booking;
  return {
    ...store,
    flight,
    booking,
    now,
    async cancel(): Promise<BookingView> {
      const { offerId } = value(await store.hub.execute('bookings.cancelQuote', on(), ANA));
      return value(await store.hub.execute('bookings.cancel', { ...on(), offerId }, ANA)) as BookingView;
    },
    async change(change: BookingChange, pay: Confirm['tenders'] = []): Promise<BookingView> {
      const { offerId } = value(await store.hub.execute('bookings.changeQuote', { ...on(), change }, ANA));
      return value(
        await store.hub.change('changes.take', { bookingId, offerId, tenders: pay, approved: [] }, ANA, store.requestId()),
      ) as BookingView;
    },
    undo: async (actor = ANA) => store.hub.execute('bookings.undo', { ...on(), version: (await now()).version }, actor),
    sound: () => crossCheck(store.db),
  };
}

type Sold = Awaited<ReturnType<typeof sold>>;

describe('a sale', () => {
  test('is taken back whole: seats to sale, all of the money back, the booking stays and reads HX', async () => {
    const store = await sold();
    const undone = value(await store.undo()) as BookingView;
    expect(undone).toMatchObject({ state: 'CANCELLED', refunded: 200_00, fees: 0, statuses: [['HX', 'HX']] });
    expect(await store.claims(store.flight.id)).toEqual([]);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 0 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('paid by voucher gives the balance back, by card a refund that is due at once', async () => {
    const voucher = await sold([{ kind: 'voucher', amount: 200_00, voucher: 'VQ8H2K' }]);
    value(await voucher.undo());
    expect(value(await voucher.hub.ask('vouchers.get', { number: 'VQ8H2K' }, ANA)).balance).toBe(2000_00);
    const card = await sold([{ kind: 'card', amount: 200_00, approvalCode: null, testCard: null }], 'card-1');
    value(await card.undo());
    expect(value(await card.hub.look('jobs.due', {}))).toMatchObject([{ kind: 'refund', amount: 200_00, not_before: card.clock.now() }]);
    for (const store of [voucher, card]) expect(await store.sound()).toBeUndefined();
  });

  test.each([
    [
      'a minute later',
      async (store: Sold): Promise<void> => void store.clock.advance(60 * SECOND_MS),
      ANA,
      'it is longer ago than a minute',
    ],
    ['at another desk', async () => {}, JONAS, 'desk T1-04 made it'],
    ['twice', async (store: Sold): Promise<void> => void value(await store.undo()), ANA, 'its last step cannot be taken back'],
  ] as const)('is not taken back %s', async (_, before, actor, problem) => {
    const store = await sold();
    await before(store);
    expect(await store.undo(actor)).toMatchObject({ refusal: { code: 'UNDO_REFUSED', details: { problem } } });
    expect(await store.sound()).toBeUndefined();
  });

  test('still within its minute, with a receipt printed in between', async () => {
    const store = await sold();
    value(await store.hub.execute('bookings.recordPrint', { requestId: store.requestId(), bookingId: store.booking.bookingId }, ANA));
    store.clock.advance(60 * SECOND_MS - 1);
    expect(codeOf(await store.undo())).toBe('ok');
  });
});

describe('a cancellation', () => {
  test('is taken back: the same seats, the money as it was, and the sale is told as before', async () => {
    const store = await sold();
    expect(await store.cancel()).toMatchObject({ refunded: 100_00, fees: 100_00 });
    const back = value(await store.undo()) as BookingView;
    expect(back).toMatchObject({ state: 'CONFIRMED', total: 200_00, refunded: 0, fees: 0, sale: store.booking.sale });
    expect(await store.claims(store.flight.id)).toEqual(['15A', '15B']);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 2 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('a card that waits for its refund is not refunded', async () => {
    const store = await sold([{ kind: 'card', amount: 200_00, approvalCode: null, testCard: null }], 'card-1');
    await store.cancel();
    const [job] = value(await store.hub.look('jobs.due', {}));
    expect(job).toMatchObject({ not_before: store.clock.now() + 60 * SECOND_MS });
    expect(await store.undo()).toMatchObject({ ok: true, value: { refunded: 0 } });
    store.clock.advance(HOUR_MS);
    expect(value(await store.hub.look('jobs.due', {}))).toEqual([]);
    expect(await store.sound()).toBeUndefined();
  });

  test('a card that a supervisor had refunded at once is refunded: the cancellation stays', async () => {
    const store = await sold([{ kind: 'card', amount: 200_00, approvalCode: null, testCard: null }], 'card-1');
    await store.cancel();
    const done = { jobId: 1, triesBefore: 0, done: true, answer: '', lasting: false, retryAfterMs: 0 };
    value(await store.hub.change('jobs.record', done, SYSTEM, null));
    expect(await store.undo()).toMatchObject({ refusal: { code: 'UNDO_REFUSED', details: { problem: 'the card was refunded already' } } });
    expect(await store.sound()).toBeUndefined();
  });

  test('after a start a card may have been refunded, although the time seems to be in its minute: the cancellation stays', async () => {
    const store = await sold([{ kind: 'card', amount: 200_00, approvalCode: null, testCard: null }], 'card-1');
    await store.cancel();
    value(await store.hub.change('jobs.hastenRefunds', {}, SYSTEM, null));
    expect(await store.undo()).toMatchObject({ refusal: { code: 'UNDO_REFUSED', details: { problem: 'the card was refunded already' } } });
    expect(value(await store.hub.look('jobs.due', {}))).toMatchObject([{ kind: 'refund', not_before: store.clock.now() }]);
  });

  test('once the terminal is asked the cancellation stays, although the clock went back into its minute (the booking was sold again, and the card refunded)', async () => {
    const store = await sold([{ kind: 'card', amount: 200_00, approvalCode: null, testCard: null }], 'card-1');
    await store.cancel();
    expect(value(await store.hub.change('jobs.beginRefund', { jobId: 1 }, SYSTEM, null))).toEqual({ stands: true });
    expect(await store.undo()).toMatchObject({ refusal: { code: 'UNDO_REFUSED', details: { problem: 'the card was refunded already' } } });
    expect(await store.sound()).toBeUndefined();
  });

  test('the terminal is not asked for a refund that was taken back a moment before', async () => {
    const store = await sold([{ kind: 'card', amount: 200_00, approvalCode: null, testCard: null }], 'card-1');
    await store.cancel();
    value(await store.undo());
    expect(value(await store.hub.change('jobs.beginRefund', { jobId: 1 }, SYSTEM, null))).toEqual({ stands: false });
  });

  test('a seat that is sold again is gone, and nothing of the cancellation is taken back', async () => {
    const store = await sold();
    await store.cancel();
    value(await store.hold(store.flight.id, ['15B'], {}, JONAS));
    expect(codeOf(await store.undo())).toBe('SEAT_SOLD');
    expect(await store.now()).toMatchObject({ state: 'CANCELLED', refunded: 100_00 });
    expect(await store.sound()).toBeUndefined();
  });

  test('a voucher that was spent meanwhile cannot pay again', async () => {
    const store = await sold([{ kind: 'voucher', amount: 200_00, voucher: 'VQ8H2K' }]);
    await store.cancel();
    for (const seats of [...'CD'].map((letter) => [0, 1, 2, 3, 4, 5, 6, 7, 8].map((at) => `2${at}${letter}`)).concat([['18A']])) {
      const hold = value(await store.hold(store.flight.id, seats));
      const tenders = [{ kind: 'voucher' as const, amount: hold.total, voucher: 'VQ8H2K' }];
      value(await store.hub.change('payments.confirm', { ...sale(hold, { tenders }), approved: [] }, ANA, store.requestId()));
    }
    expect(await store.undo()).toMatchObject({ refusal: { code: 'UNDO_REFUSED', details: { problem: 'its voucher was used meanwhile' } } });
    expect(await store.sound()).toBeUndefined();
  });
});

describe('a change', () => {
  test('of seats: the old seats are back, the new ones free', async () => {
    const store = await sold();
    await store.change({ kind: 'seats', segment: 1, seats: [{ passenger: 1, seat: '20A' }], exitRowConfirmed: false });
    const back = value(await store.undo()) as BookingView;
    expect(back.legs[0]?.seats).toEqual(['15A', '15B']);
    expect(await store.claims(store.flight.id)).toEqual(['15A', '15B']);
    expect(await store.sound()).toBeUndefined();
  });

  test('of flight: what was paid for it goes back to who paid it, and the old flight has its passengers again', async () => {
    const store = await sold();
    const later = await store.addFlight({ departs_at: store.clock.now() + 20 * HOUR_MS, base_fare: 130_00 });
    const hold = value(await store.hold(later.id, ['21A', '21B']));
    const changed = await store.change({ kind: 'flights', hold: hold.bookingId, replaces: [1] }, [
      { kind: 'cash', amount: 60_00, given: 60_00 },
    ]);
    expect(changed).toMatchObject({ total: 260_00 });
    const back = value(await store.undo()) as BookingView;
    expect(back).toMatchObject({
      total: 200_00,
      fees: 0,
      refunded: 60_00,
      legs: [{ segment: 1, flightId: store.flight.id, seats: ['15A', '15B'] }],
    });
    expect(back.tenders.map(({ amount, refunded }) => [amount, refunded])).toEqual([
      [200_00, 0],
      [60_00, 60_00],
    ]);
    expect(await store.counters(later.id)).toMatchObject([{ held: 0, sold: 0 }]);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 2 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('a passenger who left is back, with name, seat and money', async () => {
    const store = await sold();
    expect(await store.change({ kind: 'leave', passengers: [1] })).toMatchObject({ refunded: 50_00, fees: 50_00 });
    const back = value(await store.undo()) as BookingView;
    expect(back).toMatchObject({ total: 200_00, refunded: 0, fees: 0, passengers: store.booking.passengers, party: store.booking.party });
    const found = value(await store.hub.ask('bookings.find', { anyOf: [{ by: 'name', name: 'PETROV/ELENA' }] }, ANA)).bookings;
    expect(found).toHaveLength(1);
    expect(await store.sound()).toBeUndefined();
  });

  test('a split cannot be taken back', async () => {
    const store = await sold();
    const contact = { phone: '+1 347 555 0100', email: '', askedBy: 'Chima Okafor' };
    const { bookingId, version } = store.booking;
    value(await store.hub.execute('bookings.split', { requestId: store.requestId(), bookingId, version, passengers: [2], contact }, ANA));
    expect(codeOf(await store.undo())).toBe('UNDO_REFUSED');
  });
});
