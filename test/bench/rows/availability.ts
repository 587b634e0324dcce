import Sqlite from 'better-sqlite3';
import { seededRandom } from '../../../main/seeded-random.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { cabinCounters } from '../../../main/store/tables/flights-table.ts';
import type { Row } from '../figure.ts';
import { percentiles, timed } from '../measure.ts';

const ROUNDS = 10;
const LOOK_UPS_PER_ROUND = 40_000;

/** Cabin availability as a search asks for it: the counters of one flight after the other, half of them of booked flights. */
export const availability: Row = {
  metrics: ['availability.lookups'],
  async measure(bench) {
    const { file, bytes, recipe } = await bench.stores.prepared('million');
    const db = new SqliteDatabase({ file, readOnly: true });
    const bare = new Sqlite(file, { readonly: true });
    bare.pragma('cache_size = -65536');
    const statement = bare.prepare('SELECT cabin, authorised, held, sold FROM cabin_counters WHERE flight_id = ?');
    const random = seededRandom(1);
    const booked = bare.prepare('SELECT DISTINCT flight_id FROM cabin_counters').pluck().all() as number[];
    const flights = recipe.flightsPerDay * recipe.days;
    const samples: number[] = [];
    let [ms, rawMs] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const ids = Array.from({ length: LOOK_UPS_PER_ROUND }, (_, n) => (n % 2 === 0 ? random.pick(booked) : 1 + random.below(flights)));
      rawMs += await timed(() => {
        for (const id of ids) statement.all(id);
      });
      ms += await timed(async () => {
        for (const id of ids) await cabinCounters(db, id);
      });
      for (const id of ids.slice(0, 2_000)) samples.push(await timed(() => cabinCounters(db, id)));
    }
    db.close();
    bare.close();
    const rate = (total: number) => (ROUNDS * LOOK_UPS_PER_ROUND * 1_000) / total;
    const { p50, p99, p999 } = percentiles(samples);
    const note = `in one thread, half of them of untouched flights; bare better-sqlite3 ${rate(rawMs).toFixed(0)}/s`;
    const figure = { metric: 'availability.lookups', value: rate(ms), unit: 'look-ups/s', target: '>= 100000', ratio: rawMs / ms };
    return [{ ...figure, p50, p99, p999, storeBytes: bytes, note }];
  },
};
