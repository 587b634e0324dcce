/**
 * Flights that the schedule moved or cancelled, or gave another aircraft, while passengers were booked on them: where to look for bookings that must be told
 * or moved. Whether one must be follows from the booking and its flights as they stand. Of an older store the journal tells it.
 *
 * A way on is a hold whose seats a booking may take instead of flights that the carrier changed. It names the booking and the segments, as JSON.
 */
export const reaccommodation = `
CREATE TABLE changed_flights (
  -- Local date at the origin, in days since 1970: those to come are the end of the table.
  service_day INTEGER NOT NULL,
  flight_id INTEGER NOT NULL,
  -- When it was changed last.
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (service_day, flight_id)
) STRICT, WITHOUT ROWID;
INSERT INTO changed_flights (service_day, flight_id, changed_at)
  SELECT f.service_day, f.id, max(t.at) FROM (
    SELECT c.value ->> 'flightId' AS id, j.at FROM journal j, json_each(j.data, '$.flights') AS c WHERE j.type = 'booking.flightsChanged'
    UNION ALL SELECT j.data ->> 'flightId', j.at FROM journal j WHERE j.type = 'booking.unseated'
  ) AS t JOIN flights f ON f.id = t.id GROUP BY f.service_day, f.id;
ALTER TABLE bookings ADD COLUMN way_for INTEGER;
ALTER TABLE bookings ADD COLUMN way_replaces TEXT;
CREATE INDEX bookings_ways ON bookings (way_for) WHERE way_for IS NOT NULL AND state = 'HOLD';
`;
