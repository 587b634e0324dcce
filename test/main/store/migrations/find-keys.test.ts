import { afterEach, beforeEach, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)('%s: bookings of an older store are found by name, phone and e-mail, those that were cancelled too', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  for (const seat of ['20A', '20B', '20C']) {
    const held = value(await before.hold(flight.id, [seat]));
    if (seat === '20C') continue;
    const sold = { ...sale(held), contact: { phone: '+1 212 555 0148', email: 'Elena@example.com', askedBy: 'Elena' } };
    value(await before.hub.change('payments.confirm', { ...sold, approved: [] }, ANA, before.requestId()));
  }
  const offer = value(await before.hub.execute('bookings.cancelQuote', { requestId: 'quote-1', bookingId: 1 }, ANA));
  value(await before.hub.execute('bookings.cancel', { requestId: 'cancel-1', bookingId: 1, offerId: offer.offerId }, ANA));
  const keys = await before.db.query('SELECT * FROM find_keys').all();
  expect(keys).toHaveLength(6);
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());

  const after = await openTestHub({ file });
  expect(await after.db.query('SELECT * FROM find_keys').all()).toEqual(keys);
  for (const find of [
    { by: 'name', name: 'petrov/e' },
    { by: 'phone', phone: '5550148' },
    { by: 'email', email: 'elena@' },
  ] as const) {
    const { bookings } = value(await after.hub.ask('bookings.find', { anyOf: [find] }, ANA));
    expect(bookings.map(({ bookingId }) => bookingId)).toEqual([2, 1]);
  }
  expect(await crossCheck(after.db)).toBeUndefined();
  await after.hub.close();
});
