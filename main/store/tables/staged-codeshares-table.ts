import type { Value, WriteDatabase } from '../database.ts';
import { OF_FLIGHT } from './codeshares-table.ts';
import { insertMany } from './insert-many.ts';
import type { StagedScope } from './staged-flights-table.ts';

/** A dated number under which a flight is sold, as a file tells it. */
export const CODESHARE_COLUMNS =
  'carrier, number, suffix, origin, service_day, told, departs_at, op_carrier, op_number, op_suffix, operating_day';
const WIDTH = 11;
const KEY = ['carrier', 'number', 'suffix', 'origin', 'service_day', 'told'];
const same = (columns: readonly string[]): string => columns.map((column) => `k.${column} = s.${column}`).join(' AND ');

/** `values`: in the order of CODESHARE_COLUMNS. What the file tells twice is kept once. */
export async function stageCodeshares(db: WriteDatabase, importId: string, values: readonly Value[]): Promise<void> {
  const rows: Value[] = [];
  for (let at = 0; at < values.length; at += WIDTH) rows.push(importId, ...values.slice(at, at + WIDTH));
  await insertMany(db, `INSERT INTO staged_codeshares (import_id, ${CODESHARE_COLUMNS})`, WIDTH + 1, rows, 'ON CONFLICT DO NOTHING');
}

/** Forgets those of one import, or of all. */
export async function discardStagedCodeshares(db: WriteDatabase, importId: string | null): Promise<void> {
  if (importId === null) await db.change('DELETE FROM staged_codeshares').run();
  else await db.change('DELETE FROM staged_codeshares WHERE import_id = ?').run(importId);
}

const OF_STAGED =
  'k.carrier = s.carrier AND k.number = s.number AND k.suffix = s.suffix AND k.origin = s.origin AND k.service_day = s.service_day';

/**
 * Takes staged flights away that are sold seats of another: the carrier that flies has said so, in this file or before. One aircraft never becomes two
 * inventories. Returns how many there were.
 */
export const unstageMarketed = async (db: WriteDatabase, importId: string): Promise<number> =>
  db
    .change(
      `DELETE FROM staged_flights AS s WHERE s.import_id = ? AND (
        EXISTS (SELECT 1 FROM staged_codeshares k WHERE k.import_id = s.import_id AND ${OF_STAGED} AND k.told = 'operating')
        OR EXISTS (SELECT 1 FROM codeshares k WHERE ${OF_STAGED} AND k.told = 'operating'))`,
    )
    .run(importId);

/** How many dated numbers of a staged file lead to a flight that neither the file nor the schedule has. */
export const countLeadingNowhere = async (db: WriteDatabase, importId: string): Promise<number> =>
  (await db
    .column<number>(
      `SELECT count(*) FROM staged_codeshares k WHERE k.import_id = ? AND k.told = 'marketing'
        AND NOT EXISTS (SELECT 1 FROM staged_flights f WHERE f.import_id = k.import_id AND ${OF_FLIGHT})
        AND NOT EXISTS (SELECT 1 FROM flights f WHERE ${OF_FLIGHT} AND f.cancelled = 0)`,
    )
    .get(importId)) ?? 0;

/**
 * Makes the codeshares what a staged file says for its carriers and days: a record of a flight speaks for the numbers under which it is sold, and a record
 * of such a number for itself. Returns how many have changed.
 */
export async function replaceCodeshares(db: WriteDatabase, importId: string, scopes: readonly StagedScope[]): Promise<number> {
  let changed = 0;
  for (const { carrier, flight, fromDay, toDay, marketed } of scopes) {
    if (marketed) continue;
    for (const [told, by] of [
      ['operating', 'op_'],
      ['marketing', ''],
    ] as const) {
      const number = flight ? ` AND k.${by}number = ? AND k.${by}suffix = ?` : '';
      const gone = `DELETE FROM codeshares AS k WHERE k.told = '${told}' AND k.${by}carrier = ?${number} AND k.operating_day BETWEEN ? AND ?
        AND NOT EXISTS (SELECT 1 FROM staged_codeshares s WHERE s.import_id = ? AND ${same(KEY)})`;
      const values = [carrier, ...(flight ? [flight.number, flight.suffix] : []), fromDay, toDay, importId];
      changed += await db.change(gone).run(...values);
    }
  }
  const columns = CODESHARE_COLUMNS.split(', ');
  const staged = `INSERT OR REPLACE INTO codeshares (${CODESHARE_COLUMNS}) SELECT ${columns.map((column) => `s.${column}`).join(', ')}
    FROM staged_codeshares s WHERE s.import_id = ? AND NOT EXISTS (SELECT 1 FROM codeshares k WHERE ${same(columns)})`;
  changed += await db.change(staged).run(importId);
  await discardStagedCodeshares(db, importId);
  return changed;
}
