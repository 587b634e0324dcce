/**
 * What may be sold may be decided as a percentage of the seats. Decisions of before are numbers. Blocks of a flight are found whether they stand or not,
 * because the oversale tells what changed last.
 */
export const authorisedPercent = `
ALTER TABLE authorisations ADD COLUMN percent INTEGER;
CREATE INDEX seat_blocks_flight ON seat_blocks (flight_id, id);
`;
