import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../../shared/methods/changes.ts';
import type { Tender } from '../../../../shared/methods/tenders.ts';
import { ANA, adult, codeOf, JONAS, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

/** Sells what is held. */
const sell = async (store: TestHub, held: BookingView, more: Parameters<typeof sale>[1] & { minorsBy?: string } = {}, actor = ANA) =>
  value(
    await store.hub.change('payments.confirm', { ...sale(held, more), ...more, approved: [] }, actor, store.requestId()),
  ) as BookingView;

const quote = (store: TestHub, bookingId: number, change: BookingChange) =>
  store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change }, ANA);

const seats = (...moved: [passenger: number, seat: string][]): BookingChange => ({
  kind: 'seats',
  segment: 1,
  seats: moved.map(([passenger, seat]) => ({ passenger, seat })),
  exitRowConfirmed: true,
});

/** Sells seats of a flight that leaves in 48 hours and the same of one that goes on two hours after it: when the first has left, the booking is not flown yet. */
async function sellOnward(store: TestHub, flightId: number, sold: readonly string[]): Promise<BookingView> {
  const onward = await store.addFlight({ origin: 'LAX', destination: 'SFO', departs_at: store.clock.now() + 56 * HOUR_MS });
  const legs = [flightId, onward.id].map((id) => ({ flightId: id, cabin: 'Y' as const, seats: [...sold] }));
  return sell(store, value(await store.hold(flightId, sold, { legs })));
}

describe('never again: in a change of seats', () => {
  test('a seat that is held hid one that is sold further along, against the order of the refusals', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    value(await store.hold(id, ['20A'], {}, JONAS));
    await sell(store, value(await store.hold(id, ['20B'])));
    const { bookingId } = await sell(store, value(await store.hold(id, ['15A', '15B'])));
    expect(codeOf(await quote(store, bookingId, seats([1, '20A'], [2, '20B'])))).toBe('SEAT_SOLD');
  });

  test('passengers swapped their seats on a flight that had left', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    const { bookingId } = await sellOnward(store, id, ['15A', '15B']);
    store.clock.advance(49 * HOUR_MS);
    expect(codeOf(await quote(store, bookingId, seats([1, '15B'], [2, '15A'])))).toBe('FLIGHT_DEPARTED');
  });

  test('a flight that had left was hidden by a seat that is sold, against the order of the refusals', async () => {
    const store = await openTestHub();
    const { id } = await store.addFlight();
    await sell(store, value(await store.hold(id, ['20B'])));
    const { bookingId } = await sellOnward(store, id, ['15A']);
    store.clock.advance(49 * HOUR_MS);
    expect(codeOf(await quote(store, bookingId, seats([1, '20B'])))).toBe('FLIGHT_DEPARTED');
  });
});

describe('never again: in a change of flights', () => {
  test('a passenger who needs assistance came into an exit row, because the seats were held for one who does not', async () => {
    const store = await openTestHub();
    const [flight, later] = [await store.addFlight(), await store.addFlight({ departs_at: store.clock.now() + 60 * HOUR_MS })];
    const { bookingId } = await sell(store, value(await store.hold(flight.id, ['15A'], { passengers: [{ ...adult, assistance: true }] })));
    const exit = store.reference.seatPlan('a320')?.seats.find((seat) => seat.exit && seat.sellable)?.seat ?? '';
    const hold = value(await store.hold(later.id, [exit], { exitRowConfirmed: true }));
    expect(await quote(store, bookingId, { kind: 'flights', hold: hold.bookingId, replaces: [1] })).toMatchObject({
      refusal: { code: 'CHANGE_REFUSED', details: { problem: 'the seats are held for other passengers' } },
    });
  });

  test('the slip that paid the sale paid the difference of a change once more', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight({ fixed: true });
    const later = await store.addFlight({ departs_at: store.clock.now() + 60 * HOUR_MS, base_fare: 150_00 });
    const slip = (amount: number): Tender => ({ kind: 'card', amount, approvalCode: '071642', testCard: null });
    const { bookingId } = await sell(store, value(await store.hold(flight.id, ['15A'])), { tenders: [slip(100_00)] });
    const hold = value(await store.hold(later.id, ['15A']));
    const { offerId, total } = value(await quote(store, bookingId, { kind: 'flights', hold: hold.bookingId, replaces: [1] }));
    const change = { bookingId, offerId, tenders: [slip(total)], approved: [] };
    expect(codeOf(await store.hub.change('changes.take', change, ANA, store.requestId()))).toBe('SLIP_USED');
  });

  test('the slip that paid the difference of a change paid another sale, because the changed booking was older than a week', async () => {
    const store = await openTestHub();
    const departs_at = store.clock.now() + 20 * DAY_MS;
    const flight = await store.addFlight({ fixed: true, departs_at });
    const later = await store.addFlight({ departs_at: departs_at + HOUR_MS, base_fare: 150_00 });
    const { bookingId } = await sell(store, value(await store.hold(flight.id, ['15A'])));
    store.clock.advance(8 * DAY_MS);
    const slip = (amount: number): Tender => ({ kind: 'card', amount, approvalCode: '071642', testCard: null });
    const hold = value(await store.hold(later.id, ['15A']));
    const { offerId, total } = value(await quote(store, bookingId, { kind: 'flights', hold: hold.bookingId, replaces: [1] }));
    const change = { bookingId, offerId, tenders: [slip(total)], approved: [] };
    expect(codeOf(await store.hub.change('changes.take', change, ANA, store.requestId()))).toBe('ok');
    const other = value(await store.hold(flight.id, ['16A']));
    const again = { ...sale(other, { tenders: [slip(other.total)] }), approved: [] };
    expect(codeOf(await store.hub.change('payments.confirm', again, ANA, store.requestId()))).toBe('SLIP_USED');
  });
});

test('never again: the yes of a supervisor to minors was lost with a split, so that their new booking could not be changed', async () => {
  const store = await openTestHub();
  const { id } = await store.addFlight();
  const child = { ...adult, type: 'CHD' as const };
  const held = value(await store.hold(id, ['15A', '15B'], { passengers: [child, child] }));
  const passengers = sale(held).passengers.map((name) => ({ ...name, title: '' as const, birthDate: '2017-01-31' }));
  const { bookingId, version } = await sell(store, held, { passengers, minorsBy: 'osei' });
  const contact = { phone: '+1 347 555 0100', email: '', askedBy: 'Chima Okafor' };
  const split = { requestId: store.requestId(), bookingId, version, passengers: [2], contact };
  const made = value(await store.hub.execute('bookings.split', split, ANA)) as BookingView;
  expect(made.minorsBy).toBe('osei');
  expect(codeOf(await quote(store, made.bookingId, seats([2, '20B'])))).toBe('ok');
  expect(await crossCheck(store.db)).toBeUndefined();
});
