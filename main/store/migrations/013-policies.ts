/** How flights were priced before there were policies, as rules: the same prices to the cent. */
const DEMAND = `[
  {"rule":"filedBase","percent":{"F":400,"J":250,"W":150,"Y":100}},
  {"rule":"loadCurve","over":"cabin","knots":[{"taken":0,"change":0},{"taken":100,"change":50}]},
  {"rule":"roundingAsFiled"}
]`;
const FIXED = `[
  {"rule":"amountBase","currency":"USD","fares":{"F":30000,"J":20000,"W":15000,"Y":10000},"otherwise":{"F":400,"J":250,"W":150,"Y":100}},
  {"rule":"rounding","to":1,"less":0}
]`;

/**
 * Policies, which are versions that are only ever added. A flight finds the newest one in force, of its own before that of its route before that
 * of the network, so that one row prices a million flights. Each flight had a strategy of its own before: by demand becomes the policy of the
 * network, and a fixed fare a policy of that flight alone. The index of routes is smaller without it.
 */
export const policies = `
CREATE TABLE policies (
  version INTEGER PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('network', 'route', 'flight')),
  origin TEXT,
  destination TEXT,
  flight_id INTEGER,
  rules TEXT,
  valid_from INTEGER NOT NULL,
  valid_to INTEGER,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  again INTEGER,
  CHECK ((scope = 'route') = (origin IS NOT NULL AND destination IS NOT NULL)),
  CHECK ((scope = 'flight') = (flight_id IS NOT NULL))
) STRICT;
INSERT INTO policies (version, scope, rules, valid_from, author, reason, published_at)
  VALUES (1, 'network', '${DEMAND}', 0, '', 'As before there were policies', 0);
INSERT INTO policies (version, scope, flight_id, rules, valid_from, author, reason, published_at)
  SELECT 1 + row_number() OVER (ORDER BY id), 'flight', id, '${FIXED}', 0, '', 'As before there were policies', 0
  FROM flights WHERE strategy = 'fixed';
DROP INDEX flights_route;
CREATE INDEX flights_route ON flights (origin, destination, departs_at, arrives_at, base_fare) WHERE cancelled = 0;
ALTER TABLE flights DROP COLUMN strategy;
DELETE FROM meta WHERE key = 'fare_generation';
`;
