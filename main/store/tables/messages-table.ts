import { assert } from '../../../shared/assert.ts';
import { JOB_ANSWER_LENGTH_MAX } from '../../../shared/bounds.ts';
import type { Instant } from '../../../shared/instants.ts';
import type { MessageChannel, MessageKind, MessageLanguage } from '../../../shared/message-kinds.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/**
 * WAITING: to be tried when `not_before` has come. BEHIND: another message of the same booking and channel waits, and comes first. DEAD: tried
 * no more until a supervisor says so. STOPPED: the passengers want no messages.
 */
export type MessageState = 'WAITING' | 'BEHIND' | 'DEAD' | 'SENT' | 'STOPPED';

export interface MessageRow {
  readonly id: number;
  /** The entry of the journal that it tells of. */
  readonly event: number;
  readonly booking_id: number;
  /** Of the booking after that event. */
  readonly version: number;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly language: MessageLanguage;
  readonly state: MessageState;
  readonly tries: number;
  readonly not_before: number;
  readonly created_at: number;
}

export const MESSAGE_COLUMNS = 'id, event, booking_id, version, kind, channel, language, state, tries, not_before, created_at';

export const messageById = (db: ReadDatabase, id: number) =>
  db.query<MessageRow>(`SELECT ${MESSAGE_COLUMNS} FROM messages WHERE id = ?`).get(id);

const UNSENT =
  "SELECT id FROM messages WHERE booking_id IN (?) AND channel IN (?) AND state IN ('WAITING', 'BEHIND') AND id <> ? ORDER BY id LIMIT 1";
const unsent = (db: ReadDatabase, { booking_id, channel }: Pick<MessageRow, 'booking_id' | 'channel'>, but: number) =>
  db.query<{ id: number }>(UNSENT).get(booking_id, channel, but);

/** Writes down a message that must follow this commit. It is due at once, unless an earlier one of the booking waits in this channel. */
export async function enqueueMessage(
  db: WriteDatabase,
  message: Pick<MessageRow, 'event' | 'booking_id' | 'version' | 'kind' | 'channel' | 'language'>,
  now: Instant,
): Promise<void> {
  const { event, booking_id, version, kind, channel, language } = message;
  const state: MessageState = (await unsent(db, message, 0)) ? 'BEHIND' : 'WAITING';
  const last = await db.query<{ id: number | null }>('SELECT max(id) AS id FROM messages').get();
  const sql = `INSERT INTO messages (id, event, booking_id, version, kind, channel, language, state, not_before, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const made = await db.change(sql).run((last?.id ?? 0) + 1, event, booking_id, version, kind, channel, language, state, now, now);
  assert(made === 1, `the message of event ${event} was not written down`);
}

const WAITING = `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE channel IN (?) AND state = 'WAITING' AND not_before > ? AND not_before <= ?
  ORDER BY not_before, id LIMIT 0 + ?`;

/** Waiting messages of a channel that are due in (after, upTo], in the order in which they are due. At most so many. */
export const waitingMessages = (db: ReadDatabase, channel: MessageChannel, after: number, upTo: number, most: number) =>
  db.query<MessageRow>(WAITING).all(channel, after, upTo, most);

/** Moves a message that is not sent, and counts its tries. When it stops waiting, the next one of the same booking and channel is due. */
export async function moveMessage(
  db: WriteDatabase,
  message: MessageRow,
  to: { readonly state: MessageState; readonly tries?: number; readonly notBefore?: number },
  now: Instant,
): Promise<void> {
  const { state, tries = message.tries, notBefore = message.not_before } = to;
  const endedAt = state === 'SENT' || state === 'STOPPED' ? now : null;
  const sql = 'UPDATE messages SET state = ?, tries = ?, not_before = ?, ended_at = ? WHERE id = ? AND state = ? AND tries = ?';
  const moved = await db.change(sql).run(state, tries, notBefore, endedAt, message.id, message.state, message.tries);
  assert(moved === 1, `message ${message.id} was not moved to ${state}`);
  if (message.state !== 'WAITING' || state === 'WAITING') return;
  const next = await unsent(db, message, message.id);
  if (next) await db.change("UPDATE messages SET state = 'WAITING', not_before = ? WHERE id = ? AND state = 'BEHIND'").run(now, next.id);
}

/** Whether another message of the same booking and channel is to be sent first. */
export const waitsBehind = async (db: ReadDatabase, message: MessageRow): Promise<boolean> =>
  (await unsent(db, message, message.id)) !== undefined;

/** Stops all messages of a booking that are not sent. */
export const stopMessages = (db: WriteDatabase, bookingId: number, now: Instant) =>
  db
    .change("UPDATE messages SET state = 'STOPPED', ended_at = ? WHERE booking_id = ? AND state IN ('WAITING', 'BEHIND', 'DEAD')")
    .run(now, bookingId);

export interface MessageTry {
  readonly at: number;
  readonly answer: string;
}

export async function insertMessageTry(db: WriteDatabase, messageId: number, place: number, at: number, answer: string): Promise<void> {
  const sql = 'INSERT INTO message_tries (message_id, place, at, answer) VALUES (?, ?, ?, ?)';
  assert((await db.change(sql).run(messageId, place, at, answer.slice(0, JOB_ANSWER_LENGTH_MAX))) === 1, 'a try was not stored');
}

export const triesOfMessage = (db: ReadDatabase, messageId: number) =>
  db.query<MessageTry>('SELECT at, answer FROM message_tries WHERE message_id IN (?) ORDER BY place').all(messageId);
