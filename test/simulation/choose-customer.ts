import type { SeededRandom } from '../../main/seeded-random.ts';
import type { ActionOf, Draft, RecordTyped } from './action.ts';
import type { Around } from './around.ts';

/** One step in so many. */
const KEEP_ONE_IN = 60;
const CHANGE_ONE_IN = 110;
const ERASE_ONE_IN = 90;
/** One sale in so many. */
const ASKED_ONE_IN = 6;
/** Bookings that were placed last. */
const LAST = 12;

/** Chooses records of passengers: kept on request, changed, used for a sale and erased. */
export class ChooseCustomer {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    // The first draws say what a sale asks for.
    for (let burnt = 0; burnt < 3; burnt++) random.next();
    if (random.below(KEEP_ONE_IN) === 0)
      return { do: 'keep-customer', of: this.#of(random), record: this.#record(random), as: this.#as(random), ...this.#twice(random) };
    if (random.below(CHANGE_ONE_IN) === 0)
      return {
        ...{ do: 'change-customer', customer: this.#customer(random), seen: random.below(5) === 0 ? 1 : 0 },
        ...{ record: this.#record(random), as: this.#as(random), ...this.#twice(random) },
      };
    if (random.below(ERASE_ONE_IN) > 0) return undefined;
    return { do: 'erase-customer', customer: this.#customer(random), as: 'mercy', ...this.#twice(random) };
  }

  /** Whether a sale was filled in by a record, or asks that one is kept. */
  asked(): Pick<ActionOf<'confirm'>, 'customer'> {
    const random = this.#around.own();
    if (random.below(ASKED_ONE_IN) > 0) return {};
    return { customer: random.below(2) === 0 ? 0 : this.#customer(random) };
  }

  #as = (random: SeededRandom) => random.pick(['ana', 'ben', 'mercy'] as const);
  #twice = (random: SeededRandom) => (random.below(15) === 0 ? { twice: true as const } : {});

  #of(random: SeededRandom): number {
    const { model, keyOf } = this.#around;
    const { size } = model().bookings;
    return size === 0 || random.below(2) === 0 ? 0 : (keyOf(size - random.below(Math.min(LAST, size))) ?? 0);
  }

  /** One that is kept, mostly. */
  #customer(random: SeededRandom): number {
    const { all } = this.#around.model().customers;
    const kept = all.filter(({ erasedAt }) => erasedAt === null).map(({ id }) => id);
    return kept.length > 0 && random.below(6) > 0 ? random.pick(kept) : 1 + random.below(all.length + 1);
  }

  #record(random: SeededRandom): RecordTyped {
    return {
      given: random.pick(['Elena A', 'Elena B', 'Elena C', 'Elenna C', 'Maximilian A', 'Elena D']),
      phone: random.pick(['+1 212 555 0148', '212 555 0148', '+1 646 555 0199', '', 'at home']),
      email: random.pick(['', '', 'e.petrov@example.com', 'E.Petrov@example.com', 'other.petrov@example.com']),
      born: random.below(3) === 0,
      spelt: random.below(12) === 0 ? 'no-letters' : 'right',
    };
  }
}
