/**
 * A board shows the flights that were cancelled too, so its index holds all flights. It also says which are cancelled, because a board that
 * would be too long leaves those out.
 */
export const cancelledOnBoard = `
DROP INDEX flights_departures;
CREATE INDEX flights_departures ON flights (origin, departs_at, cancelled);
`;
