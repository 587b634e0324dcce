/**
 * A flight number under which another flight is sold. It has no seats of its own, so it is no flight: it stands beside the flights and leads to the one
 * that flies. `told`: by the record of the flight itself (operating), or by a record of the number that is sold (marketing).
 */
export const codeshares = `
CREATE TABLE codeshares (
  carrier TEXT NOT NULL,
  number INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  origin TEXT NOT NULL,
  service_day INTEGER NOT NULL,
  told TEXT NOT NULL,
  departs_at INTEGER NOT NULL,
  op_carrier TEXT NOT NULL,
  op_number INTEGER NOT NULL,
  op_suffix TEXT NOT NULL,
  operating_day INTEGER NOT NULL,
  PRIMARY KEY (carrier, number, suffix, origin, service_day, told)
) STRICT, WITHOUT ROWID;
CREATE INDEX codeshares_operating ON codeshares (op_carrier, op_number, op_suffix, service_day, origin);
CREATE INDEX codeshares_day ON codeshares (origin, service_day);

-- Those of a file that waits to be applied.
CREATE TABLE staged_codeshares (
  import_id TEXT NOT NULL,
  carrier TEXT NOT NULL,
  number INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  origin TEXT NOT NULL,
  service_day INTEGER NOT NULL,
  told TEXT NOT NULL,
  departs_at INTEGER NOT NULL,
  op_carrier TEXT NOT NULL,
  op_number INTEGER NOT NULL,
  op_suffix TEXT NOT NULL,
  operating_day INTEGER NOT NULL,
  PRIMARY KEY (import_id, carrier, number, suffix, origin, service_day, told)
) STRICT, WITHOUT ROWID;
`;
