import type { LetterKind } from '../../../shared/methods/volunteers.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** A letter that was printed: when last, and by whom. */
export interface LetterRow {
  readonly kind: LetterKind;
  readonly subject_id: number;
  readonly printed_at: number;
  readonly printed_by: string;
}

const ALL = 'SELECT kind, subject_id, printed_at, printed_by FROM oversale_letters ORDER BY kind, subject_id';
export const allLetters = (db: ReadDatabase) => db.query<LetterRow>(ALL).all();

const ONE = 'SELECT printed_at FROM oversale_letters WHERE kind = ? AND subject_id = ?';
/** When a letter was printed last; null before. */
export const letterPrintedAt = async (db: ReadDatabase, kind: LetterKind, id: number): Promise<number | null> =>
  (await db.query<{ printed_at: number }>(ONE).get(kind, id))?.printed_at ?? null;

const KEEP = `INSERT INTO oversale_letters (kind, subject_id, printed_at, printed_by) VALUES (?, ?, ?, ?)
  ON CONFLICT (kind, subject_id) DO UPDATE SET printed_at = excluded.printed_at, printed_by = excluded.printed_by`;
export async function keepLetter(db: WriteDatabase, { kind, subject_id, printed_at, printed_by }: LetterRow): Promise<void> {
  await db.change(KEEP).run(kind, subject_id, printed_at, printed_by);
}
