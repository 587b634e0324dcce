import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { ADULT } from './model/weights.ts';

/** One step in so many. */
const WEIGHT_ONE_IN = 30;

/** Chooses what flights may carry: a limit for a few passengers more or less than are there, sometimes none again. */
export class ChooseWeight {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    if (random.below(WEIGHT_ONE_IN) > 0) return undefined;
    const open = this.#around.openFlights();
    if (open.length === 0) return undefined;
    const { id: flight } = random.pick(open);
    const { counters } = this.#around.model();
    const taken = (['J', 'Y'] as const).reduce((sum, cabin) => {
      const { held = 0, sold = 0 } = counters.get(`${flight} ${cabin}`) ?? {};
      return sum + held + sold;
    }, 0);
    const limit = random.below(5) === 0 ? null : Math.max(1, (taken + random.below(5) - 1) * ADULT + random.below(ADULT));
    return { do: 'weigh', flight, limit, as: random.below(10) === 0 ? 'ana' : 'mercy' };
  }
}
