import { assert } from '../../shared/assert.ts';
import type { Awaitable, Database, Insert, ReadStatement, Value, WriteDatabase, WriteStatement } from '../store/database.ts';
import { insertRows } from '../store/tables/insert-many.ts';

/** The entries of the journal that wait. They are written together with the other rows, because any statement may read them. */
interface AlsoWaiting {
  readonly table: string;
  readonly waits: boolean;
  settle(): Promise<void>;
}

/**
 * The database as the commands of a batch see it.
 *
 * The problem: a statement costs about as much as the row that it writes, and the commands of a rush write the same few rows over and
 * over. So a command may say that a row can be written later. The rows of many commands then go into one statement for each table.
 *
 * 1. Nobody reads an old row. Any other statement, reading or writing, that names a table of which something waits first writes all that waits.
 *    A command need not know of it. This needs a schema without triggers and views, in which no row that is written late has a foreign key to it.
 * 2. Nothing waits beyond the batch: the engine writes the rest before the commit.
 * 3. The tables still decide. If a table does not accept a late row, or a late change finds another row than it expects, the batch is rolled
 *    back. It runs again without late writes, so that each command learns the result at once.
 */
export class BatchWrites implements WriteDatabase {
  readonly #db: Database;
  readonly #journal: AlsoWaiting;
  readonly #reads = new Map<string, ReadStatement<unknown>>();
  readonly #columns = new Map<string, ReadStatement<Value>>();
  readonly #returning = new Map<string, ReadStatement<unknown>>();
  readonly #changes = new Map<string, WriteStatement>();
  /** The tables of which something waits. */
  readonly #tables = new Set<string>();
  #rows = new Map<Insert, Value[]>();
  #works: ((db: WriteDatabase) => Awaitable<void>)[] = [];
  #late = true;
  #count = 0;

  constructor(db: Database, journal: AlsoWaiting) {
    this.#db = db;
    this.#journal = journal;
  }

  /** Begins a batch. `late`: whether its rows may be written late. Forgets what still waits of a batch that was rolled back. */
  begin(late: boolean): void {
    this.#late = late;
    this.#rows = new Map();
    this.#works = [];
    this.#tables.clear();
  }

  get late(): boolean {
    return this.#late;
  }

  /** Counts every row that was written or waits. The same number before and after means that a command wrote nothing. */
  get written(): number {
    return this.#db.written + this.#count;
  }

  get begun(): number {
    return this.#db.begun;
  }

  commits(): undefined {
    return undefined;
  }

  /** Whether something waits of a table that a statement names. */
  #waitsFor(statement: NamedTables): boolean {
    if (this.#journal.waits && statement.names(this.#journal.table)) return true;
    for (const table of this.#tables) if (statement.names(table)) return true;
    return false;
  }

  /** Writes all that waits: new rows first, then changes, both in the order in which they came. Throws LateWriteFailed. */
  async flush(): Promise<void> {
    const rows = this.#rows;
    const works = this.#works;
    const before = this.#db.written;
    if (rows.size > 0) this.#rows = new Map();
    if (works.length > 0) this.#works = [];
    this.#tables.clear();
    for (const [insert, values] of rows) await insertRows(this.#db, insert, values);
    for (const work of works) await work(this.#db);
    await this.#journal.settle();
    // These rows were counted when they came.
    this.#count -= this.#db.written - before;
  }

  async insertLater(insert: Insert, values: readonly Value[]): Promise<void> {
    if (!this.#late) {
      await this.#db.insertLater(insert, values);
      return;
    }
    this.#count++;
    const waiting = this.#rows.get(insert);
    if (waiting) waiting.push(...values);
    else {
      this.#rows.set(insert, [...values]);
      this.#tables.add(tableOf(insert));
    }
  }

  async changeLater(table: string, work: (db: WriteDatabase) => Awaitable<void>): Promise<void> {
    if (!this.#late) {
      await work(this.#db);
      return;
    }
    this.#count++;
    this.#works.push(work);
    this.#tables.add(table);
  }

  query<Row>(sql: string): ReadStatement<Row> {
    return this.#reading(this.#reads, sql, () => this.#db.query<Row>(sql));
  }

  column<Item extends Value>(sql: string): ReadStatement<Item> {
    return this.#reading(this.#columns, sql, () => this.#db.column<Item>(sql));
  }

  changeReturning<Row>(sql: string): ReadStatement<Row> {
    return this.#reading(this.#returning, sql, () => this.#db.changeReturning<Row>(sql));
  }

  change(sql: string): WriteStatement {
    let statement = this.#changes.get(sql);
    if (!statement) {
      const run = (values: Value[]): Awaitable<number> => this.#db.change(sql).run(...values);
      const named = new NamedTables(sql);
      statement = { run: (...values) => (this.#waitsFor(named) ? this.flush().then(() => run(values)) : run(values)) };
      this.#changes.set(sql, statement);
    }
    return statement;
  }

  /** `prepare` is called at each call: a change that returns rows counts as written when it is asked for. */
  #reading<Row>(known: Map<string, ReadStatement<unknown>>, sql: string, prepare: () => ReadStatement<Row>): ReadStatement<Row> {
    let statement = known.get(sql) as ReadStatement<Row> | undefined;
    if (!statement) {
      const named = new NamedTables(sql);
      statement = {
        get: (...values) => (this.#waitsFor(named) ? this.flush().then(() => prepare().get(...values)) : prepare().get(...values)),
        all: (...values) => (this.#waitsFor(named) ? this.flush().then(() => prepare().all(...values)) : prepare().all(...values)),
      };
      known.set(sql, statement);
    }
    return statement;
  }
}

/** Which tables a statement names, wherever in its text: at worst something is written without need. */
class NamedTables {
  readonly #sql: string;
  readonly #known = new Map<string, boolean>();

  constructor(sql: string) {
    this.#sql = sql;
  }

  names(table: string): boolean {
    let named = this.#known.get(table);
    if (named === undefined) {
      named = new RegExp(`\\b${table}\\b`).test(this.#sql);
      this.#known.set(table, named);
    }
    return named;
  }
}

const INTO = /^INSERT INTO (\w+) /;
const tables = new Map<Insert, string>();

function tableOf(insert: Insert): string {
  let table = tables.get(insert);
  if (table === undefined) {
    table = INTO.exec(insert.into)?.[1];
    assert(table, `an insert names its table first: ${insert.into}`);
    tables.set(insert, table);
  }
  return table;
}
