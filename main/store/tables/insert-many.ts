import { assert } from '../../../shared/assert.ts';
import { type Insert, LateWriteFailed, type Value, type WriteDatabase } from '../database.ts';

/** Rows of the largest statement. With the halves below it, eight statement texts serve any number of rows. */
const ROWS_MAX = 128;

interface Statement {
  readonly rows: number;
  readonly sql: string;
}

// The text is made once. Making it at each call costs as much as a row.
const known = new Map<string, readonly Statement[]>();

function statementsOf(into: string, width: number, conflict: string): readonly Statement[] {
  const row = `(${Array.from({ length: width }, () => '?').join(', ')})`;
  const statements: Statement[] = [];
  for (let rows = ROWS_MAX; rows >= 1; rows /= 2)
    statements.push({ rows, sql: `${into} VALUES ${Array.from({ length: rows }, () => row).join(', ')} ${conflict}` });
  return statements;
}

/** Inserts rows, `width` values each. Throws LateWriteFailed when the table does not take one of them. */
export async function insertRows(db: WriteDatabase, { into, width, conflict, mayExist }: Insert, values: readonly Value[]): Promise<void> {
  const taken = await insertMany(db, into, width, values, conflict);
  const left = values.length / width - taken;
  if (left > 0 && !mayExist) throw new LateWriteFailed(`${left} rows were not taken by: ${into}`);
}

/**
 * Inserts rows whose values stand one after the other, `width` a row. `into` is the statement up to VALUES, `conflict` what
 * follows. Returns how many rows were inserted.
 */
export async function insertMany(db: WriteDatabase, into: string, width: number, values: readonly Value[], conflict = ''): Promise<number> {
  assert(values.length % width === 0, `${values.length} values are not rows of ${width}`);
  const key = conflict === '' ? into : into + conflict;
  const statements = known.get(key) ?? statementsOf(into, width, conflict);
  known.set(key, statements);
  let inserted = 0;
  let at = 0;
  for (const { rows, sql } of statements)
    for (; values.length - at >= rows * width; at += rows * width)
      inserted += await db.change(sql).run(...values.slice(at, at + rows * width));
  return inserted;
}
