/**
 * Seats that are blocked. A block is a row that is never deleted, and a seat may have several.
 * - A seat with a block that stands has a claim of the kind 'block', so nobody can hold it.
 * - from_stock: 1 where the block made the seat count as none. Then the cabin may sell one seat less as long as it stands.
 */
export const seatBlocks = `
CREATE TABLE seat_blocks (
  id INTEGER NOT NULL PRIMARY KEY,
  flight_id INTEGER NOT NULL,
  seat TEXT NOT NULL,
  cabin TEXT NOT NULL,
  -- INOP, TRIM, WCHC, CREW or KEPT; and a remark, in words of a person.
  code TEXT NOT NULL,
  remark TEXT NOT NULL,
  -- When it ends by itself; null: when a person frees the seat.
  until_at INTEGER,
  from_stock INTEGER NOT NULL,
  blocked_at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  desk TEXT NOT NULL,
  -- Null as long as it stands.
  ended_at INTEGER,
  ended_by TEXT,
  -- freed, time, sold or aircraft; and the reason of a person.
  ended_why TEXT,
  ended_reason TEXT
) STRICT;
CREATE UNIQUE INDEX seat_blocks_stands ON seat_blocks (flight_id, seat, code) WHERE ended_at IS NULL;
CREATE INDEX seat_blocks_until ON seat_blocks (until_at) WHERE ended_at IS NULL AND until_at IS NOT NULL;
`;
