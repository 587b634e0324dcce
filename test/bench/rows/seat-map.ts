import Sqlite from 'better-sqlite3';
import type { Row } from '../figure.ts';
import { readLatency } from './read-latency.ts';

const WARM_UP = 100;
const TIMES = 1_000;

/** Seat maps of flights that people have booked, of all sizes. */
export const seatMapRead: Row = {
  metrics: ['seatmap.read'],
  async measure(bench) {
    const { file } = await bench.stores.prepared('million');
    const db = new Sqlite(file, { readonly: true });
    const sql = `SELECT DISTINCT flight_id AS flightId FROM cabin_counters WHERE flight_id % 7 = 0 LIMIT ${WARM_UP + TIMES}`;
    const inputs = db.prepare(sql).all() as { flightId: number }[];
    db.close();
    const note = `${TIMES} flights; ratio to the same statements by bare better-sqlite3, in turn`;
    return [await readLatency(file, { metric: 'seatmap.read', target: 5, query: 'flights.seatMap', warmUp: WARM_UP, inputs, note })];
  },
};
