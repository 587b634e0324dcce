import type { WriteStatement } from '../../main/store/database.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';

/** Counts what is written through the port, and kills its own process before one of these calls. */
export class CountedDatabase extends SqliteDatabase {
  readonly #killBefore: number;
  /** The call that committed each step. */
  readonly committedAt: number[] = [];
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
    this.committedAt.push(this.#calls);
  }
}
