import { SYSTEM } from '../../../main/actor.ts';
import { accepted, makeSmallStore, openBenchHub } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { readLatency } from './read-latency.ts';

const WARM_UP = 3;
const TIMES = 30;

/** The board of all airports on the sample day, some 17,000 flights: the longest list that a console ever asks for. */
export const boardRead: Row = {
  metrics: ['board.read'],
  async measure(bench) {
    const file = await makeSmallStore(bench, 0);
    const opened = await openBenchHub(file);
    accepted(await opened.hub.change('schedule.loadSample', {}, SYSTEM, null));
    await opened.close();
    const date = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const inputs = Array.from({ length: WARM_UP + TIMES }, () => ({ from: null, date }));
    const note = 'all flights of a day; ratio to the same statements by bare better-sqlite3, in turn';
    return [await readLatency(file, { metric: 'board.read', target: 100, query: 'flights.board', warmUp: WARM_UP, inputs, note })];
  },
};
