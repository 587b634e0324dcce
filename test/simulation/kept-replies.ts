/** A reply that tells of a booking is kept without party and legs, which stand in the booking's row, or in what was kept before a change. */
export const KEPT_REPLIES = `SELECT r.request_id AS id,
    CASE WHEN r.booking_id IS NULL THEN r.reply
      ELSE r.reply || ',"party":' || coalesce(v.party, b.party) || ',"legs":' || coalesce(v.legs, b.legs) || '}}' END AS reply
  FROM replies r LEFT JOIN bookings b ON b.id = r.booking_id LEFT JOIN booking_versions v ON v.booking_id = b.id AND v.last_version =
    (SELECT min(w.last_version) FROM booking_versions w WHERE w.booking_id = b.id AND w.last_version >= r.booking_version)`;

/** What a caller is told of whose request nothing is stored: it may be told otherwise when it asks again. */
export const UNSTORED = /"code":"(CLOCK_DOUBTFUL|HUB_CLOSING|HUB_UNREACHABLE|FLASH_CLOSED|LINE_LEFT|LINE_LOST)"/;
