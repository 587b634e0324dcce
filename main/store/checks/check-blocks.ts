import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import type { JournalRow } from '../tables/journal-table.ts';

interface Stored {
  readonly place: string;
  readonly code: string;
  readonly cabin: string;
  readonly blocked_at: number;
  readonly user_name: string;
  readonly desk: string;
  readonly until_at: number | null;
  readonly ended_at: number | null;
  readonly ended_by: string | null;
  readonly ended_why: string | null;
}

const ALL = `SELECT flight_id || ' ' || seat AS place, code, cabin, blocked_at, user_name, desk, until_at, ended_at, ended_by, ended_why
  FROM seat_blocks ORDER BY id`;

/** What the journal tells of blocked seats, compared with their rows. A row is never deleted, and says how it ended. */
export class BlocksTold {
  /** What is told of the blocks of one code on one seat, in order. */
  readonly #told = new Map<string, string[]>();
  #astray: string | undefined;

  follow({ at, type, user, desk, data }: JournalRow): void {
    if (type === 'seats.blocked') {
      const { flightId, cabin, code, seats, until } = JSON.parse(data) as EventData<'seats.blocked'>;
      for (const seat of seats) {
        const key = `${flightId} ${seat} ${code}`;
        this.#told.set(key, [...(this.#told.get(key) ?? []), begun({ cabin, at, user, desk, until })]);
      }
      return;
    }
    const { flightId, code, seats, why } = JSON.parse(data) as EventData<'seats.unblocked'>;
    for (const seat of seats) {
      const key = `${flightId} ${seat} ${code}`;
      const told = this.#told.get(key) ?? [];
      const last = told.pop();
      if (last === undefined) this.#astray ??= `the journal ends a block of ${key} that it did not begin`;
      else this.#told.set(key, [...told, `${last}, ${why} ${at} ${user}`]);
    }
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    if (this.#astray) return this.#astray;
    for (const row of await db.query<Stored>(ALL).all()) {
      const key = `${row.place} ${row.code}`;
      const { cabin, blocked_at: at, user_name: user, desk, until_at: until, ended_why: why } = row;
      const says = `${begun({ cabin, at, user, desk, until })}${why === null ? '' : `, ${why} ${row.ended_at} ${row.ended_by}`}`;
      if (this.#told.get(key)?.shift() !== says) return `a block of ${key} is not as the journal says`;
    }
    for (const [key, left] of this.#told) if (left.length > 0) return `a block of ${key} is in the journal and nowhere else`;
    return undefined;
  }
}

const begun = (of: { cabin: string; at: number; user: string; desk: string; until: number | null }): string =>
  `${of.cabin} ${of.at} ${of.user} ${of.desk} ${of.until ?? 'open'}`;

const UNCLAIMED = `SELECT b.flight_id || ' ' || b.seat AS place FROM seat_blocks b
  WHERE b.flight_id > ? AND b.flight_id <= ? AND b.ended_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.flight_id = b.flight_id AND c.seat = b.seat AND c.kind = 'block') LIMIT 1`;
const UNBLOCKED = `SELECT c.flight_id || ' ' || c.seat AS place FROM claims c WHERE c.kind = 'block' AND c.flight_id > ? AND c.flight_id <= ?
    AND NOT EXISTS (SELECT 1 FROM seat_blocks b WHERE b.flight_id = c.flight_id AND b.seat = c.seat AND b.ended_at IS NULL) LIMIT 1`;
const TWICE = `SELECT flight_id || ' ' || seat AS place FROM seat_blocks WHERE flight_id > ? AND flight_id <= ? AND ended_at IS NULL AND from_stock = 1
  GROUP BY flight_id, seat HAVING count(*) > 1 LIMIT 1`;

/** Seats with a block that stands are claimed by it, and no others; and a seat is taken from stock once. Of flights numbered in (after, upTo]. */
export async function blockClaimsProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  const found = async (sql: string) => (await db.query<{ place: string }>(sql).get(after, upTo))?.place;
  const unclaimed = await found(UNCLAIMED);
  if (unclaimed) return `flight and seat ${unclaimed} are blocked and not claimed`;
  const unblocked = await found(UNBLOCKED);
  if (unblocked) return `flight and seat ${unblocked} are claimed by a block that does not stand`;
  const twice = await found(TWICE);
  return twice && `flight and seat ${twice} were taken from stock twice`;
}
