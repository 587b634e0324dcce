import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { PassengerName } from '../../../../shared/methods/bookings.ts';
import type { BookingChange, ChangeOffer } from '../../../../shared/methods/changes.ts';
import type { PolicyRule } from '../../../../shared/pricing/policy.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

const BY_TYPE: readonly PolicyRule[] = [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
  { rule: 'passengerType', percent: { ADT: 100, CHD: 75, INF: 10, INS: 50 } },
  { rule: 'rounding', to: 1, less: 0 },
];

/** Two adults on a return, JFK to LAX and back, sold in cash at 100.00 each way; an infant on the lap pays 10.00 of it. */
async function withReturn({ seats = ['20A', '20B'] } = {}) {
  const store = await openTestHub();
  const now = store.clock.now();
  const at = (hours: number) => ({ departs_at: now + hours * HOUR_MS, arrives_at: now + (hours + 6) * HOUR_MS });
  const out = await store.addFlight(at(48));
  const home = await store.addFlight({ origin: 'LAX', destination: 'JFK', ...at(200) });
  const publish = (rules: readonly PolicyRule[]) => publishPolicy(store.hub, store.requestId(), { kind: 'network' }, rules, MERCY);
  await publish(BY_TYPE);
  const legs = [
    { flightId: out.id, cabin: 'Y' as const, seats },
    { flightId: home.id, cabin: 'Y' as const, seats, back: true as const },
  ];
  const held = value(await store.hold(0, [], { legs, passengers: [adult, adult], exitRowConfirmed: true }));
  const booking = value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId())) as BookingView;
  const { bookingId } = booking;
  const born = (days: number) => new Date(now - days * 24 * HOUR_MS).toISOString().slice(0, 10);
  const mia = (more: Partial<PassengerName> = {}): PassengerName => ({
    ...{ type: 'INF', surname: 'Petrova', given: 'Mia', title: '', birthDate: born(200), with: 0 },
    ...more,
  });
  const quote = (infants: PassengerName[], actor = ANA) =>
    store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change: { kind: 'infant', infants } }, actor);
  const take = async (offer: ChangeOffer): Promise<BookingView> => {
    const due = Math.max(0, offer.total);
    const tenders = due > 0 ? [{ kind: 'cash' as const, amount: due, given: due }] : [];
    const input = { bookingId, offerId: offer.offerId, tenders, approved: [] };
    return value(await store.hub.change('changes.take', input, ANA, store.requestId())) as BookingView;
  };
  const leave = (change: Partial<Extract<BookingChange, { kind: 'leave' }>>) => {
    const asked = { kind: 'leave' as const, passengers: [], ...change };
    return store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change: asked }, ANA);
  };
  return { ...store, out, home, booking, bookingId, born, mia, quote, take, leave, publish, sound: () => crossCheck(store.db) };
}

