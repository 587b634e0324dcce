import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { HoldDraft } from '../../../shared/methods/drafts.ts';
import type { Insert, ReadDatabase, WriteDatabase } from '../database.ts';

interface DraftRow {
  readonly booking_id: number;
  readonly desk: string;
  readonly user: string;
  readonly saved_at: number;
  readonly draft: string;
}

const COLUMNS = 'booking_id, desk, user_name AS user, saved_at, draft';

const viewOf = ({ desk, user, saved_at, draft }: DraftRow): NonNullable<BookingView['draft']> => ({
  ...(JSON.parse(draft) as HoldDraft),
  savedAt: saved_at,
  user,
  desk,
});

/** What was typed for the sale of a booking; null when nothing is kept. */
export async function draftOf(db: ReadDatabase, bookingId: number): Promise<BookingView['draft']> {
  const row = await db.query<DraftRow>(`SELECT ${COLUMNS} FROM hold_drafts WHERE booking_id = ?`).get(bookingId);
  return row ? viewOf(row) : null;
}

interface NewDraft {
  readonly bookingId: number;
  readonly desk: string;
  readonly user: string;
  readonly at: number;
  readonly draft: HoldDraft;
}

/** By a draft that is kept, `replace` decides whether the new one takes its place. */
export const keepDraft = (db: WriteDatabase, row: NewDraft, replace: boolean) =>
  db
    .change(
      `INSERT INTO hold_drafts (booking_id, desk, user_name, saved_at, draft) VALUES (?, ?, ?, ?, ?) ON CONFLICT (booking_id) DO ${
        replace
          ? 'UPDATE SET desk = excluded.desk, user_name = excluded.user_name, saved_at = excluded.saved_at, draft = excluded.draft'
          : 'NOTHING'
      }`,
    )
    .run(row.bookingId, row.desk, row.user, row.at, JSON.stringify(row.draft));

const DRAFTS: Insert = { into: 'INSERT INTO hold_drafts (booking_id, desk, user_name, saved_at, draft)', width: 5 };

/** Keeps the draft with which a new hold begins. */
export const beginDraft = (db: WriteDatabase, { bookingId, desk, user, at, draft }: NewDraft): Promise<void> =>
  db.insertLater(DRAFTS, [bookingId, desk, user, at, JSON.stringify(draft)]);

/** The names are part of the sale now. */
export const dropDraft = (db: WriteDatabase, bookingId: number) =>
  db.changeLater('hold_drafts', async (now) => void (await now.change('DELETE FROM hold_drafts WHERE booking_id = ?').run(bookingId)));

/** Deletes drafts that were saved before a moment and belong to no live hold, nor to one with a time limit that ended unpaid since, and marks of unheard sales of that time. */
export async function pruneDrafts(db: WriteDatabase, before: number): Promise<void> {
  for (const [table, moment] of [
    ['hold_drafts', 'saved_at'],
    ['unheard_sales', 'asked_at'],
  ]) {
    const live = `SELECT 1 FROM bookings b WHERE b.id = ${table}.booking_id
      AND (b.state = 'HOLD' OR (b.pay_by IS NOT NULL AND b.state IN ('EXPIRED', 'PAYMENT_FAILED') AND b.created_at + b.hold_ms >= ?))`;
    await db.change(`DELETE FROM ${table} WHERE ${moment} < ? AND NOT EXISTS (${live})`).run(before, before);
  }
}

/** Remembers that a console has asked for the sale of a hold. */
export const markUnheard = (db: WriteDatabase, bookingId: number, desk: string, at: number) =>
  db
    .change(
      `INSERT INTO unheard_sales (booking_id, desk, asked_at) VALUES (?, ?, ?)
        ON CONFLICT (booking_id) DO UPDATE SET desk = excluded.desk, asked_at = excluded.asked_at`,
    )
    .run(bookingId, desk, at);

export const forgetUnheard = (db: WriteDatabase, bookingId: number, desk: string) =>
  db.change('DELETE FROM unheard_sales WHERE booking_id = ? AND desk = ?').run(bookingId, desk);

/** Sales of a desk whose outcome no console has heard, oldest first. */
export const unheardOf = (db: ReadDatabase, desk: string) =>
  db
    .query<{ booking_id: number; asked_at: number }>(
      'SELECT booking_id, asked_at FROM unheard_sales WHERE desk IN (?) ORDER BY asked_at, booking_id',
    )
    .all(desk);
