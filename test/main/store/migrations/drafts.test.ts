import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveUpPayments } from '../../../../main/payment/give-up-payments.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test.each(WAYS)(
  '%s: an older store whose card was being asked opens, gives the card up, keeps the seats for another tender and sells',
  async (way) => {
    const file = files.store;
    const before = await openTestHub({ file });
    const flight = await before.addFlight();
    const held = value(await before.hold(flight.id, ['20A']));
    const card = { kind: 'card', amount: held.total, approvalCode: null, testCard: null } as const;
    const charges = [{ reference: 'the-charge', amount: held.total }];
    value(await before.hub.change('payments.begin', { ...sale(held, { tenders: [card] }), charges, terminal: true }, ANA, 'the-request'));
    const sold = value(await before.hold(flight.id, ['21A']));
    value(await before.hub.change('payments.confirm', { ...sale(sold), approved: [] }, ANA, before.requestId()));
    await before.hub.close();
    await fromSecondVersion(files, way, before.clock.now());

    const after = await openTestHub({ file, clock: before.clock });
    expect(await giveUpPayments(after.hub)).toBe(1);
    const { booking } = value(await after.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA));
    expect(booking).toMatchObject({ state: 'HOLD', expiresAt: held.expiresAt, tenderFailedAt: after.clock.now(), draft: null });
    after.clock.advance(1_000);
    value(await after.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, 'sold-after'));
    const { sales } = value(await after.hub.ask('bookings.lastOfDesk', {}, ANA));
    expect(sales.map(({ bookingId }) => bookingId)).toEqual([held.bookingId, sold.bookingId]);
    expect(await crossCheck(after.db)).toBeUndefined();
    await after.hub.close();
  },
);
