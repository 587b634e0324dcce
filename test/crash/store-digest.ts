import { createHash } from 'node:crypto';
import type { ReadDatabase } from '../../main/store/database.ts';

/** One hash over every row of every table: two stores with the same digest say the same. */
export async function storeDigest(db: ReadDatabase): Promise<string> {
  const digest = createHash('sha256');
  const tables = await db.query<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  for (const { name } of tables) {
    const rows = await db.query(`SELECT * FROM ${name}`).all();
    digest.update(
      `${name}\n${rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n')}\n`,
    );
  }
  return digest.digest('base64url');
}
