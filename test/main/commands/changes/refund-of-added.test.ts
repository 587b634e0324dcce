import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { HOUR_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { BookingChange, ChangeOffer } from '../../../../shared/methods/changes.ts';
import type { PolicyRule } from '../../../../shared/pricing/policy.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

const FARE: readonly PolicyRule[] = [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
  { rule: 'rounding', to: 1, less: 0 },
];

/** An adult sold under the first version of `standard`, and one who came a moment later under `strict`, which gives back 10 %. Each fare is 100.00. */
async function withAdded() {
  const store = await openTestHub();
  const flight = await store.addFlight({ departs_at: store.clock.now() + 48 * HOUR_MS });
  const publish = (rules: readonly PolicyRule[]) => publishPolicy(store.hub, store.requestId(), { kind: 'network' }, rules, MERCY);
  await publish(FARE);
  const held = value(await store.hold(flight.id, ['20A']));
  const { bookingId } = value(
    await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()),
  ) as BookingView;
  const strict = {
    name: 'strict',
    basedOn: 0,
    reason: 'for a test',
    cancelFee: {},
    changeFee: {},
    tiers: [{ overMinutes: 60, percent: 10 }],
  };
  value(await store.hub.execute('refunds.addPolicy', { requestId: store.requestId(), ...strict }, MERCY));
  await publish(FARE.toSpliced(-1, 0, { rule: 'refund', policy: 'strict' }));
  const quote = async (change: BookingChange) =>
    value(await store.hub.execute('bookings.changeQuote', { requestId: store.requestId(), bookingId, change }, ANA));
  const take = async ({ offerId, total }: ChangeOffer) => {
    const tenders = total > 0 ? [{ kind: 'cash' as const, amount: total, given: total }] : [];
    return value(await store.hub.change('changes.take', { bookingId, offerId, tenders, approved: [] }, ANA, store.requestId()));
  };
  const hold = value(await store.hold(flight.id, ['21A'])).bookingId;
  const ivan = { type: 'ADT' as const, surname: 'Orlov', given: 'Ivan', title: 'MR' as const, birthDate: null, with: null };
  await take(await quote({ kind: 'add', hold, passengers: [ivan] }));
  return { ...store, flight, bookingId, quote, take };
}

describe('the refund of a passenger who was added later', () => {
  test.each<[string, number, number]>([
    ['of the first passenger goes by the policy of the sale', 1, -100_00],
    ['of who was added goes by the policy of that day', 2, -10_00],
  ])('%s', async (_, passenger, total) => {
    const store = await withAdded();
    const offer = await store.quote({ kind: 'leave', passengers: [passenger] });
    expect(offer.total).toBe(total);
    expect(await store.take(offer)).toMatchObject({ total: 100_00, fees: 100_00 + total });
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('is told apart when all cancel, each sum by its own policy', async () => {
    const store = await withAdded();
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId: store.bookingId }, ANA));
    expect(quote.total).toBe(110_00);
    expect(quote.lines).toMatchObject([
      { label: 'Paid', amount: 200_00 },
      { detail: '0 %', amount: 0 },
      { detail: '90 %, strict', amount: -90_00 },
    ]);
  });

  test('stays theirs after they change seats, and after they get a booking of their own', async () => {
    const store = await withAdded();
    const seats: BookingChange = { kind: 'seats', segment: 1, seats: [{ passenger: 2, seat: '22A' }], exitRowConfirmed: false };
    const { version } = (await store.take(await store.quote(seats))) as BookingView;
    expect((await store.quote({ kind: 'leave', passengers: [2] })).total).toBe(-10_00);
    const contact = { phone: '+1 212 555 0100', email: '', askedBy: 'Ivan' };
    const split = { requestId: store.requestId(), bookingId: store.bookingId, version, passengers: [2], contact };
    const { bookingId } = value(await store.hub.execute('bookings.split', split, ANA));
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
    expect(quote.total).toBe(10_00);
  });
});
