import type { EventType } from '../../../shared/events.ts';
import type { MessageKind } from '../../../shared/message-kinds.ts';
import { messageOfEvent } from '../../../shared/message-of-event.ts';
import type { ReadDatabase } from '../database.ts';
import type { MessageRow } from '../tables/messages-table.ts';

interface Seen extends Pick<MessageRow, 'id' | 'event' | 'booking_id' | 'kind' | 'state' | 'tries'> {
  readonly ended_at: number | null;
  readonly type: EventType | null;
  readonly told_of: number | null;
  readonly told: number;
}

/** What a kind is told as where its event says less. */
const MORE: Readonly<Partial<Record<MessageKind, MessageKind>>> = { upgraded: 'changed', waitlistOffered: 'held' };

const MESSAGES = `SELECT m.id, m.event, m.booking_id, m.kind, m.state, m.tries, m.ended_at, j.type, j.booking_id AS told_of,
    (SELECT count(*) FROM message_tries t WHERE t.message_id = m.id) AS told
  FROM messages m LEFT JOIN journal j ON j.event = m.event WHERE m.id > ? AND m.id <= ? ORDER BY m.id`;

/** Holds messages numbered in (after, upTo] against the journal and their tries. None of them is ever deleted. The first problem, in words. */
export async function messagesProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  let expected = after + 1;
  for (const row of await db.query<Seen>(MESSAGES).all(after, upTo)) {
    const { id, event, booking_id, kind, state, tries, ended_at, type, told_of, told } = row;
    if (id !== expected++) return `message ${id - 1} is gone`;
    if (type === null || told_of !== booking_id) return `message ${id} is about booking ${booking_id}, and event ${event} is not`;
    const tells = messageOfEvent(type);
    if (kind !== tells && MORE[kind] !== tells) return `message ${id} is ${kind}, and event ${event} is ${type}`;
    if (told !== tries) return `message ${id} was tried ${tries} times, and ${told} tries are told`;
    const ended = state === 'SENT' || state === 'STOPPED';
    if (ended !== (ended_at !== null)) return `message ${id} is ${state}, and ${ended ? 'never ended' : 'has ended'}`;
  }
  return undefined;
}

// An index holds what is not sent, which is little.
const TURNS = `SELECT booking_id, channel, sum(CASE WHEN state = 'WAITING' THEN 1 ELSE 0 END) AS waiting FROM messages
  WHERE state IN ('WAITING', 'BEHIND') GROUP BY booking_id, channel HAVING sum(CASE WHEN state = 'WAITING' THEN 1 ELSE 0 END) <> 1 LIMIT 1`;
const STRAY = 'SELECT message_id FROM message_tries WHERE message_id > (SELECT coalesce(max(id), 0) FROM messages) LIMIT 1';

/** Of the messages of a booking in one channel exactly one has its turn, and no try is told of a message that is not there. */
export async function messageTurnsProblem(db: ReadDatabase): Promise<string | undefined> {
  const turn = await db.query<{ booking_id: number; channel: string; waiting: number }>(TURNS).get();
  if (turn) return `${turn.waiting} messages of booking ${turn.booking_id} have their turn by ${turn.channel}`;
  const stray = await db.query<{ message_id: number }>(STRAY).get();
  return stray && `message ${stray.message_id} is gone, and its tries are not`;
}
