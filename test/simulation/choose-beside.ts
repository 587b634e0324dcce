import type { SeededRandom } from '../../main/seeded-random.ts';
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

/** Chooses what happens beside the sale of seats: what follows it, parties wait for seats, seats are blocked, passengers are told, and desks work queues. */
export class ChooseBeside {
  readonly #after: ChooseAfter;
  readonly #wait: ChooseWait;
  readonly #over: ChooseOver;
  readonly #message: ChooseMessage;
  readonly #queue: ChooseQueue;
  readonly #infant: ChooseInfant;
  readonly #customer: ChooseCustomer;

  constructor({ own, model, now, openFlights, keyOf, entryOf }: Around) {
    this.#after = new ChooseAfter({ own: () => own(0), model, now, keyOf });
    this.#wait = new ChooseWait({ own: () => own(500_000), model, openFlights, entryOf });
    this.#over = new ChooseOver({ own: () => own(700_000), model, openFlights });
    this.#message = new ChooseMessage({ own: () => own(800_000), model, keyOf });
    this.#queue = new ChooseQueue({ own: () => own(900_000), model, now });
    this.#infant = new ChooseInfant({ own: () => own(1_000_000), model, now, keyOf });
    this.#customer = new ChooseCustomer({ own: () => own(1_100_000), model, keyOf });
  }

  /** `key`: of the step that is chosen. */
  next(key: number): Draft | undefined {
    return (
      this.#after.next() ??
      this.#wait.next() ??
      this.#over.next(key) ??
      this.#message.next() ??
      this.#queue.next() ??
      this.#infant.next() ??
      this.#customer.next()
    );
  }

  /** What else a step says, which draws of its own decide. */
  whole<Some extends Draft>(draft: Some): Some {
    if (draft.do === 'place') return { ...draft, ...this.#infant.seated(draft) };
    return draft.do === 'confirm' ? { ...draft, ...this.#message.asked(), ...this.#customer.asked() } : draft;
  }

  /** Somebody joined a waitlist with this step. */
  joined(key: number): void {
    this.#wait.joined(key);
  }
}
