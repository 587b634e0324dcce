import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import { seatTypeOf } from '../../../../shared/pricing/seat-type.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

// A cinema as interviewers ask for it, laid onto a flight: seats beside each other, a party whole or not at all, days and seats that cost more.

const TICKETS = [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
  { rule: 'weekday', change: [0, 0, 0, 0, 0, 20, 20] },
  {
    rule: 'holiday',
    days: [
      { date: '2026-12-25', name: 'Christmas', change: 50 },
      { date: '2026-12-26', name: 'Boxing Day', change: 50 },
    ],
  },
  { rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 140 } },
  { rule: 'refund', policy: 'tickets' },
  { rule: 'roundingAsFiled' },
] as const;

const TIERS = [
  { overMinutes: 6 * 60, percent: 100 },
  { overMinutes: 2 * 60, percent: 50 },
  { overMinutes: 30, percent: 25 },
];

/** A showing at 15:00 of New York on this day, for 100.00. */
async function showing(date = '2026-11-25') {
  const store = await openTestHub();
  const flight = await store.addFlight({ departs_at: Date.parse(`${date}T20:00:00Z`) });
  const tickets = { name: 'tickets', basedOn: 0, tiers: TIERS, cancelFee: {}, changeFee: {}, reason: 'The house has its own tiers' };
  value(await store.hub.execute('refunds.addPolicy', { requestId: store.requestId(), ...tickets }, MERCY));
  await publishPolicy(store.hub, store.requestId(), { kind: 'flight', flightId: flight.id }, TICKETS, MERCY);
  const plan = store.reference.seatPlan('a320');
  const ofType = (type: string): string =>
    plan?.seats.find((seat) => seat.cabin === 'Y' && seat.sellable && seatTypeOf(plan.map, seat) === type)?.seat ?? '';
  return { ...store, flight, ofType };
}

const byRow = (seats: readonly string[]): Set<number> => new Set(seats.map((seat) => Number.parseInt(seat, 10)));

describe('seats for two', () => {
  test('are beside each other, and a second pair gets the next ones', async () => {
    const store = await showing();
    const best = async () =>
      value(
        await store.hub.ask('flights.bestSeats', { flightId: store.flight.id, cabin: 'Y', party: [adult, adult], wish: 'together' }, ANA),
      ).choices[0]?.seats ?? [];
    const taken: string[] = [];
    for (const desk of [ANA, JONAS, ANA]) {
      const [one = '', other = ''] = await best();
      expect(byRow([one, other]).size).toBe(1);
      expect(Math.abs(one.charCodeAt(one.length - 1) - other.charCodeAt(other.length - 1))).toBe(1);
      value(await store.hold(store.flight.id, [one, other], { exitRowConfirmed: true }, desk));
      taken.push(one, other);
    }
    expect(new Set(taken).size).toBe(6);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each([
    ['its second seat is held', false, ['15B', '15C'], 'SEAT_HELD'],
    ['its first seat is sold', true, ['15B', '15C'], 'SEAT_SOLD'],
    ['both are held', false, ['15A', '15B'], 'SEAT_HELD'],
  ] as const)('a second party is refused whole when %s', async (_, sold, wanted, code) => {
    const store = await showing();
    const held = value(await store.hold(store.flight.id, ['15A', '15B']));
    if (sold) value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
    expect(codeOf(await store.hold(store.flight.id, [...wanted].reverse(), {}, JONAS))).toBe(code);
    expect(await store.claims(store.flight.id)).toEqual(['15A', '15B']);
    expect(codeOf(await store.hold(store.flight.id, ['15C', '15D'], {}, JONAS))).toBe('ok');
    expect(await crossCheck(store.db)).toBeUndefined();
  });
});

test.each([
  ['a Wednesday', '2026-11-25', 'standard', 100_00],
  ['a Saturday', '2026-11-28', 'standard', 120_00],
  ['a Sunday', '2026-11-29', 'standard', 120_00],
  ['a holiday', '2026-12-25', 'standard', 150_00],
  ['a holiday on a Saturday', '2026-12-26', 'standard', 180_00],
  ['a Wednesday', '2026-11-25', 'preferred', 130_00],
  ['a Wednesday', '2026-11-25', 'exit', 140_00],
  ['a Saturday', '2026-11-28', 'exit', 168_00],
])('%s, %s: a %s seat costs %i', async (_, date, type, price) => {
  const store = await showing(date);
  const held = value(await store.hold(store.flight.id, [store.ofType(type)], { exitRowConfirmed: true }));
  expect(held.total).toBe(price);
});

test.each([
  ['to a better seat costs the difference', 'standard', 'preferred', 30_00],
  ['to a plain seat gives it back', 'preferred', 'standard', -30_00],
  ['among plain seats costs nothing', 'standard', 'standard', 0],
])('a change %s', async (_, from, to, due) => {
  const store = await showing();
  const seat = store.ofType(from);
  const held = value(await store.hold(store.flight.id, [seat]));
  const { bookingId } = held;
  value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
  const other = from === to ? '20C' : store.ofType(to);
  const change = { kind: 'seats' as const, segment: 1, seats: [{ passenger: 1, seat: other }], exitRowConfirmed: false };
  const quote = value(await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change }, ANA));
  expect(quote.total).toBe(due);
  const tenders = due > 0 ? [{ kind: 'cash' as const, amount: due, given: due }] : [];
  const take = { bookingId, offerId: quote.offerId, tenders, approved: [] };
  const after = value(await store.hub.change('changes.take', take, ANA, store.requestId())) as BookingView;
  expect(after).toMatchObject({ total: held.total + due, fees: 0, refunded: Math.max(0, -due) });
  expect(await store.claims(store.flight.id)).toEqual([other]);
  expect(await crossCheck(store.db)).toBeUndefined();
});

test.each([
  ['over six hours', 6 * 60 + 1, 200_00],
  ['six hours', 6 * 60, 100_00],
  ['two hours', 2 * 60, 50_00],
  ['31 minutes', 31, 50_00],
  ['half an hour', 30, 0],
])('a party that cancels %s before gets its tier back, once', async (_, minutes, back) => {
  const store = await showing();
  store.clock.advance(store.flight.departs_at - store.clock.now() - minutes * MINUTE_MS);
  const held = value(await store.hold(store.flight.id, ['15A', '15B'], { afterClose: 'gate' }, MERCY));
  const { bookingId } = held;
  value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, MERCY, store.requestId()));
  const { offerId, total } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
  expect(total).toBe(back);
  const cancel = () => store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA);
  expect(value(await cancel())).toMatchObject({ refunded: back, fees: held.total - back });
  expect(codeOf(await cancel())).toBe('BOOKING_NOT_CONFIRMED');
  expect(await store.claims(store.flight.id)).toEqual([]);
  expect(await crossCheck(store.db)).toBeUndefined();
});
