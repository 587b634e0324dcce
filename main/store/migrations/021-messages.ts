/** Adds messages to passengers: what is to be sent, what came of each try, and what the passengers of a booking wish. */
export const messages = `
-- One row for each event of a booking and channel. event: its number in the journal. version: of the booking after it. A message holds no
-- passenger data: name and address are read when it is sent. BEHIND: an earlier one of the same booking and channel comes first.
CREATE TABLE messages (
  id INTEGER NOT NULL PRIMARY KEY,
  event INTEGER NOT NULL,
  booking_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX messages_event ON messages (event, channel);
CREATE INDEX messages_booking ON messages (booking_id, id);
CREATE INDEX messages_waiting ON messages (channel, not_before, id) WHERE state = 'WAITING';
CREATE INDEX messages_unsent ON messages (booking_id, channel, id) WHERE state IN ('WAITING', 'BEHIND');
CREATE INDEX messages_open ON messages (channel, state, id) WHERE state IN ('WAITING', 'BEHIND', 'DEAD');
CREATE INDEX messages_sent ON messages (ended_at, channel) WHERE state = 'SENT';

-- One row a try, with what came of it in words.
CREATE TABLE message_tries (
  message_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  at INTEGER NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (message_id, place)
) STRICT, WITHOUT ROWID;

-- Bookings whose passengers wish another language than English, or no messages.
CREATE TABLE message_wishes (
  booking_id INTEGER NOT NULL PRIMARY KEY,
  language TEXT NOT NULL,
  opted_out INTEGER NOT NULL
) STRICT;
`;
