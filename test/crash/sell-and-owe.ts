import { ANA, sale, type TestHub, value } from '../main/support/test-hub.ts';

/** A row of the register that no entry of the journal tells of, because a store of an earlier version has none. */
const VOUCHER = `INSERT INTO vouchers (id, number, source, booking_id, reason, currency, issued, balance, issued_at, valid_until)
  VALUES (1, 'EARLY1', 'EARLIER', NULL, '', 'USD', 500000, 500000, ?, ?)`;

/**
 * Sells one seat for a voucher, and one by a card whose refund is then due. For a store that becomes one of the second version, which
 * takes any voucher and knows no jobs.
 */
export async function sellAndOwe(store: TestHub, flightId: number): Promise<void> {
  let requests = 0;
  const requestId = () => `sell-and-owe-${++requests}`;
  const now = store.clock.now();
  await store.db.change(VOUCHER).run(now, now + 31_536_000_000);
  const forVoucher = value(await store.hold(flightId, ['20A'], { requestId: requestId() }));
  const voucher = sale(forVoucher, { tenders: [{ kind: 'voucher', amount: forVoucher.total, voucher: 'EARLY1' }] });
  value(await store.hub.change('payments.confirm', { ...voucher, approved: [] }, ANA, requestId()));

  const byCard = value(await store.hold(flightId, ['20B'], { requestId: requestId() }));
  const card = sale(byCard, { tenders: [{ kind: 'card', amount: byCard.total, approvalCode: null, testCard: null }] });
  const charges = [{ reference: 'owed-refund', amount: byCard.total }];
  value(await store.hub.change('payments.begin', { ...card, terminal: true, charges }, ANA, requestId()));
  const approved = [{ tender: 0, reference: 'owed-refund', approvalCode: '071642' }];
  const { bookingId } = value(await store.hub.change('payments.confirm', { ...card, approved }, ANA, requestId()));
  const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, ANA));
  value(await store.hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId }, ANA));
}
