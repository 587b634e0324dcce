import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { eventsDated } from '../../../main/reports/event-ranges.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Output } from '../../../shared/contract.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { ANA, adult, type Confirm, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

type Sold = Output<'bookings.confirm'>;

async function counter() {
  const store = await openTestHub();
  const { hub } = store;
  const flight = await store.addFlight({ fixed: true });
  const on = () => ({ requestId: store.requestId() });
  return {
    ...store,
    flight,
    async sell(seats: readonly string[], tenders: Confirm['tenders'], actor = ANA): Promise<Sold> {
      const hold = value(await store.hold(flight.id, seats, {}, actor));
      const sold = { ...sale(hold, { tenders, slipsCompared: true }), approved: [] };
      return value(await hub.change('payments.confirm', sold, actor, store.requestId())) as Sold;
    },
    /** Changes a booking, paid in cash, or given back. */
    async change(bookingId: number, change: BookingChange, actor = ANA): Promise<number> {
      const offer = value(await hub.execute('bookings.changeQuote', { ...on(), bookingId, change }, actor));
      const tenders = offer.total > 0 ? [{ kind: 'cash' as const, amount: offer.total, given: offer.total }] : [];
      value(await hub.change('changes.take', { bookingId, offerId: offer.offerId, tenders, approved: [] }, actor, store.requestId()));
      return offer.total;
    },
    report: async (time: { from: number; to: number; desk?: string }, actor = MERCY) =>
      value(await hub.ask('reports.sales', { of: { kind: 'time', ...time } }, actor)),
    all: () => ({ from: 0, to: store.clock.now() + 1 }),
  };
}
const cash = (amount: number) => ({ kind: 'cash', amount, given: amount }) as const;
const card = (amount: number, approvalCode: string) => ({ kind: 'card', amount, approvalCode, testCard: null }) as const;

describe('a report of sales', () => {
  test('tells each document with its tenders, and adds them up by tender, document, agent, desk and flight', async () => {
    const at = await counter();
    await at.sell(['15A', '15B'], [cash(50_00), card(150_00, '4711')]);
    at.clock.advance(1_000);
    const second = await at.sell(['16A'], [cash(100_00)], JONAS);
    const { offerId } = value(
      await at.hub.execute('bookings.cancelQuote', { requestId: at.requestId(), bookingId: second.bookingId }, ANA),
    );
    value(await at.hub.execute('bookings.cancel', { requestId: at.requestId(), bookingId: second.bookingId, offerId }, ANA));
    for (const [user, display] of [
      ['weber', 'Jonas Weber'],
      ['osei', 'Mercy Osei'],
    ] as const)
      value(await at.hub.change('users.add', { user, display, role: 'agent', pinHash: 'x' }, MERCY, at.requestId()));
    const { hidden, documents, totals, people } = await at.report(at.all());
    expect(hidden).toBe(false);
    // Mercy has sold nothing, and Ana is no user of this store.
    expect(people).toEqual([{ user: 'weber', display: 'Jonas Weber' }]);
    expect(documents).toMatchObject([
      { kind: 'refund', desk: 'T1-04', user: 'ruiz', amount: -100_00, tenders: [{ kind: 'cash', amount: -100_00 }], note: 'cancelled' },
      { kind: 'sale', desk: 'T2-11', user: 'weber', amount: 100_00, passengers: 1, flights: ['B6 101'], origin: 'JFK', destination: 'LAX' },
      { kind: 'sale', desk: 'T1-04', amount: 200_00, passengers: 2, tenders: [{ kind: 'cash' }, { kind: 'card', detail: '4711' }] },
    ]);
    expect(totals).toMatchObject({
      tenders: [
        { kind: 'cash', documents: 3, taken: 150_00, back: 100_00 },
        { kind: 'card', documents: 1, taken: 150_00, back: 0 },
      ],
      documents: [
        { kind: 'refund', documents: 1, amount: -100_00 },
        { kind: 'sale', documents: 2, amount: 300_00 },
      ],
      agents: [
        { user: 'ruiz', documents: 2, taken: 200_00, back: 100_00 },
        { user: 'weber', documents: 1, taken: 100_00, back: 0 },
      ],
      desks: [
        { desk: 'T1-04', taken: 200_00, back: 100_00 },
        { desk: 'T2-11', taken: 100_00, back: 0 },
      ],
      flights: [{ flight: 'B6 101', currency: 'USD', documents: 3, taken: 300_00, back: 100_00 }],
      mixed: 1,
    });
    expect((await at.report({ ...at.all(), desk: 'T2-11' })).documents).toHaveLength(1);
    expect((await at.report({ from: 0, to: at.clock.now() })).documents).toHaveLength(1);
  });

  test('keeps a sale with the flights that were sold, and one sale, when the booking changes and is split later', async () => {
    const at = await counter();
    const other = await at.addFlight({ base_fare: 160_00 });
    const sold = await at.sell(['15A', '15B'], [cash(200_00)]);
    const { bookingId } = sold;
    const hold = value(await at.hold(other.id, ['20A', '20B'], { passengers: [adult, adult] }));
    const due = await at.change(bookingId, { kind: 'flights', hold: hold.bookingId, replaces: [1] });
    const { version } = value(await at.hub.ask('bookings.get', { bookingId }, ANA)).booking;
    const contact = { phone: '+1 212 555 0148', email: '', askedBy: 'Elena Petrov' };
    const split = { requestId: at.requestId(), bookingId, version, passengers: [2], contact };
    value(await at.hub.execute('bookings.split', split, JONAS));
    const { documents, totals } = await at.report(at.all());
    expect(documents.map(({ kind, flights, desk, passengers }) => [kind, flights, desk, passengers])).toEqual([
      // The money of the split keeps its desk, and the two parts of a document stay one.
      ['change', ['B6 102'], 'T1-04', 2],
      ['change', ['B6 102'], 'T1-04', 1],
      ['sale', ['B6 101'], 'T1-04', 2],
      ['sale', ['B6 102'], 'T1-04', 1],
    ]);
    expect(documents.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(200_00 + due);
    expect(totals.documents).toEqual([
      { kind: 'change', currency: 'USD', documents: 1, amount: due },
      { kind: 'sale', currency: 'USD', documents: 1, amount: 200_00 },
    ]);
    expect(await crossCheck(at.db)).toBeUndefined();
  });

  test('counts prints that were copies, and decisions by hand', async () => {
    const at = await counter();
    const { bookingId } = await at.sell(['15A'], [cash(100_00)]);
    for (const actor of [ANA, ANA, JONAS])
      value(await at.hub.execute('bookings.recordPrint', { requestId: at.requestId(), bookingId }, actor));
    const authorise = {
      requestId: at.requestId(),
      flightId: at.flight.id,
      cabin: 'Y',
      authorised: 180,
      seen: 178,
      reason: 'no-shows',
    } as const;
    value(await at.hub.execute('pricing.authorise', authorise, { ...MERCY, desk: ANA.desk }));
    const { totals } = await at.report({ ...at.all(), desk: ANA.desk });
    expect(totals).toMatchObject({ reprints: 1, overrides: 1, voids: 0 });
  });
});

test('entries of a time are found by their dates, also after a supervisor set the clock back', async () => {
  const at = await counter();
  const start = at.clock.now();
  const step = async () =>
    void value(await at.hub.change('users.recordSignIn', { user: 'nobody', right: false, against: 'x' }, SYSTEM, null));
  for (let hour = 0; hour < 5; hour++) {
    await step();
    at.clock.advance(HOUR_MS);
  }
  // Five entries, an hour apart.
  const entries = await at.db.query<{ event: number; at: number }>('SELECT event, at FROM journal ORDER BY event').all();
  const dated = async (from: number, to: number) => {
    const ranges = await eventsDated(at.db, from, to);
    return entries
      .filter(({ event }) => ranges.some(({ after, before }) => event > after && event < before))
      .map((entry) => (entry.at - start) / HOUR_MS);
  };
  expect(await dated(start + HOUR_MS, start + 3 * HOUR_MS)).toEqual([1, 2]);
  expect(await dated(0, start)).toEqual([]);
  expect(await dated(start, start + 1)).toEqual([0]);
  expect(await dated(start + 4.5 * HOUR_MS, start + 9 * HOUR_MS)).toEqual([]);
});

describe('the passenger list of a flight', () => {
  test('has everybody who is booked, by cabin and name, with the infants on laps', async () => {
    const at = await counter();
    const hold = value(
      await at.hold(at.flight.id, ['15A', '15B'], {
        passengers: [
          { ...adult, infant: true },
          { ...adult, assistance: true },
        ],
      }),
    );
    const passengers: Confirm['passengers'] = [
      { type: 'ADT', surname: 'Łukasz', given: 'Ŋuŋ', title: 'MR', birthDate: null, with: null, host: { surname: 'LUKASZ', given: 'NUN' } },
      { type: 'ADT', surname: 'Adler', given: 'Eva', title: 'MS', birthDate: null, with: null },
      {
        type: 'INF',
        surname: 'Łukasz',
        given: 'Mia',
        title: '',
        birthDate: '2026-01-02',
        with: 0,
        host: { surname: 'LUKASZ', given: 'MIA' },
      },
    ];
    const sold = { ...sale(hold, { passengers }), approved: [] };
    value(await at.hub.change('payments.confirm', sold, ANA, at.requestId()));
    // A hold is not on it, nor is a booking that was cancelled.
    value(await at.hold(at.flight.id, ['17A']));
    const gone = await at.sell(['18A'], [cash(100_00)]);
    const { offerId } = value(await at.hub.execute('bookings.cancelQuote', { requestId: at.requestId(), bookingId: gone.bookingId }, ANA));
    value(await at.hub.execute('bookings.cancel', { requestId: at.requestId(), bookingId: gone.bookingId, offerId }, ANA));
    const list = value(await at.hub.ask('flights.passengerList', { flightId: at.flight.id }, ANA));
    expect(list).toMatchObject({ flight: 'B6 101', origin: 'JFK', destination: 'LAX', originZone: 'America/New_York' });
    expect(list.cabins).toEqual([
      {
        cabin: 'Y',
        passengers: [
          {
            ...{ name: 'ADLER/EVA MS', surname: 'Adler', given: 'Eva', type: 'ADT', seat: '15B', status: 'HK' },
            infant: '',
            remarks: ['MAAS'],
            locator: hold.locator,
          },
          {
            ...{ name: 'LUKASZ/NUN MR', surname: 'Łukasz', given: 'Ŋuŋ', type: 'ADT', seat: '15A', status: 'HK' },
            ...{ infant: 'LUKASZ/MIA', remarks: [], locator: hold.locator },
          },
        ],
      },
    ]);
  });
});
