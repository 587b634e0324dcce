import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';
import { SEATS } from './world.ts';

interface Claim {
  readonly seat: string;
  readonly kind: string;
}

/** Seats in which nobody may sit. Those of other blocks are sold at last. */
const NEVER = "SELECT seat FROM seat_blocks WHERE flight_id = ? AND ended_at IS NULL AND code IN ('INOP', 'TRIM', 'CREW')";

/** A seat is left for each passenger who chooses later, on every flight that has kept the aircraft with which it was first seen. */
export class SeatsLeft {
  /** By flight the seat map with which it was first seen; null once it has had another. */
  readonly #kept = new Map<number, string | null>();

  check(db: SqliteDatabase, flight: number, claims: readonly Claim[]): void {
    const open = claims.filter(({ kind }) => kind === 'open');
    const { map = '' } = db.query<{ map: string }>('SELECT seat_map AS map FROM flights WHERE id = ?').get(flight) as { map?: string };
    const before = this.#kept.has(flight) ? this.#kept.get(flight) : map;
    const kept = before === map ? map : null;
    this.#kept.set(flight, kept);
    // Whoever sat where another aircraft has no seat keeps the name of that seat, also when the first aircraft comes back.
    if (open.length === 0 || kept === null) return;
    const never = db.query<{ seat: string }>(NEVER).all(flight) as { seat: string }[];
    const gone = new Set([...never, ...claims].map(({ seat }) => seat));
    for (const cabin of new Set(open.map(({ seat }) => seat[1] ?? ''))) {
      const seats = Object.entries(SEATS[map] ?? {}).filter(([, fact]) => fact.cabin === cabin && fact.sellable);
      const left = seats.filter(([name]) => !gone.has(name)).length;
      const choose = open.filter(({ seat }) => seat[1] === cabin).length;
      if (choose > left)
        throw new Failure('no seat left', `${choose} passengers of flight ${flight} ${cabin} choose later among ${left} seats`);
    }
  }
}
