import Sqlite from 'better-sqlite3';
import type { RawRow, RawWork } from './sold-rows.ts';

const HELD = `INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, 'Y', 200, ?, 0)
  ON CONFLICT (flight_id, cabin) DO UPDATE SET held = held + excluded.held`;

/**
 * The raw limit of selling: bare better-sqlite3 writes the rows that the desk wrote, of the same sizes, with the same durability and
 * cache, into a store with the same tables and indexes, and does nothing else.
 */
export class BareStore {
  readonly #db: Sqlite.Database;
  readonly #inserts = new Map<string, Sqlite.Statement>();
  readonly #held: Sqlite.Statement;
  readonly #sold: Sqlite.Statement;
  readonly #confirm: Sqlite.Statement;

  constructor(file: string) {
    this.#db = new Sqlite(file);
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -65536']) this.#db.pragma(pragma);
    this.#held = this.#db.prepare(HELD);
    this.#sold = this.#db.prepare("UPDATE cabin_counters SET held = held - ?, sold = sold + ? WHERE flight_id = ? AND cabin = 'Y'");
    this.#confirm = this.#db.prepare("UPDATE bookings SET state = 'CONFIRMED' WHERE id = ?");
  }

  hold(batch: readonly RawWork[]): void {
    this.#write(batch, (flightId, seats) => this.#held.run(flightId, seats));
  }

  confirm(batch: readonly RawWork[]): void {
    this.#write(batch, (flightId, seats) => this.#sold.run(seats, seats, flightId), this.#confirm);
  }

  #write(batch: readonly RawWork[], count: (flightId: number, seats: number) => void, update?: Sqlite.Statement): void {
    this.#db.exec('BEGIN IMMEDIATE');
    for (const { bookingId, rows, counted } of batch) {
      for (const row of rows) this.#insert(row).run(...row.values);
      for (const { flightId, seats } of counted) count(flightId, seats);
      update?.run(bookingId);
    }
    this.#db.exec('COMMIT');
  }

  #insert({ table, columns }: RawRow): Sqlite.Statement {
    let insert = this.#inserts.get(table);
    if (!insert) {
      insert = this.#db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
      this.#inserts.set(table, insert);
    }
    return insert;
  }

  close(): void {
    this.#db.close();
  }
}

/** Work in groups of `size`, as the desk's writer gets it. */
export const inBatches = <T>(work: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(work.length / size) }, (_, n) => work.slice(n * size, (n + 1) * size));
