import { copyFileSync, rmSync } from 'node:fs';
import { commands } from '../../main/commands/registry.ts';
import { type CommandTable, Engine } from '../../main/engine/engine.ts';
import type { QueuedCommand } from '../../main/engine/messages.ts';
import type { Reference } from '../../main/reference/reference.ts';
import type { ReadDatabase, Value } from '../../main/store/database.ts';
import type { Locators } from '../../main/store/locators.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';

type Row = Readonly<Record<string, Value>>;

/** Every table that the product has made, and the columns of its primary key. */
const TABLES = `SELECT t.name, k.name AS key FROM sqlite_schema t LEFT JOIN pragma_table_info(t.name) k ON k.pk > 0
  WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, k.pk`;

/** All batches in one transaction, each in a savepoint: nobody pulls the plug on a replica, so it need not reach the disk at every commit. */
class OneTransaction extends SqliteDatabase {
  override begin(): void {
    this.change('SAVEPOINT batch').run();
  }
  override commit(): void {
    this.change('RELEASE batch').run();
  }
  override rollback(): void {
    this.change('ROLLBACK TO batch').run();
    this.change('RELEASE batch').run();
  }
}

/**
 * A second store, made from the same beginning by the same committed batches. Hubs that agree on the order of batches alone
 * have the same data only if a batch does the same wherever it runs, and however often the process was killed in between. So all tables
 * of both stores must be equal, row for row.
 */
export class Replica {
  readonly #batches: (readonly QueuedCommand[])[] = [];

  /** A batch was committed, whether anybody was told of it or not. */
  committed(batch: readonly QueuedCommand[]): void {
    this.#batches.push(batch);
  }

  /** Runs all batches on a copy of `template` at `file` and throws a Failure where `original` has something else. */
  async compare(original: SqliteDatabase, facts: { reference: Reference; locators: Locators }, template: string, file: string) {
    copyFileSync(template, file);
    const copy = new OneTransaction({ file, cacheMiB: 4 });
    try {
      const engine = new Engine(copy, facts, commands as unknown as CommandTable);
      await engine.open();
      copy.change('BEGIN').run();
      for (const batch of this.#batches) {
        const { faults } = await engine.run(batch);
        if (faults[0]) throw new Failure('replica', `a batch of ${batch.map(({ name }) => name)} fails there: ${faults[0].problem}`);
      }
      sameTables(original, copy);
    } finally {
      copy.close();
      rmSync(file);
    }
  }
}

function sameTables(original: SqliteDatabase, copy: SqliteDatabase): void {
  const keys = keysOf(original);
  if (JSON.stringify([...keys]) !== JSON.stringify([...keysOf(copy)])) throw new Failure('replica', 'it has other tables');
  for (const [table, key] of keys) {
    const sql = `SELECT * FROM ${table} ORDER BY ${key.join(', ') || 'rowid'}`;
    const [here, there] = [original, copy].map((db) => db.query<Row>(sql).all() as Row[]) as [Row[], Row[]];
    for (let at = 0; at < Math.max(here.length, there.length); at++) {
      const [row, other] = [JSON.stringify(here[at]), JSON.stringify(there[at])];
      if (row !== other) throw new Failure('replica', `row ${at + 1} of ${table} is ${row}, in the replica ${other}`);
    }
  }
}

function keysOf(db: ReadDatabase): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const { name, key } of db.query<{ name: string; key: string | null }>(TABLES).all() as { name: string; key: string | null }[])
    keys.set(name, [...(keys.get(name) ?? []), ...(key === null ? [] : [key])]);
  return keys;
}
