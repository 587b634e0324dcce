import { sell } from '../bench-sales.ts';
import type { Row } from '../figure.ts';
import { throughput } from './throughput.ts';

export const saleThroughput: Row = {
  metrics: ['sale.throughput'],
  async measure(bench) {
    const size = { warmUp: 12_000, rounds: 6, perRound: 4_000 };
    return [await throughput(bench, { metric: 'sale.throughput', unit: 'sales/s', target: 'ratio >= 0.55', ...size, work: sell })];
  },
};
