import { type BenchHub, holdInput, placeHold } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { throughput } from './throughput.ts';

/** Holds through the desk, once it is warm: the first second of a rush is a fifth slower, while V8 compiles what is hot and the log's file grows. */
export const holdThroughput: Row = {
  metrics: ['hold.throughput'],
  async measure(bench) {
    const work = (opened: BenchHub) => (turn: number) => placeHold(opened, holdInput(turn));
    const size = { warmUp: 20_000, rounds: 10, perRound: 6_000 };
    return [await throughput(bench, { metric: 'hold.throughput', unit: 'holds/s', target: 'ratio >= 0.65', ...size, work })];
  },
};
