/**
 * What a competitor asks for an economy seat of a flight, in minor units of the flight's currency, and when that was read. Null: not known.
 * A staged flight of which the file says nothing keeps what is known.
 */
export const competitorFares = `
ALTER TABLE flights ADD COLUMN competitor_fare INTEGER;
ALTER TABLE flights ADD COLUMN competitor_read_at INTEGER;
ALTER TABLE staged_flights ADD COLUMN competitor_fare INTEGER;
ALTER TABLE staged_flights ADD COLUMN competitor_read_at INTEGER;
`;
