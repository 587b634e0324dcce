import { FakeClock } from '../../../main/support/fake-clock.ts';
import { ANA, MERCY, openTestHub, sale, value } from '../../../main/support/test-hub.ts';
import { NOON } from './open-counter.ts';

/** A voucher of 129.500 dinars as it was issued, and after a flight for 29.500 was paid with it. */
export async function runVouchers() {
  const store = await openTestHub({ clock: new FakeClock(NOON) });
  const flight = await store.addFlight({ base_fare: 29_500, currency: 'KWD', fixed: true });
  const voucher = { amount: 129_500, currency: 'KWD', reason: 'delay', days: 90 };
  const issued = value(await store.hub.execute('vouchers.issue', { requestId: store.requestId(), ...voucher }, MERCY));
  const { number } = issued;
  const held = value(await store.hold(flight.id, ['15A']));
  const paid = sale(held, { tenders: [{ kind: 'voucher', amount: held.total, voucher: number }] });
  value(await store.hub.change('payments.confirm', { ...paid, approved: [] }, ANA, store.requestId()));
  const spent = value(await store.hub.ask('vouchers.get', { number }, MERCY));
  await store.hub.close();
  return { issued, spent };
}
