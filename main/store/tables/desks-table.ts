import { assert } from '../../../shared/assert.ts';
import type { DESK_KINDS, KEY_PLACES } from '../../../shared/methods/desks.ts';
import type { SystemCalls, SystemRights } from '../../../shared/system-rights.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

export interface DeskRow {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof DESK_KINDS)[number];
  /** What a system may do (`rightsOf`); null for a console. */
  readonly calls: SystemCalls | null;
  readonly feeds: 0 | 1 | null;
  readonly calls_per_second: number | null;
  /** The public key of a console (SPKI, base64url), or the fingerprint of the secret of a system. */
  readonly key: string;
  readonly kept_in: (typeof KEY_PLACES)[number] | null;
  readonly paired_at: number;
  readonly paired_by: string;
  readonly revoked_at: number | null;
  readonly revoked_by: string | null;
  readonly seen_at: number | null;
  readonly seen_from: string | null;
  readonly seen_version: string | null;
}

const COLUMNS = `id, name, kind, calls, feeds, calls_per_second, key_of AS key, kept_in, paired_at, paired_by, revoked_at, revoked_by, seen_at, seen_from, seen_version`;

/** What a system may do; null for a console. */
export const rightsOf = ({ calls, feeds, calls_per_second: callsPerSecond }: Pick<DeskRow, 'calls' | 'feeds' | 'calls_per_second'>) =>
  calls === null || callsPerSecond === null ? null : { calls, feeds: feeds === 1, callsPerSecond };

/** The same as it is stored. */
const storedRights = (rights: SystemRights | null) => [
  rights?.calls ?? null,
  rights && Number(rights.feeds),
  rights?.callsPerSecond ?? null,
];

export const allDesks = (db: ReadDatabase) => db.query<DeskRow>(`SELECT ${COLUMNS} FROM desks ORDER BY name, paired_at`).all();

/** A desk that is paired now. */
export const deskById = (db: ReadDatabase, id: string) =>
  db.query<DeskRow>(`SELECT ${COLUMNS} FROM desks WHERE id = ? AND revoked_at IS NULL`).get(id);

/** The desk that is paired now under this name. */
export const deskNamed = (db: ReadDatabase, name: string) =>
  db.query<DeskRow>(`SELECT ${COLUMNS} FROM desks WHERE name = ? AND revoked_at IS NULL`).get(name);

export const isKeyKnown = async (db: ReadDatabase, key: string): Promise<boolean> =>
  (await db.query('SELECT id FROM desks WHERE key_of = ?').get(key)) !== undefined;

export const countDesks = async (db: ReadDatabase): Promise<number> =>
  (await db.query<{ count: number }>('SELECT count(*) AS count FROM desks WHERE revoked_at IS NULL').get())?.count ?? 0;

/** A desk that is new. */
export type NewDeskRow = Pick<DeskRow, 'id' | 'name' | 'kind' | 'key' | 'kept_in' | 'paired_at' | 'paired_by'> & {
  readonly rights: SystemRights | null;
};

export async function addDesk(db: WriteDatabase, desk: NewDeskRow): Promise<void> {
  const { id, name, kind, rights, key, kept_in, paired_at, paired_by } = desk;
  const made = await db
    .change(
      'INSERT INTO desks (id, name, kind, calls, feeds, calls_per_second, key_of, kept_in, paired_at, paired_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(id, name, kind, ...storedRights(rights), key, kept_in, paired_at, paired_by);
  assert(made === 1, `desk ${id} was not stored`);
}

export async function renameDesk(db: WriteDatabase, id: string, name: string): Promise<void> {
  const changed = await db.change('UPDATE desks SET name = ? WHERE id = ? AND revoked_at IS NULL').run(name, id);
  assert(changed === 1, `desk ${id} was not renamed`);
}

export async function allowDesk(db: WriteDatabase, id: string, rights: SystemRights): Promise<void> {
  const changed = await db
    .change(`UPDATE desks SET calls = ?, feeds = ?, calls_per_second = ? WHERE id = ? AND kind = 'system' AND revoked_at IS NULL`)
    .run(...storedRights(rights), id);
  assert(changed === 1, `what ${id} may was not stored`);
}

export async function revokeDesk(db: WriteDatabase, id: string, at: number, by: string): Promise<void> {
  const changed = await db.change('UPDATE desks SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL').run(at, by, id);
  assert(changed === 1, `desk ${id} was not revoked`);
}

/** One that was revoked meanwhile keeps what was known of it. */
export const keepSeen = (db: WriteDatabase, { id, at, from, version }: DeskSeen) =>
  db.change('UPDATE desks SET seen_at = ?, seen_from = ?, seen_version = ? WHERE id = ?').run(at, from, version, id);

/** When a desk was heard of last, from where, and what its console was. */
export interface DeskSeen {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly version: string | null;
}
