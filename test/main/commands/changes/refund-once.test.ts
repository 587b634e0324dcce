import { expect, test } from 'vitest';
import { SYSTEM } from '../../../../main/actor.ts';
import { seededRandom } from '../../../../main/seeded-random.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { HOUR_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import { ANA, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1);

/** What went back of a booking by each way: as the terminal was asked, as cash, and as vouchers. Minor units. */
interface GoneBack {
  readonly card: number;
  readonly cash: number;
  readonly vouchers: number;
}

test.each(SEEDS)(
  'seed %i: whatever is quoted, taken, retried and recorded twice, nothing goes back twice, and never more than was paid',
  async (seed) => {
    const random = seededRandom(seed);
    const store = await openTestHub();
    const { hub, db, clock, requestId } = store;
    const flight = await store.addFlight({ departs_at: clock.now() + 60 * HOUR_MS, fixed: true });
    await store.addVouchers();
    const hold = value(await store.hold(flight.id, ['15A', '15B', '15C', '16A']));
    const voucher = 1 + random.below(150_00);
    const cash = 1 + random.below(100_00);
    const tenders = [
      { kind: 'card' as const, amount: hold.total - voucher - cash, approvalCode: null, testCard: null },
      { kind: 'cash' as const, amount: cash, given: cash },
      { kind: 'voucher' as const, amount: voucher, voucher: 'VQ8H2K' },
    ];
    const paying = { ...sale(hold, { tenders }), charges: [{ reference: 'card-1', amount: hold.total - voucher - cash }], terminal: true };
    value(await hub.change('payments.begin', paying, ANA, requestId()));
    const approved = [{ tender: 0, reference: 'card-1', approvalCode: '012345' }];
    value(await hub.change('payments.confirm', { ...sale(hold, { tenders }), approved }, ANA, requestId()));
    const { bookingId } = hold;
    const paid = hold.total;
    const offers: { readonly offerId: number; readonly kind: 'cancel' | 'change' }[] = [];
    /** What the terminal was asked to give back, by the name that it knows each refund by. */
    const asked = new Map<string, number>();
    let last = requestId();

    const wish = () => ({
      ...(random.below(3) === 0 ? { toVoucher: true } : {}),
      ...(random.below(4) === 0 ? { waiver: 'a sad story' } : {}),
    });
    const take = async (id: string, one: (typeof offers)[number]) => {
      if (one.kind === 'cancel') return hub.execute('bookings.cancel', { requestId: id, bookingId, offerId: one.offerId }, ANA);
      return hub.change('changes.take', { bookingId, offerId: one.offerId, tenders: [], approved: [] }, ANA, id);
    };
    const steps: readonly (() => Promise<void>)[] = [
      async () => {
        const offer = await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId, ...wish() }, MERCY);
        if (offer.ok) offers.push({ offerId: offer.value.offerId, kind: 'cancel' });
      },
      async () => {
        const change = { kind: 'leave' as const, passengers: [1 + random.below(4)] };
        const offer = await hub.execute('bookings.changeQuote', { requestId: requestId(), bookingId, change, ...wish() }, MERCY);
        if (offer.ok) offers.push({ offerId: offer.value.offerId, kind: 'change' });
      },
      // The newest offer is taken, and the same request comes again.
      async () => {
        const one = offers.at(-1);
        if (!one) return;
        last = requestId();
        const first = await take(last, one);
        expect(await take(last, one)).toEqual(first);
      },
      // An offer is taken again under another number.
      async () => {
        const one = offers[random.below(Math.max(1, offers.length))];
        if (one) await take(requestId(), one);
      },
      // A job is done. Its result may be recorded twice, or fail first.
      async () => {
        for (const { id, tries, subject, amount } of value(await hub.look('jobs.due', {}))) {
          expect(asked.get(subject) ?? amount).toBe(amount);
          asked.set(subject, amount);
          const done = random.below(3) > 0;
          const result = { jobId: id, triesBefore: tries, done, answer: '', lasting: !done && random.below(2) === 0, retryAfterMs: 1 };
          await hub.change('jobs.record', result, SYSTEM, null);
          if (random.below(2) === 0) await hub.change('jobs.record', result, SYSTEM, null);
          if (result.lasting) await hub.execute('jobs.tryAgain', { requestId: requestId(), jobId: id }, MERCY);
        }
      },
      async () => void clock.advance(random.below(8 * HOUR_MS)),
    ];

    const goneBack = async (): Promise<GoneBack> => {
      const left = value(await hub.ask('vouchers.get', { number: 'VQ8H2K' }, ANA));
      const issued = await db.query<{ sum: number | null }>("SELECT sum(issued) AS sum FROM vouchers WHERE source = 'REFUND'").get();
      const given = 'SELECT sum(r.amount) AS sum FROM refunds r JOIN tenders t ON t.booking_id = r.booking_id AND t.place = r.place';
      const inCash = await db.query<{ sum: number | null }>(`${given} WHERE t.kind = 'cash' AND r.voucher IS NULL`).get();
      const toCard = await db.query<{ sum: number | null }>("SELECT sum(amount) AS sum FROM refunds WHERE reference = 'card-1'").get();
      const restored = left.balance - (left.issued - voucher);
      return { card: toCard?.sum ?? 0, cash: inCash?.sum ?? 0, vouchers: restored + (issued?.sum ?? 0) };
    };
    for (let step = 0; step < 30; step++) {
      await steps[random.below(steps.length)]?.();
      const { booking } = value(await hub.ask('bookings.get', { bookingId }, ANA)) as { booking: BookingView };
      const back = await goneBack();
      expect(back.card + back.cash + back.vouchers).toBe(booking.refunded);
      expect(booking.refunded).toBeLessThanOrEqual(paid);
      expect(paid - booking.refunded).toBe(booking.fees + (booking.state === 'CONFIRMED' ? booking.total : 0));
      // The terminal is asked for no more than what is booked, each refund under one name.
      expect([...asked.values()].reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(back.card);
    }
    expect(await crossCheck(db)).toBeUndefined();
    expect(store.reports).toEqual([]);
  },
);
