import { type SeededRandom, seededRandom } from '../../main/seeded-random.ts';
import type { Draft } from './action.ts';
import { ChooseAfter } from './choose-after.ts';
import { ChooseCustomer } from './choose-customer.ts';
import { ChooseInfant } from './choose-infant.ts';
import { ChooseMessage } from './choose-message.ts';
import { ChooseOver } from './choose-over.ts';
import { ChooseQueue } from './choose-queue.ts';
import { ChooseWait } from './choose-wait.ts';
import type { Model, ModelFlight } from './model/model.ts';

interface Around {
  /** Chance of the step alone, apart from that of other choosers: each names a number of its own. */
  readonly own: (apart: number) => SeededRandom;
  readonly model: () => Model;
  readonly now: () => number;
  readonly openFlights: () => readonly ModelFlight[];
  /** The step that placed a booking, if somebody has heard of it. */
  readonly keyOf: (bookingId: number) => number | undefined;
  /** The entry of a step that joined, if somebody has heard of it. */
  readonly entryOf: (key: number) => number | undefined;
}

/**
 * Chooses what happens beside the sale of seats: what follows it, parties wait for seats, seats are blocked, passengers are told, and desks work queues.
 * Of blocks, messages, queues, infants and customers each seed draws some and leaves the others out: with all of them few steps are left to sales, and
 * what needs many sales to happen would be met by chance alone.
 */
export class ChooseBeside {
  readonly #after: ChooseAfter;
  readonly #wait: ChooseWait;
  readonly #over: ChooseOver;
  readonly #message: ChooseMessage;
  readonly #queue: ChooseQueue;
  readonly #infant: ChooseInfant;
  readonly #customer: ChooseCustomer;
  readonly #has: Readonly<Record<'over' | 'message' | 'queue' | 'infant' | 'customer', boolean>>;

  constructor(seed: number, { own, model, now, openFlights, keyOf, entryOf }: Around) {
    this.#after = new ChooseAfter({ own: () => own(0), model, now, keyOf });
    this.#wait = new ChooseWait({ own: () => own(500_000), model, openFlights, entryOf });
    this.#over = new ChooseOver({ own: () => own(700_000), model, openFlights });
    this.#message = new ChooseMessage({ own: () => own(800_000), model, keyOf });
    this.#queue = new ChooseQueue({ own: () => own(900_000), model, now });
    this.#infant = new ChooseInfant({ own: () => own(1_000_000), model, now, keyOf });
    this.#customer = new ChooseCustomer({ own: () => own(1_100_000), model, keyOf });
    const drawn = seededRandom(seed + 1_200_000);
    const has = (): boolean => drawn.below(2) === 0;
    this.#has = { over: has(), message: has(), queue: has(), infant: has(), customer: has() };
  }

  /** `key`: of the step that is chosen. */
  next(key: number): Draft | undefined {
    const has = this.#has;
    return (
      this.#after.next() ??
      this.#wait.next() ??
      (has.over ? this.#over.next(key) : undefined) ??
      (has.message ? this.#message.next() : undefined) ??
      (has.queue ? this.#queue.next() : undefined) ??
      (has.infant ? this.#infant.next() : undefined) ??
      (has.customer ? this.#customer.next() : undefined)
    );
  }

  /** What else a step says, which draws of its own decide. */
  whole<Some extends Draft>(draft: Some): Some {
    const { infant, message, customer } = this.#has;
    if (draft.do === 'place') return { ...draft, ...(infant ? this.#infant.seated(draft) : {}) };
    return draft.do === 'confirm'
      ? { ...draft, ...(message ? this.#message.asked() : {}), ...(customer ? this.#customer.asked() : {}) }
      : draft;
  }

  /** Somebody joined a waitlist with this step. */
  joined(key: number): void {
    this.#wait.joined(key);
  }
}
