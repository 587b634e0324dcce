import { describe, expect, test } from 'vitest';
import { HOUR_MS, SECOND_MS } from '../../../shared/instants.ts';
import type { BookingFind, FoundOnly } from '../../../shared/methods/bookings.ts';
import { shownState } from '../../../shared/shown-state.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

/**
 * Five sales of 100.00, each by Petrov: 1 leaves in an hour, 2 in an hour and was cancelled by the carrier, 3 in thirty hours and cancelled whole, 4
 * in twelve hours and cancelled for a half, 5 in thirty hours, paid by a charge whose refund is still due.
 */
async function withSales() {
  const store = await openTestHub();
  const on = (hours: number) => store.addFlight({ departs_at: store.clock.now() + hours * HOUR_MS, fixed: true });
  const flights = [await on(1), await on(1), await on(30), await on(12), await on(30)];
  const ids: number[] = [];
  for (const [at, flight] of flights.entries()) {
    const held = value(await store.hold(flight.id, ['20A']));
    const tenders = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: null } as const];
    const card = at === 4;
    const charges = [{ reference: 'charge-5', amount: held.total }];
    if (card)
      value(await store.hub.change('payments.begin', { ...sale(held, { tenders }), charges, terminal: true }, ANA, store.requestId()));
    const approved = card ? [{ tender: 0, reference: 'charge-5', approvalCode: '012345' }] : [];
    value(await store.hub.change('payments.confirm', { ...sale(held, card ? { tenders } : {}), approved }, ANA, store.requestId()));
    ids.push(held.bookingId);
  }
  for (const bookingId of ids.slice(2)) {
    const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
    value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA));
  }
  await store.db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(flights[1]?.id ?? 0);
  const find = async (only: FoundOnly, ...anyOf: BookingFind[]) =>
    value(await store.hub.ask('bookings.find', { anyOf, only }, ANA)).bookings;
  return {
    ...store,
    find,
    found: async (only: FoundOnly, ...anyOf: BookingFind[]) => (await find(only, ...anyOf)).map(({ bookingId }) => bookingId),
  };
}

const PETROV: BookingFind = { by: 'name', name: 'PETROV' };

describe('bookings are found by what became of them', () => {
  test.each<[FoundOnly, number[]]>([
    ['FLOWN', [1]],
    ['REFUNDED_PART', [4]],
    ['REFUNDED_WHOLE', [5, 3]],
    ['REFUND_DUE', [5]],
  ])('%s: alone, and among those of a name', async (only, ids) => {
    const store = await withSales();
    store.clock.advance(2 * HOUR_MS);
    expect(await store.found(only)).toEqual(ids);
    expect(await store.found(only, PETROV)).toEqual(ids);
    expect(await store.found(only, { by: 'name', name: 'NOBODY' })).toEqual([]);
  });

  test('a booking is flown at the millisecond at which its last flight leaves, without any command', async () => {
    const store = await withSales();
    store.clock.advance(HOUR_MS - 1);
    expect(await store.found('FLOWN')).toEqual([]);
    store.clock.advance(1);
    expect(await store.found('FLOWN')).toEqual([1]);
    const before = await store.db.query<{ events: number }>('SELECT count(*) AS events FROM journal').get();
    store.clock.advance(20 * HOUR_MS);
    const { booking, flownAt } = value(await store.hub.ask('bookings.get', { bookingId: 1 }, ANA));
    expect(booking.state, 'no row says it').toBe('CONFIRMED');
    expect(shownState({ state: booking.state, flownAt }, store.clock.now())).toBe('FLOWN');
    expect(await store.db.query<{ events: number }>('SELECT count(*) AS events FROM journal').get()).toEqual(before);
  });

  test('a flight that is moved is flown at its new time, and a cancelled one never', async () => {
    const store = await withSales();
    await store.db.change('UPDATE flights SET departs_at = departs_at + ? WHERE id = 1').run(3 * HOUR_MS);
    store.clock.advance(2 * HOUR_MS);
    expect(await store.found('FLOWN')).toEqual([]);
    store.clock.advance(2 * HOUR_MS);
    expect(await store.found('FLOWN')).toEqual([1]);
    expect(value(await store.hub.ask('bookings.get', { bookingId: 2 }, ANA)).flownAt).toBeUndefined();
  });

  test('what left more than 31 days ago is found by name, not by FLOWN alone', async () => {
    const store = await withSales();
    store.clock.advance(40 * 24 * HOUR_MS);
    expect(await store.found('FLOWN')).toEqual([]);
    expect(await store.found('FLOWN', PETROV)).toEqual([1]);
  });

  test('the list tells when it is flown, what went back and what is still due', async () => {
    const store = await withSales();
    const all = value(await store.hub.ask('bookings.find', { anyOf: [PETROV] }, ANA)).bookings;
    expect(all.map(({ bookingId, flownAt, refund, refundDue }) => [bookingId, flownAt !== undefined, refund, refundDue])).toEqual([
      [5, false, 'WHOLE', 100_00],
      [4, false, 'PART', undefined],
      [3, false, 'WHOLE', undefined],
      [2, false, undefined, undefined],
      [1, true, undefined, undefined],
    ]);
    expect(value(await store.hub.ask('bookings.get', { bookingId: 5 }, ANA)).refundDue).toBe(100_00);
  });

  test('what nobody asks for is refused', async () => {
    const { bookingMethods } = await import('../../../shared/methods/bookings.ts');
    expect(bookingMethods['bookings.find'].input.safeParse({ anyOf: [] }).success).toBe(false);
    expect(bookingMethods['bookings.find'].input.safeParse({ anyOf: [], only: 'FLOWN' }).success).toBe(true);
  });
});

describe('a flown booking is changed no more, and the refusal says that it is flown', () => {
  const flown = async (hours: number) => {
    const store = await withSales();
    store.clock.advance(hours * HOUR_MS);
    return { ...store, on: () => ({ requestId: store.requestId(), bookingId: 1 }) };
  };
  const said = (reply: { ok: true } | { ok: false; refusal: { code: string; message: string } }) =>
    reply.ok ? 'ok' : reply.refusal.message.slice(7);

  test('cancel, change of names, split', async () => {
    const { hub, on } = await flown(1);
    const names = { kind: 'names', names: [{ passenger: 1, surname: 'Petrova', given: 'Elena', title: 'MS' }] } as never;
    const contact = { phone: '+1 212 555 0100', email: '', askedBy: 'Ann' };
    for (const reply of [
      await hub.execute('bookings.cancelQuote', on(), ANA),
      await hub.execute('bookings.changeQuote', { ...on(), change: names }, MERCY),
      await hub.execute('bookings.split', { ...on(), version: 2, passengers: [1], contact }, ANA),
    ]) {
      expect(codeOf(reply)).toBe('BOOKING_FLOWN');
      expect(said(reply as never)).toBe('is flown.');
    }
  });

  test('undo of a sale whose flight left within the minute', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight({ departs_at: store.clock.now() + 2 * HOUR_MS, fixed: true });
    const held = value(await store.hold(flight.id, ['20A'], {}, MERCY));
    value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, MERCY, store.requestId()));
    await store.db.change('UPDATE flights SET departs_at = ? WHERE id = ?').run(store.clock.now() + 10 * SECOND_MS, flight.id);
    store.clock.advance(20 * SECOND_MS);
    const undone = await store.hub.execute('bookings.undo', { requestId: store.requestId(), bookingId: held.bookingId, version: 2 }, MERCY);
    expect(codeOf(undone)).toBe('BOOKING_FLOWN');
    expect(said(undone as never)).toBe('is flown.');
  });
});
