import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { contract, type Output } from '../../../shared/contract.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { ANA, adult, type Confirm, codeOf, openTestHub, sale, value } from '../support/test-hub.ts';

const INFANT = { type: 'INS', infant: false, assistance: false } as const;
const FROM_SECOND = { ...INFANT, seatFrom: { segment: 2, with: 0 } };

const named = (type: 'ADT' | 'INS', given: string, birthDate: string | null = null): Confirm['passengers'][number] => ({
  ...{ type, surname: 'Okafor', given, title: '', birthDate, with: null },
});

/** JFK to ORD on 23 November 2026 and on to LAX on the 24th, 100.00 and 80.00. */
async function open() {
  const store = await openTestHub();
  const at = (hours: number) => store.clock.now() + hours * HOUR_MS;
  const first = await store.addFlight({ destination: 'ORD', departs_at: at(56), arrives_at: at(58) });
  const second = await store.addFlight({ origin: 'ORD', departs_at: at(64), arrives_at: at(68), base_fare: 80_00 });
  const hold = (seats: readonly [string[], string[]], passengers = [adult, FROM_SECOND], exitRowConfirmed = false) =>
    store.hold(first.id, [], {
      ...{ passengers, exitRowConfirmed },
      legs: [
        { flightId: first.id, cabin: 'Y', seats: seats[0] },
        { flightId: second.id, cabin: 'Y', seats: seats[1] },
      ],
    });
  const confirm = (held: Output<'holds.place'>, passengers: Confirm['passengers']) =>
    store.hub.change('payments.confirm', { ...sale(held, { passengers }), approved: [] }, ANA, store.requestId());
  return { ...store, first, second, hold, confirm };
}

describe('an infant who turns 2 between two flights, who was sold only with a seat on both', () => {
  test('is held and sold on the lap first, then in a seat, and pays for the seat alone', async () => {
    const store = await open();
    const { first, second } = store;
    const held = value(await store.hold([['15A'], ['15A', '15B']]));
    expect(held.total).toBe(100_00 + 2 * 80_00);
    expect(held.party[1]).toEqual({ passenger: 2, ...FROM_SECOND });
    expect(held.statuses).toEqual([['SS'], ['SS', 'SS']]);
    expect([await store.claims(first.id), await store.claims(second.id)]).toEqual([['15A'], ['15A', '15B']]);

    const passengers = [named('ADT', 'Chima'), named('INS', 'Ife', '2024-11-24')];
    const bookingId = held.bookingId;
    value(await store.confirm(held, passengers));
    expect(await store.counters(first.id)).toMatchObject([{ held: 0, sold: 1 }]);
    expect(await store.counters(second.id)).toMatchObject([{ held: 0, sold: 2 }]);
    expect(await crossCheck(store.db)).toBeUndefined();

    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
    expect(quote.paid).toBe(260_00);
    value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId: quote.offerId }, ANA));
    expect([await store.claims(first.id), await store.claims(second.id)]).toEqual([[], []]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ['2 on the day of the second flight', '2024-11-24', 'ok'],
    ['2 on the first flight already', '2024-11-23', 'AGE_MISMATCH'],
    ['2 a day after the second flight', '2024-11-25', 'INFANT_SEAT_EARLY'],
  ])('%s: %s', async (_what, born, code) => {
    const store = await open();
    const held = value(await store.hold([['15A'], ['15A', '15B']]));
    expect(codeOf(await store.confirm(held, [named('ADT', 'Chima'), named('INS', 'Ife', born)]))).toBe(code);
  });

  test.each<[string, [string[], string[]], string]>([
    [
      'a seat on the first flight too',
      [
        ['15A', '15B'],
        ['15A', '15B'],
      ],
      'PARTY_MISMATCH',
    ],
    ['no seat on the second flight', [['15A'], ['15A']], 'PARTY_MISMATCH'],
    ['an exit row while it is on the lap', [['12A'], ['15A', '15B']], 'EXIT_ROW_REFUSED'],
    ['an exit row once it has a seat', [['15A'], ['12A', '15B']], 'ok'],
    ['an exit row for itself', [['15A'], ['15A', '12A']], 'EXIT_ROW_REFUSED'],
  ])('%s: %s %s', async (_what, seats, code) => {
    const store = await open();
    expect(codeOf(await store.hold(seats, [adult, FROM_SECOND], true))).toBe(code);
  });

  test('stands last in the party, on the lap of an adult of the booking, and is refused else', () => {
    const legs = [1, 2].map((flightId) => ({ flightId, cabin: 'Y', seats: ['15A'] }));
    const problem = (passengers: object[]) => {
      const read = contract['holds.place'].input.safeParse({ requestId: 'request-1', legs, passengers });
      return read.success ? 'ok' : `${read.error.issues[0]?.path.join('.')} ${read.error.issues[0]?.message}`;
    };
    expect(problem([adult, FROM_SECOND])).toBe('ok');
    expect(problem([adult, FROM_SECOND, adult])).toBe('passengers do not name last who sits from a later flight on');
    expect(problem([{ ...adult, infant: true }, FROM_SECOND])).toBe('passengers lack an adult with a free lap');
    expect(problem([adult, { ...FROM_SECOND, type: 'CHD' }])).toBe('passengers give a later seat to somebody who is no infant');
  });
});
