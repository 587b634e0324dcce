import type { SeededRandom } from '../../main/seeded-random.ts';
import type { Model, ModelFlight } from './model/model.ts';

/** What those who choose the steps beside the sale of seats see of the run. */
export interface Around {
  /** Chance of the step alone: what is drawn here leaves the draws of other choosers as they are. */
  readonly own: () => SeededRandom;
  readonly model: () => Model;
  readonly now: () => number;
  readonly openFlights: () => readonly ModelFlight[];
  /** The step that placed a booking, if somebody has heard of it. */
  readonly keyOf: (bookingId: number) => number | undefined;
  /** The entry of a step that joined, if somebody has heard of it. */
  readonly entryOf: (key: number) => number | undefined;
}
