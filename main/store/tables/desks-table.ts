import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** The first `most` names of desks at which somebody has signed in, sold or held, by name. */
export const deskNames = (db: ReadDatabase, most: number) =>
  db.column<string>('SELECT name FROM desks ORDER BY name LIMIT 0 + ?').all(most);

export const isDesk = async (db: ReadDatabase, name: string): Promise<boolean> =>
  (await db.query('SELECT name FROM desks WHERE name = ?').get(name)) !== undefined;

export const keepDesk = (db: WriteDatabase, name: string) =>
  db.change('INSERT INTO desks (name) VALUES (?) ON CONFLICT (name) DO NOTHING').run(name);
