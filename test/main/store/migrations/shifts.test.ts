import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import type { Output } from '../../../../shared/contract.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_TWENTY_FIRST } from '../../support/first-version.ts';
import { ANA, adult, JONAS, openTestHub, sale, value } from '../../support/test-hub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-shifts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const TENDERS = 'SELECT booking_id, place, kind, amount, desk, user_name, document, at FROM tenders ORDER BY booking_id, place';
const REFUNDS = 'SELECT booking_id, amount, desk, user_name, at FROM refunds ORDER BY id';
const EVENTS = `SELECT t.booking_id, t.place, j.type FROM tenders t JOIN journal j ON j.event = t.event ORDER BY t.booking_id, t.place`;

test('in an older store every tender and refund says where and by whom it was taken, as the journal tells, and a shift can be opened and closed', async () => {
  const file = join(folder, 'store.sqlite');
  const before = await openTestHub({ file });
  const flight = await before.addFlight({ fixed: true });
  const dearer = await before.addFlight({ base_fare: 160_00 });
  const { hub, requestId } = before;
  const cash = (amount: number) => ({ kind: 'cash', amount, given: amount }) as const;
  const sell = async (seats: string[], tenders: ReturnType<typeof sale>['tenders'], actor = ANA) => {
    const hold = value(await before.hold(flight.id, seats, {}, actor));
    const sold = { ...sale(hold, { tenders }), approved: [] };
    return value(await hub.change('payments.confirm', sold, actor, requestId())) as Output<'bookings.confirm'>;
  };
  const { bookingId } = await sell(['15A', '15B'], [cash(150_00), { kind: 'card', amount: 50_00, approvalCode: '4711', testCard: null }]);
  before.clock.advance(60_000);
  const hold = value(await before.hold(dearer.id, ['20A', '20B'], { passengers: [adult, adult] }, JONAS));
  const change = { kind: 'flights' as const, hold: hold.bookingId, replaces: [1] };
  const { offerId, total } = value(await hub.execute('bookings.changeQuote', { requestId: requestId(), bookingId, change }, JONAS));
  value(await hub.change('changes.take', { bookingId, offerId, tenders: [cash(total)], approved: [] }, JONAS, requestId()));
  before.clock.advance(60_000);
  const gone = await sell(['16A'], [cash(100_00)]);
  const quote = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId: gone.bookingId }, JONAS));
  value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId: gone.bookingId, offerId: quote.offerId }, JONAS));
  const told = [await before.db.query(TENDERS).all(), await before.db.query(REFUNDS).all()];
  await before.hub.close();
  await makeOlder(file, TO_TWENTY_FIRST);

  const after = await openTestHub({ file });
  expect([await after.db.query(TENDERS).all(), await after.db.query(REFUNDS).all()]).toEqual(told);
  expect(await after.db.query(EVENTS).all()).toEqual([
    { booking_id: bookingId, place: 0, type: 'booking.confirmed' },
    { booking_id: bookingId, place: 1, type: 'booking.confirmed' },
    { booking_id: bookingId, place: 2, type: 'booking.changed' },
    { booking_id: gone.bookingId, place: 0, type: 'booking.confirmed' },
  ]);
  expect(await crossCheck(after.db)).toBeUndefined();
  // What was sold before belongs to no shift.
  const counts = [{ currency: 'USD', pieces: [], loose: 0 }];
  value(await after.hub.execute('shift.open', { requestId: 'shift-open-1', floats: [{ currency: 'USD', amount: 0 }] }, ANA));
  value(await after.hub.execute('shift.count', { requestId: 'shift-count-1', shiftId: 1, counts }, ANA));
  const z = value(await after.hub.execute('shift.close', { requestId: 'shift-close-1', shiftId: 1, count: 1, reason: '' }, ANA));
  expect(z).toMatchObject({ closed: { z: 1 }, cash: [{ currency: 'USD', taken: 0, expected: 0 }] });
  await closeSound(after, file);
});
