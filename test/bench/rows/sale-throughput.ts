import { Payments } from '../../../main/payment/take-payment.ts';
import { HERE } from '../../main/support/here.ts';
import { sale } from '../../main/support/test-hub.ts';
import { AGENT, accepted, type BenchHub, holdInput, placeHold } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { throughput } from './throughput.ts';

const CONNECTION = { session: undefined, caller: HERE, notify() {} };

/** Whole sales: a hold, then names and cash in one step, as an agent's console asks for them. */
function sell(opened: BenchHub) {
  const confirm = new Payments({
    hub: opened.hub,
    terminal: undefined,
    wait: () => Promise.reject(new Error('cash asks no terminal')),
  }).confirm;
  return async (turn: number) => {
    const input = { requestId: `bench-confirm-${turn}`, ...sale(await placeHold(opened, holdInput(turn))) };
    accepted(await confirm({ session: undefined, actor: AGENT, connection: CONNECTION }, input));
  };
}

export const saleThroughput: Row = {
  metrics: ['sale.throughput'],
  async measure(bench) {
    const size = { warmUp: 12_000, rounds: 6, perRound: 4_000 };
    return [await throughput(bench, { metric: 'sale.throughput', unit: 'sales/s', target: 'ratio >= 0.55', ...size, work: sell })];
  },
};
