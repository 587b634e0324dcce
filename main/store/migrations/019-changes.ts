/**
 * Lets a sold booking change, and money go back more than once.
 * - Each refund to a tender is a row. A charge that was refunded stays approved: its refunds say what went back to the card, and what is still
 *   to go. A refund keeps the name under which the terminal may have heard of it already.
 * - A booking says what was kept of its money although it pays for no seat: `fees`.
 * - What stood before a change keeps the names and the price too.
 */
export const changes = `
CREATE TABLE refunds (
  id INTEGER NOT NULL PRIMARY KEY,
  booking_id INTEGER NOT NULL,
  -- Place of the tender, and minor units that go back to it.
  place INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- The version that the booking has with it.
  version INTEGER NOT NULL,
  -- The new voucher that got it, because the one that paid was past its time.
  voucher TEXT,
  -- Of a charge at the desk's own terminal: its reference, what the terminal calls this refund, and DUE, DONE or STOPPED.
  reference TEXT,
  called TEXT,
  state TEXT,
  -- Why it goes back, in words.
  reason TEXT NOT NULL DEFAULT 'cancelled'
) STRICT;
INSERT INTO refunds (booking_id, place, amount, version, at, voucher, reference, called, state)
  SELECT t.booking_id, t.place, t.refunded, (SELECT version FROM bookings b WHERE b.id = t.booking_id),
    coalesce((SELECT max(at) FROM journal WHERE booking_id = t.booking_id AND type = 'booking.cancelled'), 0), t.refund_voucher, t.reference, t.reference,
    CASE WHEN t.reference IS NULL THEN NULL WHEN (SELECT state FROM payments WHERE reference = t.reference) = 'REFUND_DUE' THEN 'DUE' ELSE 'DONE' END
  FROM tenders t WHERE t.refunded > 0 ORDER BY t.booking_id, t.place;
CREATE INDEX refunds_booking ON refunds (booking_id, place);
CREATE UNIQUE INDEX refunds_called ON refunds (called) WHERE called IS NOT NULL;
CREATE INDEX refunds_due ON refunds (id) WHERE state = 'DUE';
CREATE INDEX refunds_voucher ON refunds (voucher) WHERE voucher IS NOT NULL;

DROP INDEX payments_refund_due;
UPDATE payments SET state = 'APPROVED' WHERE state IN ('REFUND_DUE', 'REFUNDED');
ALTER TABLE payments DROP COLUMN refund;

ALTER TABLE bookings ADD COLUMN fees INTEGER NOT NULL DEFAULT 0;
UPDATE bookings SET fees = total - refunded WHERE state = 'CANCELLED';

-- JSON, as in the contract: the names as they stood. Minor units: the price of what was held. How many tenders there were.
ALTER TABLE booking_versions ADD COLUMN passengers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE booking_versions ADD COLUMN total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE booking_versions ADD COLUMN tenders INTEGER NOT NULL DEFAULT 0;
`;
