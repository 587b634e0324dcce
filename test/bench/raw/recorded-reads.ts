import Sqlite from 'better-sqlite3';
import type { Actor } from '../../../main/actor.ts';
import { answerQuery, type QueryTable } from '../../../main/engine/answer-query.ts';
import { queries } from '../../../main/queries/registry.ts';
import { loadReference } from '../../../main/reference/load-reference.ts';
import type { ReadStatement, Value } from '../../../main/store/database.ts';
import { Locators } from '../../../main/store/locators.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import type { Instant } from '../../../shared/instants.ts';

interface Read {
  readonly sql: string;
  readonly values: readonly Value[];
  readonly all: boolean;
}

/** A store that writes down every read that goes through it. */
class RecordingDatabase extends SqliteDatabase {
  readonly reads: Read[] = [];

  override query<Row>(sql: string): ReadStatement<Row> {
    return this.#noted(sql, super.query<Row>(sql));
  }

  override column<Item extends Value>(sql: string): ReadStatement<Item> {
    return this.#noted(sql, super.column<Item>(sql));
  }

  #noted<Row>(sql: string, statement: ReadStatement<Row>): ReadStatement<Row> {
    return {
      get: (...values) => {
        this.reads.push({ sql, values, all: false });
        return statement.get(...values);
      },
      all: (...values) => {
        this.reads.push({ sql, values, all: true });
        return statement.all(...values);
      },
    };
  }
}

/**
 * The raw limit of reading: what a query reads is recorded once, and then read again by bare better-sqlite3: the same statements with
 * the same values, into rows, from one snapshot, and nothing made of them.
 */
export class RecordedReads {
  readonly #recording: RecordingDatabase;
  readonly #bare: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();
  readonly #facts = { reference: loadReference(), locators: new Locators(7) };

  constructor(file: string) {
    this.#recording = new RecordingDatabase({ file, readOnly: true });
    this.#bare = new Sqlite(file, { readonly: true });
    this.#bare.pragma('cache_size = -65536');
  }

  async record(name: string, input: object, actor: Actor, now: Instant): Promise<readonly Read[]> {
    this.#recording.reads.length = 0;
    const asked = { name, body: JSON.stringify(input), actor, now };
    await answerQuery(this.#recording, this.#facts, queries as unknown as QueryTable, asked);
    return [...this.#recording.reads];
  }

  replay(reads: readonly Read[]): void {
    // One statement is a snapshot by itself.
    const isSeveral = reads.length > 1;
    if (isSeveral) this.#bare.exec('BEGIN');
    for (const { sql, values, all } of reads) {
      const statement = this.#prepared(sql);
      if (all) statement.all(...values);
      else statement.get(...values);
    }
    if (isSeveral) this.#bare.exec('COMMIT');
  }

  #prepared(sql: string): Sqlite.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#bare.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  close(): void {
    this.#recording.close();
    this.#bare.close();
  }
}
