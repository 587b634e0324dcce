import type { Instant } from '../../../shared/instants.ts';
import type { MessageLanguage } from '../../../shared/message-kinds.ts';
import { type MessageWishes, USUAL_WISHES, wishesToSend } from '../../../shared/methods/messages.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { stopMessages } from './messages-table.ts';

/** Undefined where nobody has wished anything. */
export async function keptWishes(db: ReadDatabase, bookingId: number): Promise<MessageWishes | undefined> {
  const sql = 'SELECT language, opted_out FROM message_wishes WHERE booking_id = ?';
  const row = await db.query<{ language: MessageLanguage; opted_out: number }>(sql).get(bookingId);
  return row && { language: row.language, optedOut: row.opted_out === 1 };
}

export const wishesOf = async (db: ReadDatabase, bookingId: number): Promise<MessageWishes> =>
  (await keptWishes(db, bookingId)) ?? USUAL_WISHES;

export const keepWishes = (db: WriteDatabase, bookingId: number, { language, optedOut }: MessageWishes) =>
  db
    .change(
      `INSERT INTO message_wishes (booking_id, language, opted_out) VALUES (?, ?, ?)
        ON CONFLICT (booking_id) DO UPDATE SET language = excluded.language, opted_out = excluded.opted_out`,
    )
    .run(bookingId, language, Number(optedOut));

/** Keeps what was wished at a sale. Most wish the usual, and that needs no row. Who wants no messages gets none of those that wait either. */
export async function keepWishesOfSale(
  db: WriteDatabase,
  bookingId: number,
  wishes: MessageWishes | undefined,
  now: Instant,
): Promise<void> {
  if (!wishes || !wishesToSend(wishes).messages) return;
  await keepWishes(db, bookingId, wishes);
  if (wishes.optedOut) await stopMessages(db, bookingId, now);
}
