import type { ReadDatabase, WriteDatabase } from './database.ts';

export interface StoredReply {
  readonly body_hash: string;
  /** The reply, as JSON. */
  readonly reply: string;
}

export const storedReply = (db: ReadDatabase, requestId: string) =>
  db.query<StoredReply>('SELECT body_hash, reply FROM replies WHERE request_id = ?').get(requestId);

export const storeReply = (db: WriteDatabase, requestId: string, bodyHash: string, reply: string, at: number) =>
  db.change('INSERT INTO replies (request_id, body_hash, reply, at) VALUES (?, ?, ?, ?)').run(requestId, bodyHash, reply, at);
