/**
 * Adds jobs: work that must follow a commit. A refund that was due before there were jobs gets its job here. A payment without an answer gets
 * its reversal at the first start, as after any crash.
 */
export const jobs = `
-- subject: what the work is about; for reversal and refund the reference of the payment. A job is never deleted.
CREATE TABLE jobs (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  booking_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX jobs_subject ON jobs (kind, subject);
CREATE INDEX jobs_waiting ON jobs (not_before, id) WHERE state = 'WAITING';
CREATE INDEX jobs_open ON jobs (kind, id) WHERE state <> 'DONE';
CREATE INDEX jobs_done ON jobs (ended_at) WHERE state = 'DONE';

-- One row a try, with what came of it in words.
CREATE TABLE job_tries (
  job_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  at INTEGER NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (job_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_reversal_due ON payments (at, reference) WHERE state = 'REVERSAL_DUE';

INSERT INTO jobs (id, kind, subject, booking_id, state, not_before, created_at)
  SELECT row_number() OVER (ORDER BY at, reference), 'refund', reference, booking_id, 'WAITING', at, at FROM payments WHERE state = 'REFUND_DUE';
`;
