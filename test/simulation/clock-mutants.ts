import type { Mutant } from './mutant.ts';

/** Bugs planted in what the hub makes of a clock that was set. */
export const CLOCK_MUTANTS: readonly Mutant[] = [
  {
    name: 'every step of the clock is believed',
    file: 'main/hub/clock.ts',
    find: 'if (this.#opened && this.#wallBase - this.#base > CLOCK_STEP_MS_MAX)',
    replace: 'if (this.#wallBase - this.#base > 10 ** 15)',
    kind: 'doubtful time',
    seed: 2,
  },
  {
    name: 'a store that was closed for days is opened without a question',
    file: 'main/hub/clock.ts',
    find: 'const doubtful = !this.#opened',
    replace: 'const doubtful = this.#opened',
    kind: 'doubtful time',
    seed: 2,
  },
  {
    name: 'a hold outlives the time by which it was held',
    file: 'main/commands/set-clock-back.ts',
    find: "await endAllHolds(context, 'the clock was set right')",
    replace: '{ ended: 0, freed: [] }',
    seed: 5,
  },
  {
    name: 'what came free while the clock stood ahead is given to nobody once it is set back',
    file: 'main/commands/set-clock-back.ts',
    find: 'await offerFreed(context, [...freed, ...gaveWay, ...(await oversoldCabins(db)), ...(await waitedFor(db))]);',
    replace: 'await offerFreed(context, freed);',
    seed: 34,
  },
  {
    name: 'a decision about the clock that is refused ends holds by its time',
    file: 'main/engine/engine.ts',
    find: ' && !CLOCK_DECISIONS.has(command.name)',
    replace: '',
    seed: 2,
  },
];
