import { assert } from '../../shared/assert.ts';
import type { Value, WriteDatabase } from './database.ts';

/** Rows of one statement. With the halves below it, eight statement texts serve any number of rows. */
const ROWS_MAX = 128;

/**
 * Inserts rows whose values stand one after the other, `width` a row. `into` is the statement up to VALUES, `conflict` what
 * follows. Returns how many rows were inserted.
 */
export async function insertMany(db: WriteDatabase, into: string, width: number, values: readonly Value[], conflict = ''): Promise<number> {
  assert(values.length % width === 0, `${values.length} values are not rows of ${width}`);
  const row = `(${Array.from({ length: width }, () => '?').join(', ')})`;
  let inserted = 0;
  let at = 0;
  for (let rows = ROWS_MAX; rows >= 1; rows /= 2) {
    const sql = `${into} VALUES ${Array.from({ length: rows }, () => row).join(', ')} ${conflict}`;
    for (; values.length - at >= rows * width; at += rows * width)
      inserted += await db.change(sql).run(...values.slice(at, at + rows * width));
  }
  return inserted;
}
