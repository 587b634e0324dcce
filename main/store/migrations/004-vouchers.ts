/**
 * Adds the register of vouchers. Any word that an earlier version accepted as a voucher gets an entry. Its whole amount is spent, but what was
 * refunded to it, which could not be spent until now. Approval codes get an index, because a slip may be typed twice.
 */
export const vouchers = `
CREATE TABLE vouchers (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  -- ISSUED by hand, REFUND of a booking, EARLIER: taken before there was a register.
  source TEXT NOT NULL,
  -- The booking whose refund it is.
  booking_id INTEGER,
  reason TEXT NOT NULL,
  currency TEXT NOT NULL,
  -- Minor units: what it was issued with, and what is left of it.
  issued INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  valid_until INTEGER NOT NULL
) STRICT;
INSERT INTO vouchers (id, number, source, booking_id, reason, currency, issued, balance, issued_at, valid_until)
  SELECT row_number() OVER (ORDER BY t.booking_id, t.place), t.voucher, 'EARLIER', NULL, '', b.currency, t.amount, t.refunded,
    b.created_at, b.created_at + 31536000000
  FROM tenders t JOIN bookings b ON b.id = t.booking_id WHERE t.voucher IS NOT NULL;
-- The voucher that was issued because the one that had paid was past its time.
ALTER TABLE tenders ADD COLUMN refund_voucher TEXT;
DROP INDEX tenders_voucher;
CREATE INDEX tenders_voucher ON tenders (voucher) WHERE voucher IS NOT NULL;
CREATE INDEX tenders_approval_code ON tenders (approval_code) WHERE approval_code IS NOT NULL;
`;
