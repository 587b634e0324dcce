import type { WriteStatement } from '../../main/store/database.ts';
import { migrate } from '../../main/store/migrate.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { NEXT_VERSION } from './next-version.ts';

/** Counts what is written through the port, and kills its own process before one of these calls. */
class CountedDatabase extends SqliteDatabase {
  readonly #killBefore: number;
  /** The call that committed each step. */
  readonly commits: number[] = [];
  #calls = 0;

  constructor(file: string, killBefore: number) {
    super({ file, cacheMiB: 1 });
    this.#killBefore = killBefore;
  }

  #count(): void {
    this.#calls++;
    if (this.#calls === this.#killBefore) process.kill(process.pid, 'SIGKILL');
  }

  override change(sql: string): WriteStatement {
    const statement = super.change(sql);
    return {
      run: (...values) => {
        this.#count();
        return statement.run(...values);
      },
    };
  }

  override script(sql: string): void {
    this.#count();
    super.script(sql);
  }

  override commit(): void {
    super.commit();
    this.commits.push(this.#calls);
  }
}

/**
 * A program of a later version that opens a store: a process to be killed in the middle of it, from outside or before its call
 * `killBefore`. Its last line names the calls that committed the steps.
 */
const [file = '', killBefore = '0'] = process.argv.slice(2);
const db = new CountedDatabase(file, Number(killBefore));
process.stdout.write('migrating\n');
await migrate(db, { steps: NEXT_VERSION });
db.close();
process.stdout.write(`${JSON.stringify(db.commits)}\n`);
