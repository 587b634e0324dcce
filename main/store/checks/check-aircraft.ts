import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import type { JournalRow } from '../tables/journal-table.ts';

const AIRCRAFT = "SELECT tail AS key, equipment || ' ' || coalesce(weight_limit, '-') || ' ' || retired AS has FROM aircraft";
const ASSIGNED = `SELECT flight_id AS key, coalesce(tail, '-') || ' ' || gate || ' ' || coalesce(weight_limit, '-') || ' ' || assigned_at || ' ' || desk AS has
  FROM assignments WHERE ended_at IS NULL`;

interface Stored {
  readonly key: string | number;
  readonly has: string;
}

/** What the journal tells of aircraft and of the flights that got them, compared with their rows. */
export class AircraftTold {
  readonly #aircraft = new Map<string, string>();
  readonly #assigned = new Map<string, string>();

  follow({ type, at, desk, data }: JournalRow): void {
    if (type === 'aircraft.set') {
      const { tail, equipment, weightLimit, retired } = JSON.parse(data) as EventData<'aircraft.set'>;
      this.#aircraft.set(tail, `${equipment} ${weightLimit ?? '-'} ${retired ? 1 : 0}`);
      return;
    }
    const { flightId, tail, gate, ownLimit } = JSON.parse(data) as EventData<'flight.assigned'>;
    this.#assigned.set(String(flightId), `${tail ?? '-'} ${gate} ${ownLimit ?? '-'} ${at} ${desk}`);
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    return (
      difference('aircraft', this.#aircraft, await db.query<Stored>(AIRCRAFT).all()) ??
      difference('the aircraft of flight', this.#assigned, await db.query<Stored>(ASSIGNED).all())
    );
  }
}

function difference(what: string, told: ReadonlyMap<string, string>, rows: readonly Stored[]): string | undefined {
  const left = new Map(told);
  for (const { key, has } of rows) {
    if (left.get(String(key)) !== has) return `${what} ${key} is not as the journal says`;
    left.delete(String(key));
  }
  for (const key of left.keys()) return `${what} ${key} is in the journal and nowhere else`;
  return undefined;
}
