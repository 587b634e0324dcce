import { Simulation } from '../../../main/pricing/what-if/simulation.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { startWhatIf } from '../../../main/threads/start-what-if.ts';
import type { WhatIfProgress, WhatIfTask } from '../../../main/what-if/what-if-task.ts';
import { instant } from '../../../shared/instants.ts';
import { DEFAULT_DEMAND } from '../../../shared/methods/pricing-what-if.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';
import { makeSmallStore } from '../bench-hub.ts';
import type { Figure, Row } from '../figure.ts';
import { percentiles, timed } from '../measure.ts';
import { FULL_POLICY } from './full-policy.ts';

const SEATS = 180;
const TIMES = 9;
const IN_FORCE = POLICY_TEMPLATES.demand ?? [];
const taken = { authorised: SEATS, held: 0, sold: 0 };
const QUESTION: PriceQuestion = {
  ...{
    baseFare: 100_00,
    currency: 'USD',
    origin: '',
    miles: 2_475,
    date: '2026-11-26',
    daysAhead: 2,
    cabin: 'Y',
    ofCabin: taken,
    ofFlight: taken,
  },
  ...{ seat: 'standard', competitor: undefined, passenger: 'ADT', promotion: undefined },
};

/** A thousand simulated departures of one flight, by what is in force and by a draft of all rules: from the call to the end of the thread. */
export const pricingWhatIf: Row = {
  metrics: ['pricing.whatif'],
  async measure(bench) {
    const storeFile = await makeSmallStore(bench, 1);
    const { db } = await openStore({ file: storeFile, mode: 'live', fresh: { storeId: 'bench', locatorKey: 7, madeAt: Date.now() } });
    await db.change("INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (1, 'Y', ?, 0, 0)").run(SEATS);
    await db.close();
    const change = { kind: 'draft', scope: { kind: 'flight', flightId: 1 }, rules: [...FULL_POLICY] } as const;
    const [samples, raw]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TIMES; turn++) {
      const task: WhatIfTask = { storeFile, now: instant(Date.now()), change, ...DEFAULT_DEMAND, seed: 1 + turn };
      samples.push(await timed(() => whole(task)));
      raw.push(
        await timed(() => {
          const simulation = new Simulation([{ cabins: [QUESTION], before: IN_FORCE, after: FULL_POLICY }], task);
          simulation.fly(task.runs);
        }),
      );
    }
    const [spread, bare] = [percentiles(samples), percentiles(raw)];
    const note = `1,000 runs of ${SEATS} seats, ${TIMES} times on a thread of its own with its start; ratio to the runs alone, in turn`;
    const figure: Figure = {
      metric: 'pricing.whatif',
      value: spread.worst,
      unit: 'ms worst',
      target: '<= 2000',
      ratio: spread.worst / bare.worst,
      note,
    };
    return [{ ...figure, p50: spread.p50 }];
  },
};

async function whole(task: WhatIfTask): Promise<void> {
  let last: WhatIfProgress | undefined;
  const outcome = await startWhatIf(task, new AbortController().signal, (step) => {
    last = step;
  });
  if (outcome.ended !== 'well' || last?.simulated?.runs !== task.runs) throw new Error(`the what-if ended ${JSON.stringify(outcome)}`);
}
