import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

const SYSTEM = { user: '-', role: 'system', desk: '-' } as const;

/** A hold of two on a flight that leaves in ten days. */
async function withHold() {
  const store = await openTestHub();
  const flight = await store.addFlight({ departs_at: store.clock.now() + 10 * DAY_MS });
  const hold = value(await store.hold(flight.id, ['15A', '15B']));
  const { passengers, contact } = sale(hold);
  const { bookingId } = hold;
  const stateNow = async () => value(await store.hub.ask('bookings.get', { bookingId }, ANA)).booking.state;
  return {
    ...store,
    flight,
    placed: hold,
    stateNow,
    payLater: (more: Partial<Input<'holds.payLater'>> = {}, actor = ANA) =>
      store.hub.execute(
        'holds.payLater',
        { requestId: store.requestId(), bookingId, payBy: hold.createdAt + DAY_MS, atLimit: 'cancel', passengers, contact, ...more },
        actor,
      ),
    takeOver: (actor = JONAS) => store.hub.execute('holds.takeOver', { requestId: store.requestId(), bookingId }, actor),
    sweep: () => store.hub.change('holds.expireDue', {}, SYSTEM, null),
    setting: async (name: Input<'settings.set'>['name'], to: number) =>
      value(await store.hub.execute('settings.set', { requestId: store.requestId(), name, value: to }, MERCY)),
  };
}

