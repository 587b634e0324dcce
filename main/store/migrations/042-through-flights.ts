/**
 * One number that goes on with the same aircraft is a through flight. Its legs have the day of operation in common, which a file of UTC days counts
 * otherwise than the airports do. Which numbers go on, and over which airports, is kept apart, because a search cannot ask each flight for its
 * next leg.
 */
export const throughFlights = `
ALTER TABLE flights ADD COLUMN operating_day INTEGER NOT NULL DEFAULT 0;
UPDATE flights SET operating_day = service_day - day_shift;

DELETE FROM staged_flights;
ALTER TABLE staged_flights ADD COLUMN operating_day INTEGER NOT NULL DEFAULT 0;

-- What may be a through flight on some day. The flights themselves say whether it is.
CREATE TABLE through_numbers (
  origin TEXT NOT NULL,
  destination TEXT NOT NULL,
  carrier TEXT NOT NULL,
  number INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  via TEXT NOT NULL,
  PRIMARY KEY (origin, destination, carrier, number, suffix, via)
) STRICT, WITHOUT ROWID;
CREATE INDEX through_numbers_to ON through_numbers (destination);
INSERT OR IGNORE INTO through_numbers
  SELECT a.origin, b.destination, a.carrier, a.number, a.suffix, a.destination
  FROM flights a CROSS JOIN flights b ON b.carrier = a.carrier AND b.number = a.number AND b.suffix = a.suffix AND b.origin = a.destination
    AND b.service_day BETWEEN a.service_day - 1 AND a.service_day + 2
  WHERE b.operating_day = a.operating_day AND b.destination <> a.origin;
`;
