/**
 * Desks that a supervisor has paired. Rows are never deleted: a revoked one says that its key is worth nothing. `key_of`: the public key of a console, or the
 * fingerprint of the secret of a system. The names at which anybody has ever signed in, sold or held are kept apart: they are in the journal and on
 * receipts, whatever is paired now.
 */
export const pairedDesks = `
ALTER TABLE desks RENAME TO desk_names;
CREATE TABLE desks (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT,
  key_of TEXT NOT NULL,
  kept_in TEXT,
  paired_at INTEGER NOT NULL,
  paired_by TEXT NOT NULL,
  revoked_at INTEGER,
  revoked_by TEXT,
  -- As far as it was written down: now and then, and not with every call.
  seen_at INTEGER,
  seen_from TEXT,
  seen_version TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX desks_name ON desks (name) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX desks_key ON desks (key_of);
`;
