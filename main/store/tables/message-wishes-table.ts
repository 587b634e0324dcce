import type { MessageLanguage } from '../../../shared/message-kinds.ts';
import { type MessageWishes, USUAL_WISHES, wishesToSend } from '../../../shared/methods/messages.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

export async function wishesOf(db: ReadDatabase, bookingId: number): Promise<MessageWishes> {
  const sql = 'SELECT language, opted_out FROM message_wishes WHERE booking_id = ?';
  const row = await db.query<{ language: MessageLanguage; opted_out: number }>(sql).get(bookingId);
  return row ? { language: row.language, optedOut: row.opted_out === 1 } : USUAL_WISHES;
}

export const keepWishes = (db: WriteDatabase, bookingId: number, { language, optedOut }: MessageWishes) =>
  db
    .change(
      `INSERT INTO message_wishes (booking_id, language, opted_out) VALUES (?, ?, ?)
        ON CONFLICT (booking_id) DO UPDATE SET language = excluded.language, opted_out = excluded.opted_out`,
    )
    .run(bookingId, language, Number(optedOut));

/** Keeps what was wished at a sale. Most wish the usual, and that needs no row. */
export async function keepWishesOfSale(db: WriteDatabase, bookingId: number, wishes: MessageWishes | undefined): Promise<void> {
  if (wishes && wishesToSend(wishes).messages) await keepWishes(db, bookingId, wishes);
}
