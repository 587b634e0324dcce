import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** Whether anybody has signed in, sold or held at a desk of this name. */
export const isDesk = async (db: ReadDatabase, name: string): Promise<boolean> =>
  (await db.query('SELECT name FROM desk_names WHERE name = ?').get(name)) !== undefined;

export const keepDesk = (db: WriteDatabase, name: string) =>
  db.change('INSERT INTO desk_names (name) VALUES (?) ON CONFLICT (name) DO NOTHING').run(name);
