import { create } from 'zustand';
import { WHAT_IF_DEMAND_MAX, WHAT_IF_SEED_MAX } from '../../shared/bounds.ts';
import { DEFAULT_DEMAND, type DemandOrder } from '../../shared/methods/pricing-what-if.ts';
import { countText } from '../format/count-text.ts';
import { Segments } from '../parts/segments.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';

/** How demand is simulated, as typed. They stay for the next what-if. */
interface WhatIfOptions {
  readonly runs: number;
  readonly order: DemandOrder;
  readonly demand: string;
  readonly seed: string;
}

export const useWhatIfOptions = create<WhatIfOptions>(() => ({
  runs: DEFAULT_DEMAND.runs,
  order: DEFAULT_DEMAND.order,
  demand: String(DEFAULT_DEMAND.demandPercent),
  seed: String(DEFAULT_DEMAND.seed),
}));

const RUNS = [200, 1_000, 5_000];

/** A whole number from 1 to `most`; undefined for anything else. */
const read = (text: string, most: number): number | undefined =>
  /^\d{1,6}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined;

/** What the fields mean; undefined while one of them cannot be read. */
export function readOptions({ runs, order, demand, seed }: WhatIfOptions) {
  const [demandPercent, known] = [read(demand, WHAT_IF_DEMAND_MAX), read(seed, WHAT_IF_SEED_MAX)];
  return demandPercent === undefined || known === undefined ? undefined : { runs, order, demandPercent, seed: known };
}

/** The fields of the simulation. Enter in one of them begins it. */
export function WhatIfFields({ onStart }: { onStart: () => void }) {
  const options = useWhatIfOptions();
  const set = (change: Partial<WhatIfOptions>): void => useWhatIfOptions.setState(change);
  return (
    <form
      className="wi-options"
      aria-label="Simulated demand"
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <Segments
        label="Who asks first"
        value={options.order}
        onChange={(order) => set({ order })}
        choices={[
          { value: 'mixed', text: 'mixed' },
          { value: 'low-fare-first', text: 'low fares' },
        ]}
      />
      <SelectField
        label="Runs"
        className="wi-runs"
        value={String(options.runs)}
        choices={RUNS.map((runs) => ({ value: String(runs), text: countText(runs) }))}
        onChange={(runs) => set({ runs: Number(runs) })}
      />
      <TextField
        label="Demand, % of the seats"
        className="wi-number"
        inputMode="numeric"
        value={options.demand}
        wrong={read(options.demand, WHAT_IF_DEMAND_MAX) === undefined ? `1 to ${WHAT_IF_DEMAND_MAX}` : undefined}
        onChange={(demand) => set({ demand })}
      />
      <TextField
        label="Seed of the arrivals"
        className="wi-number"
        inputMode="numeric"
        value={options.seed}
        wrong={read(options.seed, WHAT_IF_SEED_MAX) === undefined ? `1 to ${countText(WHAT_IF_SEED_MAX)}` : undefined}
        onChange={(seed) => set({ seed })}
      />
      <button type="submit" hidden />
    </form>
  );
}