describe('a hold that is paid later', () => {
  test('is not changed like a booking, so that none of its flights is unpaid beside one that a change has paid', async () => {
    const store = await withHold();
    value(await store.payLater());
    const { bookingId } = store.placed;
    const seats = [{ passenger: 1, seat: '20A' }];
    const change = { kind: 'seats', segment: 1, seats, exitRowConfirmed: false } as const;
    const quoted = await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change }, ANA);
    expect(quoted).toMatchObject({ refusal: { code: 'BOOKING_NOT_CONFIRMED', details: { state: 'HOLD' } } });
  });

  test('outlives the minutes of its seats, and ends at its limit with its event and its seats free', async () => {
    const store = await withHold();
    const kept = value(await store.payLater());
    expect(kept).toMatchObject({
      expiresAt: store.placed.createdAt + DAY_MS,
      payBy: { at: store.placed.createdAt + DAY_MS, atLimit: 'cancel' },
    });
    store.clock.advance(DAY_MS - 1);
    value(await store.sweep());
    expect(await store.stateNow()).toBe('HOLD');
    store.clock.advance(1);
    value(await store.sweep());
    expect(await store.stateNow()).toBe('EXPIRED');
    expect(await store.claims(store.flight.id)).toEqual([]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('and is queued at its limit keeps its seats so many hours longer', async () => {
    const store = await withHold();
    const kept = value(await store.payLater({ atLimit: 'queue' }));
    expect(kept.expiresAt).toBe(store.placed.createdAt + DAY_MS + 12 * HOUR_MS);
    store.clock.advance(DAY_MS + 12 * HOUR_MS - 1);
    value(await store.sweep());
    expect(await store.stateNow()).toBe('HOLD');
    store.clock.advance(1);
    value(await store.sweep());
    expect(await store.stateNow()).toBe('EXPIRED');
  });

  test('is sold within its limit at the price that it was held at, and its names and contact stay with it until then', async () => {
    const store = await withHold();
    value(await store.payLater());
    store.clock.advance(20 * HOUR_MS);
    const { booking } = value(await store.hub.ask('bookings.get', { bookingId: store.placed.bookingId }, ANA));
    expect(booking.draft).toMatchObject({ contact: '+1 212 555 0148', askedBy: 'Elena Petrov', tenders: [] });
    expect(booking.draft?.passengers.map(({ name }) => name)).toEqual(
      ['PETROV/ELENA A MS', 'PETROV/ELENA B MS'].map((name) => expect.stringMatching(new RegExp(name, 'i'))),
    );
    const sold = value(await store.hub.change('payments.confirm', { ...sale(store.placed), approved: [] }, ANA, store.requestId()));
    expect(sold).toMatchObject({ state: 'CONFIRMED', total: store.placed.total });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('gets another limit when asked again, and the seats are kept for the days of the setting in all', async () => {
    const store = await withHold();
    value(await store.payLater());
    store.clock.advance(20 * HOUR_MS);
    expect(value(await store.payLater({ payBy: store.placed.createdAt + 3 * DAY_MS })).expiresAt).toBe(store.placed.createdAt + 3 * DAY_MS);
    expect(codeOf(await store.payLater({ payBy: store.placed.createdAt + 3 * DAY_MS + 1 }))).toBe('TIME_LIMIT_LATE');
  });

  test('is never kept past the close of sales, and neither are the hours of the queue', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight({ departs_at: store.clock.now() + DAY_MS });
    const hold = value(await store.hold(flight.id, ['15A']));
    const { passengers, contact } = sale(hold);
    const closes = flight.departs_at - 30 * MINUTE_MS;
    const ask = (payBy: number) =>
      store.hub.execute(
        'holds.payLater',
        { requestId: store.requestId(), bookingId: hold.bookingId, payBy, atLimit: 'queue', passengers, contact },
        ANA,
      );
    expect(codeOf(await ask(closes + 1))).toBe('TIME_LIMIT_LATE');
    expect(value(await ask(closes - HOUR_MS)).expiresAt).toBe(closes);
    expect(value(await ask(closes)).expiresAt).toBe(closes);
  });

  test.each<[string, Partial<Input<'holds.payLater'>>, string]>([
    ['of an unknown number', { bookingId: 77 }, 'BOOKING_UNKNOWN'],
    ['without names', { passengers: [], contact: { phone: '', email: '', askedBy: '' } }, 'PASSENGERS_MISMATCH'],
    ['without a contact', { contact: { phone: '', email: '', askedBy: '' }, payBy: 1 }, 'CONTACT_MISSING'],
    ['without who asked for it', { contact: { phone: '+1 212 555 0148', email: '', askedBy: '' } }, 'REQUESTED_BY_MISSING'],
    ['with a limit that is over', { payBy: 1 }, 'TIME_LIMIT_EARLY'],
  ])('%s is refused: %j', async (_name, more, code) => {
    const store = await withHold();
    expect(codeOf(await store.payLater(more))).toBe(code);
    expect(value(await store.hub.ask('bookings.get', { bookingId: store.placed.bookingId }, ANA)).booking.draft).toBeNull();
  });

  test('is refused where nothing is paid later, at another desk, and when the desk has too many', async () => {
    const store = await withHold();
    expect(codeOf(await store.payLater({}, JONAS))).toBe('HOLD_OF_OTHER_DESK');
    await store.setting('payLaterDays', 0);
    expect(codeOf(await store.payLater())).toBe('TIME_LIMIT_OFF');
    await store.setting('payLaterDays', 3);
    await store.setting('payLaterMost', 1);
    value(await store.payLater());
    const next = value(await store.hold(store.flight.id, ['16A']));
    const { passengers, contact } = sale(next);
    expect(codeOf(await store.payLater({ bookingId: next.bookingId, passengers, contact }))).toBe('TIME_LIMITS_FULL');
    // One that has its limit already may move it.
    expect(codeOf(await store.payLater({ atLimit: 'queue' }))).toBe('ok');
  });

  test.each([
    { by: 'name', name: 'Petrov/E' },
    { by: 'name', name: 'elena b petrov' },
    { by: 'phone', phone: '5550148' },
  ] as const)('is found by who travels and how they are reached while it is open: %j', async (find) => {
    const store = await withHold();
    const found = async () => value(await store.hub.ask('bookings.find', { anyOf: [find] }, JONAS)).bookings;
    expect(await found()).toEqual([]);
    value(await store.payLater());
    expect(await found()).toMatchObject([{ bookingId: store.placed.bookingId, state: 'HOLD', name: 'PETROV/ELENA A MS' }]);
    store.clock.advance(DAY_MS);
    value(await store.sweep());
    expect(await found()).toEqual([]);
  });

  test('keeps its names for a day after it ended unpaid, so that it can be revived', async () => {
    const store = await withHold();
    value(await store.payLater({ payBy: store.placed.createdAt + 3 * DAY_MS }));
    store.clock.advance(3 * DAY_MS);
    value(await store.sweep());
    await store.prune();
    const draft = async () => value(await store.hub.ask('bookings.get', { bookingId: store.placed.bookingId }, ANA)).booking.draft;
    expect(await draft()).toMatchObject({ askedBy: 'Elena Petrov' });
    store.clock.advance(DAY_MS + 1);
    await store.prune();
    expect(await draft()).toBeNull();
  });

  test('is taken over by the desk where the passengers stand, and by no desk while it is a plain hold', async () => {
    const store = await withHold();
    expect(codeOf(await store.takeOver())).toBe('HOLD_OF_OTHER_DESK');
    value(await store.payLater());
    expect(value(await store.takeOver())).toMatchObject({ desk: JONAS.desk, payBy: { atLimit: 'cancel' } });
    expect(value(await store.hub.ask('holds.ofDesk', {}, JONAS)).holds).toHaveLength(1);
    expect(value(await store.hub.ask('holds.ofDesk', {}, ANA)).holds).toEqual([]);
    const [newest] = value(await store.hub.ask('bookings.get', { bookingId: store.placed.bookingId }, ANA)).history;
    expect(newest).toMatchObject({ type: 'hold.takenOver', text: `Taken over from desk ${ANA.desk}`, desk: JONAS.desk });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('keeps its limit when a card is declined', async () => {
    const store = await withHold();
    const { bookingId, createdAt } = store.placed;
    value(await store.payLater());
    const charges = [{ reference: 'charge-1', amount: store.placed.total }];
    value(
      await store.hub.change(
        'payments.begin',
        {
          ...sale(store.placed, { tenders: [{ kind: 'card', amount: store.placed.total, approvalCode: null, testCard: null }] }),
          charges,
          terminal: true,
        },
        ANA,
        store.requestId(),
      ),
    );
    const failed = {
      bookingId,
      reason: 'declined',
      charges: [{ reference: 'charge-1', approvalCode: null, mayBeCharged: false }],
      final: false,
    };
    expect(value(await store.hub.change('payments.fail', failed, ANA, store.requestId()))).toMatchObject({ until: createdAt + DAY_MS });
    expect(await crossCheck(store.db)).toBeUndefined();
  });
});