describe('an infant is added to an adult who travels already', () => {
  test('the offer tells what it pays on each flight, and taking it writes name and fare without a seat', async () => {
    const store = await withReturn();
    const [out, home] = store.booking.legs.map(({ flight }) => flight);
    const offer = value(await store.quote([store.mia({ with: 1 })]));
    expect(offer).toMatchObject({ total: 20_00, seated: [1, 2], heldUntil: null, touches: [], to: [] });
    expect(offer.lines).toEqual([
      { label: `${out}, infant added`, detail: 'lap of 20B', amount: 10_00 },
      { label: `${home}, infant added`, detail: 'lap of 20B', amount: 10_00 },
    ]);
    const after = await store.take(offer);
    expect(after).toMatchObject({ total: 420_00, fees: 0, version: store.booking.version + 1 });
    expect(after.party.map(({ infant }) => infant)).toEqual([false, true]);
    expect(after.passengers.map(({ name, with: carrier }) => [name, carrier])).toEqual([
      ['PETROV/ELENA A MS', null],
      ['PETROV/ELENA B MS', null],
      ['PETROVA/MIA', 1],
    ]);
    expect(await store.claims(store.out.id)).toEqual(['20A', '20B']);
    expect(await store.sound()).toBeUndefined();
  });

  test('each adult gets one, and both leave with their adults', async () => {
    const store = await withReturn();
    const after = await store.take(value(await store.quote([store.mia(), store.mia({ given: 'Lev', with: 1 })])));
    expect(after.total).toBe(440_00);
    const leave = { requestId: store.requestId(), bookingId: store.bookingId, change: { kind: 'leave' as const, passengers: [1] } };
    const left = await store.take(value(await store.hub.execute('bookings.changeQuote', leave, ANA)));
    expect(left.passengers.map(({ name }) => name)).toEqual(['PETROV/ELENA B MS', 'PETROVA/LEV']);
    expect(left).toMatchObject({ total: 220_00 });
    expect(await store.sound()).toBeUndefined();
  });

  test('pays what was quoted, also when infants pay more by the time the offer is taken', async () => {
    const store = await withReturn();
    const offer = value(await store.quote([store.mia()]));
    await store.publish(BY_TYPE.map((rule) => (rule.rule === 'passengerType' ? { ...rule, percent: { ...rule.percent, INF: 30 } } : rule)));
    expect(await store.take(offer)).toMatchObject({ total: 420_00, fees: 0 });
    expect(await store.sound()).toBeUndefined();
  });

  test('pays nothing where infants pay nothing', async () => {
    const store = await withReturn();
    await store.publish(BY_TYPE.filter(({ rule }) => rule !== 'passengerType'));
    const offer = value(await store.quote([store.mia()]));
    expect(offer.total).toBe(0);
    expect(await store.take(offer)).toMatchObject({ total: 400_00 });
    expect(await store.sound()).toBeUndefined();
  });

  test('is taken back whole within a minute', async () => {
    const store = await withReturn();
    const { version } = await store.take(value(await store.quote([store.mia()])));
    const undo = { requestId: store.requestId(), bookingId: store.bookingId, version };
    const undone = value(await store.hub.execute('bookings.undo', undo, ANA));
    expect(undone).toMatchObject({ total: 400_00, refunded: 20_00 });
    expect(undone.passengers).toHaveLength(2);
    expect(undone.party.some(({ infant }) => infant)).toBe(false);
    expect(await store.sound()).toBeUndefined();
  });
});

describe('an infant leaves alone', () => {
  /** Mia on the lap of 20A, Lev on that of 20B. */
  async function withTwo() {
    const store = await withReturn();
    await store.take(value(await store.quote([store.mia(), store.mia({ given: 'Lev', with: 1 })])));
    return store;
  }

  test('its fares go back as the rule says, and its adult keeps the seat', async () => {
    const store = await withTwo();
    const offer = value(await store.leave({ laps: [1] }));
    expect(offer).toMatchObject({ total: -20_00, seated: [1, 2], touches: [], rule: 'over 24 h before departure' });
    const left = await store.take(offer);
    expect(left).toMatchObject({ total: 420_00, refunded: 20_00, fees: 0 });
    expect(left.party.map(({ infant }) => infant)).toEqual([false, true]);
    expect(left.passengers.map(({ name, with: carrier }) => [name, carrier])).toEqual([
      ['PETROV/ELENA A MS', null],
      ['PETROV/ELENA B MS', null],
      ['PETROVA/LEV', 1],
    ]);
    expect(await store.claims(store.out.id)).toEqual(['20A', '20B']);
    expect(await store.sound()).toBeUndefined();
  });

  test('beside an adult who leaves with another', async () => {
    const store = await withTwo();
    const left = await store.take(value(await store.leave({ passengers: [1], laps: [2] })));
    expect(left).toMatchObject({ total: 200_00, refunded: 240_00 });
    expect(left.passengers.map(({ name }) => name)).toEqual(['PETROV/ELENA B MS']);
    expect(left.party.map(({ infant }) => infant)).toEqual([false]);
    expect(await store.sound()).toBeUndefined();
  });

  test('who leaves with the adult is counted once', async () => {
    const store = await withTwo();
    expect(value(await store.leave({ passengers: [1], laps: [1] }))).toMatchObject({ total: -220_00 });
  });

  test('and comes back whole by an undo', async () => {
    const store = await withTwo();
    const { version } = await store.take(value(await store.leave({ laps: [1, 2] })));
    const undo = { requestId: store.requestId(), bookingId: store.bookingId, version };
    const undone = value(await store.hub.execute('bookings.undo', undo, ANA));
    expect(undone).toMatchObject({ total: 440_00, refunded: 0 });
    expect(undone.party.map(({ infant }) => infant)).toEqual([true, true]);
    expect(await store.sound()).toBeUndefined();
  });

  test('not from a lap that has none', async () => {
    const store = await withReturn();
    expect(await store.leave({ laps: [1] })).toMatchObject({
      refusal: { code: 'CHANGE_REFUSED', details: { problem: 'no infant is on that lap' } },
    });
  });
});

