import { localDay } from '../../../main/queries/search/local-day.ts';
import { greatCircleMiles } from '../../../main/reference/great-circle.ts';
import type { Airport } from '../../../main/reference/reference.ts';
import { shippedAirports } from '../../../main/reference/shipped-airports.ts';
import { type SeededRandom, seededRandom } from '../../../main/seeded-random.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { dateOfDay, MINUTE_MS } from '../../../shared/instants.ts';
import { rebuildIndexesAround } from './rebuild-indexes.ts';

export interface GeneratedFlights {
  readonly flightsPerDay: number;
  readonly days: number;
  /** Days since 1970 of the first date, local to each origin. */
  readonly firstDay: number;
  readonly seed: number;
  /** 0: every pair of airports is flown alike. 1: as much traffic at each airport as on the sample day. */
  readonly pull?: number;
}

/** The airports that the sample day flies to, some 310, most flown first. */
export function sampleAirports(): { readonly airport: Airport; readonly departures: number }[] {
  const { airports, departures } = shippedAirports();
  const byCode = new Map(airports.map((airport) => [airport.code, airport]));
  return [...departures]
    .flatMap(([code, count]) => {
      const airport = byCode.get(code);
      return airport ? [{ airport, departures: count }] : [];
    })
    .sort((a, b) => b.departures - a.departures || (a.airport.code < b.airport.code ? -1 : 1));
}

/** Picks airports, by traffic raised to `pull`. */
export function airportPicker(random: SeededRandom, pull: number): () => Airport {
  const airports = sampleAirports();
  const ends: number[] = [];
  let total = 0;
  for (const { departures } of airports) {
    total += departures ** pull;
    ends.push(total);
  }
  return () => {
    const at = random.next() * total;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const picked = airports[low];
    if (!picked) throw new Error('there are no airports to pick from');
    return picked.airport;
  };
}

const SEAT_MAPS: readonly { readonly upToMiles: number; readonly equipment: string; readonly seatMap: string }[] = [
  { upToMiles: 400, equipment: 'CR9', seatMap: 'crj-900' },
  { upToMiles: 800, equipment: 'E75', seatMap: 'e175' },
  { upToMiles: 1_600, equipment: '738', seatMap: '737-800' },
  { upToMiles: 2_600, equipment: '321', seatMap: 'a321' },
  { upToMiles: Number.POSITIVE_INFINITY, equipment: '77W', seatMap: '777-300er' },
];

const INSERT = `INSERT INTO flights (carrier, number, suffix, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare,
  currency) VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, 'USD')`;

/** No carrier has more flight numbers. */
const NUMBERS_MAX = 9_999;
/** So many carriers fly also where fewer had numbers enough, so that there is something to compare. */
const CARRIERS_MIN = 12;
const LETTERS = 26;
const [ALFA, QUEBEC] = ['A'.charCodeAt(0), 'Q'.charCodeAt(0)] as const;

/**
 * Carriers that share the flights of a day evenly: enough that no number flies twice on it. A number that leaves two airports on one day looks like a
 * through flight where one of them is reached from the other.
 */
const carriersFor = (flightsPerDay: number): string[] =>
  Array.from({ length: Math.max(CARRIERS_MIN, Math.ceil(flightsPerDay / NUMBERS_MAX)) }, (_, carrier) =>
    String.fromCharCode(QUEBEC + Math.floor(carrier / LETTERS), ALFA + (carrier % LETTERS)),
  );

/** Fills an empty, migrated store with flights that look like a schedule: about 3,000,000 in half a minute. */
export async function generateFlights(
  db: SqliteDatabase,
  { flightsPerDay, days, firstDay, seed, pull = 0 }: GeneratedFlights,
): Promise<void> {
  const random = seededRandom(seed);
  const pick = airportPicker(random, pull);
  const insert = db.change(INSERT);
  const carriers = carriersFor(flightsPerDay);
  await rebuildIndexesAround(db, ['flights'], () => {
    for (let day = firstDay; day < firstDay + days; day++) {
      const midnights = new Map<string, number>();
      for (let flight = 0; flight < flightsPerDay; flight++) {
        const origin = pick();
        let destination = pick();
        while (destination.code === origin.code) destination = pick();
        let midnight = midnights.get(origin.code);
        if (midnight === undefined) {
          midnight = localDay(dateOfDay(day), origin.zone).from;
          midnights.set(origin.code, midnight);
        }
        const miles = greatCircleMiles(origin, destination);
        const departs = midnight + Math.floor((5 + random.next() * 18.5) * 60) * MINUTE_MS;
        const arrives = departs + Math.round((30 + miles / 8) * (0.95 + random.next() * 0.15)) * MINUTE_MS;
        const fare = Math.round((45 + miles * 0.11) * (0.8 + random.next() * 0.6)) * 100;
        const { equipment = '', seatMap = '' } = SEAT_MAPS.find(({ upToMiles }) => miles <= upToMiles) ?? {};
        const carrier = carriers[flight % carriers.length] ?? '';
        const number = 1 + Math.floor(flight / carriers.length);
        insert.run(carrier, number, origin.code, destination.code, day, departs, arrives, equipment, seatMap, fare);
      }
    }
  });
}
