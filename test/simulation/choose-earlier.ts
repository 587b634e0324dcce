import { MINUTE_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { fileOfDay } from './file-of-day.ts';
import { CLOSE_MS } from './world.ts';

/** One step in so many. */
const EARLIER_ONE_IN = 40;
/** Minutes from now until sales close then. */
const CLOSES_IN = [-40, -20, 0, 1, 2, 4, 8, 90] as const;

/** Has the flight of a hold leave earlier by a file, so that its sales close while it is held, or have closed. Its chance is its own. */
export class ChooseEarlier {
  readonly #around: Around;
  #plan: Draft[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  next(key: number): Draft | undefined {
    const planned = this.#plan.shift();
    if (planned) return planned;
    const random = this.#around.own();
    if (random.below(EARLIER_ONE_IN) > 0) return undefined;
    const [model, now] = [this.#around.model(), this.#around.now()];
    const holds = model.holds();
    const later = holds.filter(({ payBy }) => payBy);
    const of = later.length > 0 && random.below(2) === 0 ? later : holds;
    if (of.length === 0) return undefined;
    const { legs } = random.pick(of);
    const flight = model.flights.get(random.pick(legs).flightId);
    if (!flight || flight.cancelled || flight.carrier !== 'SA') return undefined;
    const departs = now - (now % MINUTE_MS) + random.pick(CLOSES_IN) * MINUTE_MS + CLOSE_MS;
    if (departs >= flight.departs) return undefined;
    this.#plan = [{ do: 'apply', of: key }];
    return fileOfDay(model, flight, { departs, arrives: departs + flight.arrives - flight.departs });
  }
}
