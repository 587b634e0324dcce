/**
 * Flights whose holds wait in line, since when and until when. Rows are never deleted, so that a lot can be drawn again by anybody: its seed and who took
 * part in it, in the order in which they came.
 */
export const flashSales = `
CREATE TABLE flash_sales (
  number INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER NOT NULL,
  mode TEXT NOT NULL,
  -- By lot: for so long after the opening requests take part in it. In order: 0.
  seconds INTEGER NOT NULL,
  -- Kept secret until the lot is drawn. The entry of the opening has its SHA-256.
  seed TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  drawn_at INTEGER,
  -- A JSON array: desk and user of each request, in the order in which they came. Null until the lot is drawn.
  entrants TEXT,
  closed_at INTEGER,
  closed_by TEXT
) STRICT;
CREATE UNIQUE INDEX flash_sales_open ON flash_sales (flight_id) WHERE closed_at IS NULL;
`;
