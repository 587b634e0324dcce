import type { SeededRandom } from '../../main/seeded-random.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import { QUEUES, type QueueName } from '../../shared/queues.ts';
import type { Draft, QueueStep } from './action.ts';
import type { Around } from './around.ts';
import { inQueue, openedBy } from './model/queues.ts';
import { STAFF, type Staff } from './world.ts';

/** One step in so many. */
const WORK_ONE_IN = 26;
const LOOK_ONE_IN = 80;
const LEAVE_ONE_IN = 400;
const STAFFED: readonly Staff[] = ['ana', 'ana', 'ben', 'mercy'];

/** Chooses what desks do with the items of queues. */
export class ChooseQueue {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    const as = random.pick(STAFFED);
    if (random.below(WORK_ONE_IN) === 0) return this.#work(random, as);
    if (random.below(LOOK_ONE_IN) === 0) return { do: 'read', what: 'queue', queue: this.#queue(random), as };
    if (random.below(LEAVE_ONE_IN) === 0) return { do: 'desk-leaves', who: as };
    return undefined;
  }

  /** One in which something waits, mostly. */
  #queue(random: SeededRandom): QueueName {
    const { model, now } = this.#around;
    const full = QUEUES.filter((queue) => inQueue(model(), queue, now()).length > 0);
    return full.length === 0 || random.below(8) === 0 ? random.pick(QUEUES) : random.pick(full);
  }

  /** The desk goes on with what it has open, mostly, or opens the next one. */
  #work(random: SeededRandom, as: Staff): Draft {
    const { model, now } = this.#around;
    const [open] = openedBy(model(), STAFF[as].desk);
    const goesOn = open !== undefined && random.below(5) > 0;
    const queue = goesOn ? open.queue : this.#queue(random);
    const items = inQueue(model(), queue, now());
    const one = items.length > 0 && random.below(8) > 0 ? random.pick(items.slice(0, 6)).subject : 1 + random.below(40);
    const what = goesOn
      ? random.pick<QueueStep>(['done', 'done', 'later', 'pass', 'letGo', 'next', 'open'])
      : random.pick<QueueStep>(['next', 'next', 'next', 'next', 'open', 'open', 'open', 'done', 'letGo', 'pass']);
    return {
      ...{ do: 'queue', what, queue, subject: goesOn ? open.subject : one, after: random.below(2) === 0 },
      ms: random.pick([MINUTE_MS, 5 * MINUTE_MS, HOUR_MS, DAY_MS, 15 * DAY_MS, -MINUTE_MS]),
      to: random.pick(['T1', 'T2', 'T3', 'T9']),
      remark: random.pick(['', '', 'called, nobody answers']),
      as,
      ...(random.below(20) === 0 ? { lost: true as const } : {}),
      ...(random.below(20) === 0 ? { twice: true as const } : {}),
    };
  }
}
