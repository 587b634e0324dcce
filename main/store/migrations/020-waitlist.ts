/**
 * Parties that wait for seats of a cabin.
 * - A party waits for any of some flights, and its seats are offered once. An offer is a hold: `hold_id`.
 * - Who waits on a flight, in which order, is found by one index that holds nobody else.
 */
export const waitlist = `
CREATE TABLE waitlist (
  id INTEGER NOT NULL PRIMARY KEY,
  -- WAITING, OFFERED, CLEARED, UNABLE or DROPPED.
  state TEXT NOT NULL,
  -- JSON: numbers of the flights, any of which will do, and the passengers as in a hold.
  flights TEXT NOT NULL,
  cabin TEXT NOT NULL,
  party TEXT NOT NULL,
  contact_name TEXT NOT NULL,
  phone TEXT NOT NULL,
  -- Minor units, per adult; null: any fare.
  fare_limit INTEGER,
  currency TEXT NOT NULL,
  -- 0 normal, 1 high, 2 set by a supervisor; and why, in words of a person.
  priority INTEGER NOT NULL,
  reason TEXT NOT NULL,
  -- Who took it: the desk that an offer is held for.
  desk TEXT NOT NULL,
  user_name TEXT NOT NULL,
  joined_at INTEGER NOT NULL,
  -- How many parties stood before it on its first flight when it joined.
  ahead INTEGER NOT NULL,
  -- When the last of its flights was to leave when it joined.
  leaves_at INTEGER NOT NULL,
  moved_at INTEGER,
  moved_by TEXT,
  offered_at INTEGER,
  hold_id INTEGER,
  answered_at INTEGER,
  ended_at INTEGER,
  ended_by TEXT,
  -- How it ended, one of a few words.
  ended_why TEXT
) STRICT;
CREATE UNIQUE INDEX waitlist_hold ON waitlist (hold_id) WHERE hold_id IS NOT NULL;
CREATE INDEX waitlist_waiting ON waitlist (leaves_at, id) WHERE state = 'WAITING';
CREATE INDEX waitlist_offered ON waitlist (hold_id) WHERE state = 'OFFERED';
CREATE INDEX waitlist_ended ON waitlist (ended_at, id);

CREATE TABLE waitlist_flights (
  entry_id INTEGER NOT NULL,
  flight_id INTEGER NOT NULL,
  cabin TEXT NOT NULL,
  priority INTEGER NOT NULL,
  -- 1 while the party waits; else 0.
  waits INTEGER NOT NULL,
  PRIMARY KEY (entry_id, flight_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waitlist_flights_list ON waitlist_flights (flight_id, cabin, priority DESC, entry_id) WHERE waits = 1;
CREATE INDEX waitlist_flights_all ON waitlist_flights (flight_id, cabin);
`;
