/**
 * A booking says when its payment failed for good, so that failed payments are found by that. They were found by when their holds were placed, and a
 * hold can be placed long before it fails. Those that failed before get it from the journal. What a clock that stood ahead dated counts from the moment
 * at which that clock was set right.
 */
export const failedAt = `
-- When the payment failed for good; empty when it did not.
ALTER TABLE bookings ADD COLUMN failed_at INTEGER;
UPDATE bookings SET failed_at = coalesce(
    (SELECT min(j.at, coalesce(
        (SELECT min(step.value ->> 'at') FROM meta m, json_each(m.value) AS step WHERE m.key = 'clock_steps' AND step.value ->> 'event' > j.event), j.at))
      FROM journal j WHERE j.booking_id = bookings.id AND j.type = 'payment.failed' ORDER BY j.event LIMIT 1),
    tender_failed_at, created_at)
  WHERE state = 'PAYMENT_FAILED';
DROP INDEX bookings_failed;
CREATE INDEX bookings_failed ON bookings (failed_at) WHERE failed_at IS NOT NULL;
`;
