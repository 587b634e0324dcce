import { startWhatIf } from '../../../main/threads/start-what-if.ts';
import { DEFAULT_DEMAND } from '../../../shared/methods/pricing-what-if.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { openBenchHub } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { percentiles, timed } from '../measure.ts';
import { spreadHolds } from '../stores/spread-holds.ts';
import { SELLERS, sellFor } from './sell-for.ts';

const ROUNDS = 3;
const WINDOW_MS = 3_500;
const SALES_MAX = 200_000;

/** How much less is sold while a draft is tried on three million flights, by turns with selling alone. */
export const pricingWhatIfSlowdown: Row = {
  metrics: ['pricing.whatif.slowdown'],
  async measure(bench) {
    const store = await bench.stores.prepared('flights');
    const holds = spreadHolds(store, SALES_MAX, 'what-if')[Symbol.iterator]();
    const storeFile = await bench.copyOf('flights');
    const opened = await openBenchHub(storeFile);
    await sellFor(WINDOW_MS, opened, holds);
    const change = { kind: 'draft', scope: { kind: 'network' }, rules: POLICY_TEMPLATES.tiers ?? [] } as const;
    const [alone, beside]: [number[], number[]] = [[], []];
    let [aloneMs, besideMs, read] = [0, 0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      aloneMs += await timed(async () => alone.push(...(await sellFor(WINDOW_MS, opened, holds))));
      const stop = new AbortController();
      const begun = Promise.withResolvers<void>();
      const ended = startWhatIf({ storeFile, now: opened.clock.now(), change, ...DEFAULT_DEMAND }, stop.signal, ({ done }) => {
        read = Math.max(read, done);
        begun.resolve();
      });
      await Promise.race([begun.promise, ended]);
      besideMs += await timed(async () => beside.push(...(await sellFor(WINDOW_MS, opened, holds))));
      stop.abort();
      const outcome = await ended;
      if (outcome.ended !== 'stopped') throw new Error(`the what-if was over too soon: ${JSON.stringify(outcome)}`);
    }
    const storeBytes = opened.bytes();
    await opened.close();
    const [aloneRate, besideRate] = [(alone.length * 1_000) / aloneMs, (beside.length * 1_000) / besideMs];
    const { p50, p99, p999 } = percentiles(beside);
    const note = `${SELLERS} agents sell ${aloneRate.toFixed(0)}/s alone, p99 ${percentiles(alone).p99.toFixed(1)} ms, ${besideRate.toFixed(0)}/s beside it; ${read} flights read in ${WINDOW_MS / 1_000} s`;
    const figure = { metric: 'pricing.whatif.slowdown', value: (1 - besideRate / aloneRate) * 100, unit: '% fewer sales', target: '<= 20' };
    return [{ ...figure, ratio: besideRate / aloneRate, p50, p99, p999, storeBytes, note }];
  },
};
