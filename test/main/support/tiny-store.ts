import type { QueryContext } from '../../../main/queries/query.ts';
import { LeastFares } from '../../../main/queries/search/least-fares.ts';
import { localDateAt } from '../../../main/queries/search/local-day.ts';
import { Locators } from '../../../main/store/locators.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { readPolicies } from '../../../main/views/known-policies.ts';
import { assert } from '../../../shared/assert.ts';
import { dayNumber, instant, MINUTE_MS } from '../../../shared/instants.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { migratedStore } from './once/migrated-store.ts';
import { givePolicy, type Template } from './publish-policy.ts';
import { tinyReference } from './tiny-reference.ts';

export interface TinyFlight {
  /** `JFK-LAX` */
  readonly route: string;
  /** UTC, `2026-11-21T14:00`. */
  readonly departs: string | number;
  readonly minutes: number;
  readonly fare?: number;
  /** Its own policy; else that of the network, by demand. */
  readonly strategy?: Template;
  readonly seatMap?: 'tiny' | 'mini';
  readonly number?: number;
  readonly currency?: string;
  readonly cancelled?: boolean;
  readonly equipment?: string;
  readonly carrier?: string;
}

/** An empty store in memory, and ways to fill it. */
export class TinyStore {
  readonly db: SqliteDatabase;
  #flights = 0;
  #generation = 0;

  private constructor(db: SqliteDatabase) {
    this.db = db;
  }

  static async open(): Promise<TinyStore> {
    return new TinyStore(new SqliteDatabase({ file: await migratedStore() }));
  }

  context(now: string | number = '2026-11-20T00:00', desk = 'T1-01'): QueryContext {
    const at = typeof now === 'number' ? now : Date.parse(`${now}Z`);
    return {
      db: this.db,
      reference: tinyReference,
      now: instant(at),
      actor: { user: 'ann', role: 'agent', desk },
      locators: new Locators(7),
    };
  }

  /** Adds a flight and gives its id. */
  flight(flight: TinyFlight): number {
    const id = ++this.#flights;
    const [origin = '', destination = ''] = flight.route.split('-');
    const departs = typeof flight.departs === 'number' ? flight.departs : Date.parse(`${flight.departs}Z`);
    const zone = tinyReference.airport(origin)?.zone;
    assert(zone && tinyReference.airport(destination), `no airport for ${flight.route}`);
    this.db
      .change(
        `INSERT INTO flights (id, carrier, number, origin, destination, service_day, departs_at, arrives_at, seat_map, base_fare, currency,
          cancelled, equipment, operating_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        flight.carrier ?? 'QA',
        flight.number ?? id,
        origin,
        destination,
        dayNumber(localDateAt(departs, zone)),
        departs,
        departs + flight.minutes * MINUTE_MS,
        flight.seatMap ?? 'tiny',
        flight.fare ?? 10_000,
        flight.currency ?? 'USD',
        flight.cancelled ? 1 : 0,
        flight.equipment ?? '738',
        dayNumber(localDateAt(departs, zone)),
      );
    if (flight.strategy && flight.strategy !== 'demand') void givePolicy(this.db, id, flight.strategy);
    this.#scheduleChanged();
    return id;
  }

  /** Sets columns of a flight, as a new schedule does. */
  change(set: string, id: number): void {
    this.db.change(`UPDATE flights SET ${set} WHERE id = ?`).run(id);
    this.#scheduleChanged();
  }

  /** Changes how a flight is priced. */
  async price(id: number, strategy: Template): Promise<void> {
    await givePolicy(this.db, id, strategy);
  }

  /** As every command that changes the schedule does. */
  #scheduleChanged(): void {
    this.db
      .change("INSERT INTO meta (key, value) VALUES ('schedule_generation', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
      .run(String(++this.#generation));
  }

  /** Says what is taken of a cabin, without claims. */
  load(flightId: number, cabin: string, authorised: number, held: number, sold: number): void {
    this.db
      .change('INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, ?, ?)')
      .run(flightId, cabin, authorised, held, sold);
  }

  /** A booking with seats on one flight. */
  booking(id: number, state: string, desk: string, expiresAt: number | null, flightId: number, seats: readonly string[]): void {
    this.db
      .change(
        `INSERT INTO bookings (id, state, desk, user_name, created_at, expires_at, hold_ms, party, legs, currency, total)
         VALUES (?, ?, ?, 'ann', 0, ?, 300000, '[]', '[]', 'USD', 0)`,
      )
      .run(id, state, desk, expiresAt);
    for (const seat of seats) this.db.change('INSERT INTO claims (flight_id, seat, owner) VALUES (?, ?, ?)').run(flightId, seat, id);
  }
}

/** What a search of this store takes for the least fares, at its first moment. */
export const leastFares = async ({ db }: TinyStore, cabin: Cabin | null = null): Promise<LeastFares> =>
  new LeastFares(await readPolicies(db), instant(0), cabin);
