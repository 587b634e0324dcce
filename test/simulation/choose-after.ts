import type { SeededRandom } from '../../main/seeded-random.ts';
import { UNDO_MS } from '../../shared/bounds.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { ChooseMoney } from './choose-money.ts';
import { ChooseOpen } from './choose-open.ts';
import { STAFF, type Staff } from './world.ts';

/** One step in so many. */
const UNDO_ONE_IN = 25;
const SHIFT_ONE_IN = 30;
const REVIVE_ONE_IN = 30;
/** Bookings that were placed last. */
const LAST = 12;

const UNDONE: ReadonlySet<string> = new Set(['booking.confirmed', 'booking.cancelled', 'booking.changed']);
const AT = new Map<string, Staff>(Object.entries(STAFF).map(([staff, { desk }]) => [desk, staff as Staff]));

/** Chooses what follows a sale: taken back, counted, other money; and a hold that nobody paid, revived. */
export class ChooseAfter {
  readonly #around: Around;
  readonly #money: ChooseMoney;
  readonly #open: ChooseOpen;

  constructor(around: Around) {
    this.#around = around;
    this.#money = new ChooseMoney(around);
    this.#open = new ChooseOpen(around);
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    if (random.below(UNDO_ONE_IN) === 0) return this.#undo(random);
    if (random.below(REVIVE_ONE_IN) === 0) return this.#revive(random);
    if (random.below(SHIFT_ONE_IN) === 0) return this.#shift(random);
    return this.#money.next() ?? this.#open.next();
  }

  /** A hold that ended unpaid, mostly; now and then one that did not. */
  #revive(random: SeededRandom): Draft | undefined {
    const { model, keyOf } = this.#around;
    const { bookings } = model();
    const last = Array.from({ length: Math.min(LAST, bookings.size) }, (_, back) => bookings.size - back);
    const lapsed = last.filter((id) => ['EXPIRED', 'PAYMENT_FAILED'].includes(bookings.get(id)?.state ?? ''));
    const among = random.below(8) === 0 ? last : lapsed;
    const of = among.length === 0 ? undefined : keyOf(random.pick(among));
    if (of === undefined) return undefined;
    const twice = random.below(12) === 0 ? { twice: true as const } : {};
    return { do: 'revive', of, as: random.pick(['ana', 'ben', 'mercy'] as const), ...twice };
  }

  /** Mostly what is next at a desk, by who works there. */
  #shift(random: SeededRandom): Draft {
    const of = random.pick(['ana', 'ana', 'ben', 'mercy'] as const);
    const shift = this.#around.model().shifts.find(({ desk, z }) => desk === STAFF[of].desk && z === null);
    const next = !shift
      ? 'open'
      : shift.counts.length > 0 && random.below(2) === 0
        ? 'close'
        : random.pick(['count', 'safe', 'in', 'out'] as const);
    const what = random.below(10) === 0 ? random.pick(['open', 'count', 'close', 'in'] as const) : next;
    return {
      ...{ do: 'shift', what, of, off: random.pick([0, 0, 0, 0, 1, 100, -100, 101, -500]), reason: random.below(2) === 0 },
      ...{ as: random.below(6) === 0 ? 'mercy' : random.below(10) === 0 ? 'ben' : of },
      ...(random.below(15) === 0 ? { twice: true as const } : {}),
    };
  }

  /** What was just done, mostly at the desk that did it. */
  #undo(random: SeededRandom): Draft | undefined {
    const { model, now, keyOf } = this.#around;
    const recent = [...model().history.lastSteps].filter(([, { type, at }]) => UNDONE.has(type) && now() - at <= 1.5 * UNDO_MS);
    if (recent.length === 0) return undefined;
    const [bookingId, { desk }] = random.pick(recent);
    const of = keyOf(bookingId);
    if (of === undefined) return undefined;
    const as = random.below(8) === 0 ? random.pick(['ana', 'ben', 'mercy'] as const) : (AT.get(desk) ?? 'ana');
    return {
      ...{ do: 'undo', of, seen: random.below(12) === 0 ? 1 : 0, as },
      ...(random.below(20) === 0 ? { lost: true as const } : {}),
      ...(random.below(12) === 0 ? { twice: true as const } : {}),
    };
  }
}
