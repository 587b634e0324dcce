import { expect, test } from 'vitest';
import { HOUR_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, openTestHub, sale, value } from '../support/test-hub.ts';

test.each([
  ['nothing', 'base_fare = 1', '', 0, 'ok'],
  ['a flight that was moved', `departs_at = departs_at + ${HOUR_MS}`, '', 1, 'ok'],
  ['a flight that was cancelled', 'cancelled = 1', 'B6 101 does not operate any more.', 0, 'FLIGHT_CANCELLED'],
  ['another aircraft', "seat_map = 'e175'", 'B6 101 has no seat 30A.', 0, 'SEAT_UNKNOWN'],
])('a live hold is told of %s as payment would be', async (_, change, refusal, moved, code) => {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const hold = value(await store.hold(flight.id, ['30A']));
  await store.db.change(`UPDATE flights SET ${change} WHERE id = ?`).run(flight.id);
  const told = value(await store.hub.ask('holds.check', { bookingId: hold.bookingId }, ANA));
  expect(told.refusal).toBe(refusal);
  expect(told.moved).toHaveLength(moved);
  const paid = await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId());
  expect(codeOf(paid)).toBe(code);
});
