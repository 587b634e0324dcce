/** Passengers who were sold above the seats of a cabin are found without reading all claims. */
export const soldAbove = `
CREATE INDEX claims_over ON claims (flight_id, seat) WHERE kind = 'over';
`;