describe('an infant is not added', () => {
  type Store = Awaited<ReturnType<typeof withReturn>>;
  test.each<[string, string, (store: Store) => PassengerName[] | Promise<PassengerName[]>]>([
    [
      'to an adult who has one',
      'CHANGE_REFUSED',
      async (store) => {
        await store.take(value(await store.quote([store.mia()])));
        return [store.mia({ given: 'Lev' })];
      },
    ],
    ['twice to one adult', 'PASSENGERS_MISMATCH', (store) => [store.mia(), store.mia({ given: 'Lev' })]],
    ['to nobody', 'PASSENGERS_MISMATCH', (store) => [store.mia({ with: null })]],
    ['to a passenger that there is not', 'PASSENGERS_MISMATCH', (store) => [store.mia({ with: 7 })]],
    ['as an adult', 'PASSENGERS_MISMATCH', (store) => [store.mia({ type: 'ADT' })]],
    ['without a birth date', 'NAME_INVALID', (store) => [store.mia({ birthDate: null })]],
    ['at the age of 3', 'AGE_MISMATCH', (store) => [store.mia({ birthDate: store.born(3 * 366) })]],
    // 2 years are 730 or 731 days: the way home is in 200 hours.
    ['when it turns 2 before the way home', 'INFANT_TURNS_TWO', (store) => [store.mia({ birthDate: store.born(726) })]],
    [
      'to a flight that the carrier has cancelled',
      'FLIGHT_CANCELLED',
      async (store) => {
        await store.db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(store.home.id);
        return [store.mia()];
      },
    ],
    [
      'once sales of a flight are closed',
      'SALES_CLOSED',
      (store) => {
        store.clock.advance(48 * HOUR_MS - 10 * MINUTE_MS);
        return [store.mia()];
      },
    ],
    [
      'once a flight has left',
      'CHANGE_REFUSED',
      (store) => {
        store.clock.advance(49 * HOUR_MS);
        return [store.mia()];
      },
    ],
  ])('%s: %s', async (_, code, prepare) => {
    const store = await withReturn();
    const infants = await prepare(store);
    expect(codeOf(await store.quote(infants))).toBe(code);
    expect(await store.sound()).toBeUndefined();
  });

  test('to an adult in an exit row, whose other seats are told', async () => {
    const store = await withReturn({ seats: ['20A', '12A'] });
    const refused = await store.quote([store.mia({ with: 1 })]);
    expect(refused).toMatchObject({ refusal: { code: 'EXIT_ROW_REFUSED', details: { seat: '12A' } } });
    value(await store.quote([store.mia()]));
  });

  test('after the close by an agent, but by a supervisor', async () => {
    const store = await withReturn();
    store.clock.advance(48 * HOUR_MS - 10 * MINUTE_MS);
    expect(codeOf(await store.quote([store.mia()], JONAS))).toBe('SALES_CLOSED');
    value(await store.quote([store.mia()], MERCY));
  });
});
