/**
 * Lets a hold go on after a tender failed: its charges stand taken, and it remembers the deadline that it has without a payment. Adds drafts, which
 * live with their hold, and the sales whose outcome no console has heard. The last sales of a desk and the payments that failed get an index.
 */
export const drafts = `
-- When a tender failed last; empty when none did.
ALTER TABLE bookings ADD COLUMN tender_failed_at INTEGER;
-- The deadline that a hold has without the payment that is under way.
ALTER TABLE bookings ADD COLUMN expires_unpaid INTEGER;
CREATE INDEX bookings_failed ON bookings (created_at) WHERE state = 'PAYMENT_FAILED';
CREATE INDEX bookings_sold ON bookings (sold_desk, sold_at) WHERE sold_at IS NOT NULL;

CREATE INDEX payments_taken ON payments (booking_id, reference) WHERE state = 'TAKEN';
CREATE INDEX payments_booking ON payments (booking_id);

-- draft: JSON, as in the contract. What was typed about passengers stands here and nowhere else before the sale.
CREATE TABLE hold_drafts (
  booking_id INTEGER NOT NULL PRIMARY KEY,
  desk TEXT NOT NULL,
  user_name TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  draft TEXT NOT NULL
) STRICT;
CREATE INDEX hold_drafts_saved ON hold_drafts (saved_at);

-- A sale that a console has asked for, until a console of the desk has said that it knows how it ended.
CREATE TABLE unheard_sales (
  booking_id INTEGER NOT NULL PRIMARY KEY,
  desk TEXT NOT NULL,
  asked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX unheard_sales_desk ON unheard_sales (desk, asked_at);
CREATE INDEX unheard_sales_asked ON unheard_sales (asked_at);
`;
