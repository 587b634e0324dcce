import type { SeededRandom } from '../../main/seeded-random.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { QueueName } from '../../shared/queues.ts';
import type { ActionOf, ChangeAsked, Draft } from './action.ts';
import type { Around } from './around.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import type { ModelBooking } from './model/model.ts';
import { PROMOTED } from './model/policies.ts';
import { inQueue } from './model/queues.ts';
import { SEATS, STAFF } from './world.ts';

/** One step in so many. */
const BEGUN_ONE_IN = 60;
/** So many steps later nobody waits any more for what the next step needs. */
const PATIENCE = 24;
/** No time limit of these comes near a departure. */
const FAR_MS = 8 * HOUR_MS;
const AS = 'ana';
const CASH = { tenders: ['cash'], voucher: 0, off: 0, as: AS } as const;
/** Queues in which an item stays until somebody does something. */
const STAYING: readonly QueueName[] = ['failedPayment', 'failedMessage', 'refundDue'];

/** The next step, once what it needs is there. */
type Next = () => Draft | undefined;

/** Takes one thing through all of its states, of which each follows from the one before: they would hardly meet by chance. */
export class ChooseThrough {
  readonly #around: Around;
  #steps: Next[] = [];
  #waited = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    const [step] = this.#steps;
    if (!step) {
      if (random.below(BEGUN_ONE_IN) === 0) this.#steps = random.pick([this.#infant, this.#limit, this.#putOff])(random);
      return undefined;
    }
    const draft = step();
    if (draft) this.#steps.shift();
    this.#waited = draft ? 0 : this.#waited + 1;
    if (this.#waited > PATIENCE) this.#steps = [];
    return draft;
  }

