import type { SeededRandom } from '../../main/seeded-random.ts';
import type { ActionOf, Draft } from './action.ts';
import type { Around } from './around.ts';

/** One step in so many. */
const POST_ONE_IN = 50;
const WISH_ONE_IN = 70;
const AGAIN_ONE_IN = 90;
/** Bookings that were placed last. */
const LAST = 14;

/** Chooses what becomes of messages: they are carried away or not, sent again, and wanted or not. */
export class ChooseMessage {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    // The first draws say what a sale asks for.
    for (let burnt = 0; burnt < 2; burnt++) random.next();
    if (random.below(POST_ONE_IN) === 0)
      return { do: 'post', mood: random.pick(['well', 'well', 'well', 'half', 'half', 'refuse', 'refuse-for-good', 'hang'] as const) };
    if (random.below(WISH_ONE_IN) === 0) return this.#wish(random);
    if (random.below(AGAIN_ONE_IN) > 0) return undefined;
    const { messages } = this.#around.model();
    const dead = messages.filter(({ state }) => state === 'DEAD');
    const open = random.below(3) > 0 && dead.length > 0 ? dead : messages.filter(({ state }) => state !== 'SENT');
    const message = open.length > 0 && random.below(5) > 0 ? random.pick(open.slice(-LAST)).id : 1 + random.below(messages.length + 1);
    return { do: 'send-again', message, as: 'mercy', ...this.#onTheWay(random) };
  }

  /** How a sale says that its passengers are reached, and what they wish. */
  asked(): Pick<ActionOf<'confirm'>, 'contact' | 'wishes'> {
    const random = this.#around.own();
    const contact = random.pick([undefined, undefined, undefined, 'email', 'both'] as const);
    const wishes = random.pick([...Array.from({ length: 10 }, () => undefined), 'es', 'en', 'none'] as const);
    return { ...(contact ? { contact } : {}), ...(wishes ? { wishes } : {}) };
  }

  #wish(random: SeededRandom): Draft | undefined {
    const { model, keyOf } = this.#around;
    const { bookings } = model();
    const of = bookings.size === 0 ? undefined : keyOf(bookings.size - random.below(Math.min(LAST, bookings.size)));
    if (of === undefined) return undefined;
    const as = random.pick(['ana', 'ben', 'mercy'] as const);
    return { do: 'wish', of, wishes: random.pick(['es', 'en', 'none', 'none'] as const), as, ...this.#onTheWay(random) };
  }

  #onTheWay(random: SeededRandom) {
    return {
      ...(random.below(20) === 0 ? { lost: true as const } : {}),
      ...(random.below(20) === 0 ? { twice: true as const } : {}),
    };
  }
}
