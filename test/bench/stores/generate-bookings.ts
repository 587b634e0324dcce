import type { Reference } from '../../../main/reference/reference.ts';
import { seededRandom } from '../../../main/seeded-random.ts';
import type { Locators } from '../../../main/store/locators.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { insertMany } from '../../../main/store/tables/insert-many.ts';
import { journalEnd } from '../../../main/store/tables/journal-table.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { type GeneratedSale, nextSale } from './generated-sale.ts';
import { rebuildIndexesAround } from './rebuild-indexes.ts';
import { SaleWriter } from './sale-writer.ts';
import { type SoldCabin, SoldFlights } from './sold-flights.ts';

export interface GeneratedBookings {
  /** Rows of `bookings`: one in 25 a hold that lapsed, the others confirmed. */
  readonly bookings: number;
  readonly seed: number;
  /** UTC milliseconds between which they were made. All flights must leave later. Replies of the last day are kept. */
  readonly from: number;
  readonly until: number;
}

const TABLES = ['bookings', 'booking_passengers', 'find_keys', 'tenders', 'journal', 'replies'];

/** Writes what long selling leaves behind, as the commands would have: every check of the product finds it sound. */
export async function generateBookings(
  db: SqliteDatabase,
  reference: Reference,
  locators: Locators,
  { bookings, seed, from, until }: GeneratedBookings,
): Promise<void> {
  const random = seededRandom(seed);
  const flights = new SoldFlights(db, reference, random, bookings);
  const writer = new SaleWriter(db, locators, until - DAY_MS, await journalEnd(db));
  // Holds are paid two minutes, or lapse five minutes, after they were placed: each waits for its moment in the journal.
  const [toPay, toLapse]: [GeneratedSale[], GeneratedSale[]] = [[], []];
  const endUntil = async (at: number): Promise<void> => {
    for (;;) {
      const [pay, lapse] = [toPay[0], toLapse[0]];
      const next = !lapse || (pay && pay.endsAt <= lapse.endsAt) ? pay : lapse;
      if (!next || next.endsAt > at) return;
      if (next === pay) await writer.confirm(next);
      else await writer.expire(next);
      (next === pay ? toPay : toLapse).shift();
    }
  };
  await rebuildIndexesAround(db, TABLES, async () => {
    for (let n = 0; n < bookings; n++) {
      const heldAt = from + Math.floor(((until - from) * n) / bookings);
      await endUntil(heldAt);
      const sale = nextSale(random, flights, n + 1, heldAt);
      await writer.hold(sale);
      (sale.paid ? toPay : toLapse).push(sale);
    }
    await endUntil(Number.POSITIVE_INFINITY);
    for (const cabins of byFlight(flights.all)) await writeSeats(db, cabins);
  });
}

function* byFlight(all: readonly SoldCabin[]): Generator<readonly SoldCabin[]> {
  for (let from = 0; from < all.length; ) {
    let until = from + 1;
    while (until < all.length && all[until]?.flight.id === all[from]?.flight.id) until++;
    yield all.slice(from, until);
    from = until;
  }
}

/** Claims, legs and counters of one flight. In the order of their keys, which fills these tables many times faster than as sold. */
async function writeSeats(db: SqliteDatabase, cabins: readonly SoldCabin[]): Promise<void> {
  const flightId = cabins[0]?.flight.id ?? 0;
  const claims = cabins.flatMap(({ owners, segments, seats }) =>
    owners.flatMap((owner, at) =>
      owner === 0 ? [] : [[flightId, seats[at] ?? '', owner, segments[at] ?? 0, at - owners.indexOf(owner) + 1] as const],
    ),
  );
  claims.sort(([, a], [, b]) => (a < b ? -1 : 1));
  const bookings = [...new Set(claims.map(([, , owner]) => owner))].sort((a, b) => a - b);
  const counters = cabins.filter(({ owners }) => owners.length > 0);
  await insertMany(db, 'INSERT INTO claims (flight_id, seat, owner, segment, passenger)', 5, claims.flat());
  await insertMany(
    db,
    'INSERT INTO booking_legs (flight_id, booking_id)',
    2,
    bookings.flatMap((booking) => [flightId, booking]),
  );
  await insertMany(
    db,
    'INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold)',
    5,
    counters.flatMap(({ cabin, authorised, held, sold }) => [flightId, cabin, authorised, held, sold]),
  );
}