  /** An infant comes onto a lap, where that costs something, and then stays at home. */
  #infant = (random: SeededRandom): Next[] => {
    const seats = this.#seat(random);
    if (!seats) return [];
    const { flight } = seats;
    const sold = this.#placed();
    const isQuoted = ({ bookingId, version }: ModelBooking): boolean =>
      this.#around.model().quotes.findLast((quote) => quote.bookingId === bookingId)?.bookingVersion === version;
    const change = (asked: (booking: ModelBooking) => ChangeAsked): Next[] => [
      () => sold('CONFIRMED', (of, booking) => ({ do: 'change-quote', of, change: asked(booking), as: AS })),
      () => sold('CONFIRMED', (of, booking) => (isQuoted(booking) ? { do: 'change', of, quote: 'newest', ...CASH } : undefined)),
    ];
    const once = random.below(2) === 0;
    return [
      () => ({ do: 'publish', flight, of: 'flight', name: PROMOTED, starts: 0, lasts: null, based: 'seen' }),
      () => this.#holds(seats),
      () => sold('HOLD', (of) => ({ do: 'confirm', of, names: 'right', ...CASH })),
      ...change(() => ({ kind: 'infant', places: [0], born: 'right' })),
      ...(once ? [] : change(() => ({ kind: 'leave', passengers: [], laps: [1] }))),
    ];
  };

  /** A hold is paid later, which its queue says is done. Then its limit is moved, and it waits again. No other hold of the desk may be paid later. */
  #limit = (random: SeededRandom): Next[] => {
    const seats = this.#seat(random);
    if (!seats) return [];
    const held = this.#placed();
    const atLimit = random.pick(['cancel', 'queue'] as const);
    const limit = (ms: number): Next => {
      return () => held('HOLD', (of) => ({ do: 'pay-later', of, ms, atLimit, names: 'right', as: AS }));
    };
    const isIn = () => held('HOLD', (_, { payBy }) => (payBy ? this.#read('timeLimit') : undefined));
    const work = (what: 'open' | 'done'): Next => {
      return () => held('HOLD', (_, { bookingId, payBy }) => (payBy ? worked(what, 'timeLimit', bookingId) : undefined));
    };
    const most = () =>
      this.#around
        .model()
        .holds()
        .filter(({ desk, payBy }) => payBy && desk === STAFF[AS].desk).length;
    const [first, then] = random.pick([
      [3 * HOUR_MS, 2 * HOUR_MS],
      [2 * HOUR_MS, 3 * HOUR_MS],
      [3 * HOUR_MS, 2 * MINUTE_MS],
    ] as const);
    return [
      () => ({ do: 'setting', name: 'payLaterDays', value: 3, as: 'mercy' }),
      () => this.#holds(seats),
      () => held('HOLD', () => ({ do: 'setting', name: 'payLaterMost', value: most() + 1, as: 'mercy' })),
      limit(first),
      work('open'),
      work('done'),
      limit(then),
      isIn,
      () => ({ do: 'wait', ms: then < HOUR_MS ? then + SECOND_MS : SECOND_MS }),
      () => this.#read('timeLimit'),
      () => ({ do: 'setting', name: 'payLaterMost', value: 20, as: 'mercy' }),
    ];
  };

  /** An item of a queue is put off: nobody gets it meanwhile, and then it comes again. */
  #putOff = (random: SeededRandom): Next[] => {
    const { model, now } = this.#around;
    const full = STAYING.filter((queue) => inQueue(model(), queue, now()).some(({ open, laterAt }) => open === null && laterAt === null));
    if (full.length === 0) return [];
    const queue = random.pick(full);
    const item = inQueue(model(), queue, now()).find(({ open, laterAt }) => open === null && laterAt === null);
    if (!item) return [];
    const { subject } = item;
    const ms = random.pick([20 * SECOND_MS, MINUTE_MS]);
    return [
      () => worked('open', queue, subject),
      () => worked('later', queue, subject, ms),
      () => this.#read(queue),
      () => worked('next', queue, subject),
      () => ({ do: 'wait', ms: ms + SECOND_MS }),
      () => this.#read(queue),
      () => worked('next', queue, subject),
    ];
  };

  #read(queue: QueueName): Draft {
    return { do: 'read', what: 'queue', queue, as: AS };
  }

  /** A seat that nobody has, in no exit row. */
  #seat(random: SeededRandom) {
    const { model, now, openFlights } = this.#around;
    const far = openFlights().filter(({ id, departs }) => departs - now() > FAR_MS && model().room(id, 'Y') > 0);
    if (far.length === 0) return undefined;
    const { id: flight, map } = random.pick(far);
    const seat = seatsOf(model(), flight, 'Y').find((one) => isFree(model(), flight, one) && !SEATS[map]?.[one]?.exit);
    return seat === undefined ? undefined : { flight, seat };
  }

  #holds({ flight, seat }: { readonly flight: number; readonly seat: string }): Draft {
    const legs: ActionOf<'place'>['legs'] = [{ flight, cabin: 'Y', seats: [seat] }];
    return { do: 'place', legs, party: ['ADT'], spoken: true, minutes: 30, as: AS };
  }

  /** The booking that is held for this, as soon as somebody has heard of it and it is in such a state. */
  #placed() {
    const { model, keyOf } = this.#around;
    const before = model().bookings.size;
    return (state: ModelBooking['state'], draft: (of: number, booking: ModelBooking) => Draft | undefined): Draft | undefined => {
      const mine = [...model().bookings.values()].find(
        ({ bookingId, desk, state: is, payingSince }) =>
          bookingId > before && desk === STAFF[AS].desk && is === state && payingSince === null,
      );
      const of = mine && keyOf(mine.bookingId);
      return mine && of !== undefined ? draft(of, mine) : undefined;
    };
  }
}

const worked = (what: 'open' | 'done' | 'later' | 'next', queue: QueueName, subject: number, ms = 0): Draft => ({
  ...{ do: 'queue', what, queue, subject, after: false, ms, to: 'T1', remark: '', as: AS },
});
