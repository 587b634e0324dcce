/** Adds what desks do with items of queues. The items themselves are worked out from what is there already. */
export const queues = `
-- since: which waiting of its subject this is about; one that waits again is a new item. A row is never deleted.
CREATE TABLE queue_work (
  queue TEXT NOT NULL,
  subject INTEGER NOT NULL,
  since INTEGER NOT NULL,
  -- Who has it open, until when at the latest; null: nobody.
  desk TEXT,
  user_name TEXT,
  opened_at INTEGER,
  open_until INTEGER,
  -- Put off until then, or left to a desk.
  later_at INTEGER,
  for_desk TEXT NOT NULL,
  done_at INTEGER,
  done_by TEXT,
  done_desk TEXT,
  -- What a person noted last. It may name passengers, so no entry of the journal has it.
  remark TEXT NOT NULL,
  PRIMARY KEY (queue, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_work_open ON queue_work (desk) WHERE desk IS NOT NULL;
CREATE INDEX queue_work_done ON queue_work (done_at, done_desk) WHERE done_at IS NOT NULL;
`;
