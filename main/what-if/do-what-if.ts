import type { Instant } from '../../shared/instants.ts';
import type { Simulated } from '../../shared/methods/pricing-what-if.ts';
import type { PoliciesInForce } from '../pricing/policies-in-force.ts';
import { ChangedFlights } from '../pricing/what-if/changed-flights.ts';
import { compareCabin, unchangedCabin } from '../pricing/what-if/compare-cabin.ts';
import { type SampledFlight, Simulation } from '../pricing/what-if/simulation.ts';
import { SpreadSample } from '../pricing/what-if/spread-sample.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { CounterOfFlight, FlightRow } from '../store/tables/flights-table.ts';
import { policiesAfter } from '../store/tables/policies-table.ts';
import { NO_COUNTERS } from '../views/flight-view.ts';
import { readPolicies } from '../views/known-policies.ts';
import { cabinsOfFlight } from './cabins-of-flight.ts';
import { flightsOfScope } from './flights-of-scope.ts';
import { type TwoPolicies, twoPolicies } from './two-policies.ts';
import type { WhatIfProgress, WhatIfTask } from './what-if-task.ts';

/** Progress is told at most this often, and at the end of each stage. */
const TELL_EVERY_MS = 200;
/** Flights of the scope that the simulation takes by turns. */
const SAMPLE_MAX = 30;
/** Runs between two looks at the clock. */
const RUNS_AT_ONCE = 5;

/**
 * Compares two ways of pricing, first on the flights as they are loaded now, then on simulated demand. It keeps its thread busy. `steady`:
 * steady milliseconds, for the progress alone; no figure depends on it.
 */
export async function doWhatIf(
  db: ReadDatabase,
  reference: Reference,
  task: WhatIfTask,
  tell: (progress: WhatIfProgress) => void,
  steady: () => number = () => performance.now(),
): Promise<void> {
  const sides = twoPolicies(await policiesAfter(db, 0), task.change, task.now);
  const policies = await readPolicies(db);
  const changed = new ChangedFlights();
  const samples = new Map<string, SpreadSample<SampledFlight>>();
  let toldAt = Number.NEGATIVE_INFINITY;
  const say = (progress: () => WhatIfProgress, always: boolean): void => {
    if (!always && steady() - toldAt < TELL_EVERY_MS) return;
    toldAt = steady();
    tell(progress());
  };

  let [done, total] = [0, 0];
  const loading = (): WhatIfProgress => ({ stage: 'loads', done, total, loads: changed.figures, simulated: null });
  for await (const part of flightsOfScope(db, sides.scope, task.now)) {
    compareFlights(part.rows, part.counters, { reference, now: task.now, policies, sides, changed, samples });
    ({ done, total } = part);
    say(loading, false);
  }
  say(loading, true);

  const sample = [...samples.values()].reduce<SpreadSample<SampledFlight> | undefined>(
    (most, each) => (most && most.seen >= each.seen ? most : each),
    undefined,
  );
  if (!sample) return;
  const simulation = new Simulation(sample.items, task);
  const loads = changed.figures;
  const simulating = (): WhatIfProgress => {
    const simulated: Simulated | null = simulation.figures ?? null;
    return { stage: 'simulation', done: simulation.runs, total: task.runs, loads, simulated };
  };
  while (!simulation.done) {
    simulation.fly(RUNS_AT_ONCE);
    say(simulating, simulation.done);
  }
}

interface Comparing {
  readonly reference: Reference;
  readonly now: Instant;
  /** What was decided by hand about classes counts on both sides. */
  readonly policies: PoliciesInForce;
  readonly sides: TwoPolicies;
  readonly changed: ChangedFlights;
  /** By currency: amounts of two currencies cannot be added. */
  readonly samples: Map<string, SpreadSample<SampledFlight>>;
}

function compareFlights(
  rows: readonly FlightRow[],
  counters: readonly CounterOfFlight[],
  { reference, now, policies, sides, changed, samples }: Comparing,
): void {
  const byFlight = new Map<number, CounterOfFlight[]>();
  for (const counter of counters) {
    const all = byFlight.get(counter.flight_id);
    if (all) all.push(counter);
    else byFlight.set(counter.flight_id, [counter]);
  }
  for (const row of rows) {
    const { before, after, both, why } = sides.of(row);
    const cabins = cabinsOfFlight(row, byFlight.get(row.id) ?? NO_COUNTERS, both, { reference, now, policies });
    changed.add(
      cabins.map(({ facts, question }) => {
        const { authorised, held, sold } = question.ofCabin;
        const price = why ? unchangedCabin(question, before, why) : compareCabin(question, before, after);
        return { facts, currency: row.currency, left: Math.max(0, authorised - held - sold), price };
      }),
    );
    if (why) continue;
    const sample = samples.get(row.currency) ?? new SpreadSample<SampledFlight>(SAMPLE_MAX);
    samples.set(row.currency, sample);
    sample.add(() => ({ cabins: cabins.map(({ question }) => question), before, after }));
  }
}
