import { type SeededRandom, seededRandom } from '../../main/seeded-random.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { ChooseAfter } from './choose-after.ts';
import { ChooseBetween } from './choose-between.ts';
import { ChooseByHand } from './choose-by-hand.ts';
import { ChooseClosed } from './choose-closed.ts';
import { ChooseCustomer } from './choose-customer.ts';
import { ChooseDenied } from './choose-denied.ts';
import { ChooseEarlier } from './choose-earlier.ts';
import { ChooseGuarded } from './choose-guarded.ts';
import { ChooseInfant } from './choose-infant.ts';
import { ChooseMessage } from './choose-message.ts';
import { ChooseOver } from './choose-over.ts';
import { ChooseOverride } from './choose-override.ts';
import { ChooseQueue } from './choose-queue.ts';
import { ChooseSchedule } from './choose-schedule.ts';
import { ChooseStation } from './choose-station.ts';
import { ChooseThrough } from './choose-through.ts';
import { ChooseTurns } from './choose-turns.ts';
import { ChooseWait } from './choose-wait.ts';
import { ChooseWays } from './choose-ways.ts';
import { ChooseWeight } from './choose-weight.ts';

/** One seed in so many has what time alone changes, and what is taken through all of its states. They leave few steps to the others. */
const TURNS_ONE_IN = 8;

/** One seed in so many has flights that sell weight too, of those without turns and infants: with both, few steps are left to either. */
const WEIGHT_ONE_IN = 5;

/** One seed in so many has flights of holds leave earlier. */
const EARLIER_ONE_IN = 5;

/** One seed in so many sells flights and then changes their schedule. */
const SCHEDULE_ONE_IN = 9;
const SCHEDULE_SALT = 69_240_000;

/** One seed in so many changes flights that are sold and gives their passengers other ways. */
const WAYS_ONE_IN = 6;
const WAYS_SALT = 30_213_000;

/** One seed in so many buys flights while an import in pieces changes them. */
const BETWEEN_ONE_IN = 16;
const BETWEEN_SALT = 66_045_000;

/** One seed in so many has supervisors change flights by hand. */
const HAND_ONE_IN = 8;
const HAND_SALT = 24_735_330;

/** One seed in so many is of a station with many consoles. The first sixty are none: most planted bugs name them, and each step of a station is one less for others. */
const STATION_ONE_IN = 8;
const STATION_FROM = 61;

/** Every other seed of a station has what guards it, so that the others keep their course. */
const GUARDED_ONE_IN = 16;
const GUARDED_REST = 9;

/** One seed in so many closes cabins. */
const CLOSED_ONE_IN = 6;

/**
 * Chooses what happens beside the sale of seats: what follows it, parties wait for seats, seats are blocked, passengers are told, and desks work queues.
 * Of blocks, messages, queues, infants and customers each seed draws some and leaves the others out: with all of them few steps are left to sales, and
 * what needs many sales to happen would be met by chance alone. One seed in three has overrides, and one in three denies boarding.
 */
export class ChooseBeside {
  readonly #after: ChooseAfter;
  readonly #wait: ChooseWait;
  readonly #over: ChooseOver;
  readonly #message: ChooseMessage;
  readonly #queue: ChooseQueue;
  readonly #infant: ChooseInfant;
  readonly #customer: ChooseCustomer;
  readonly #override: ChooseOverride;
  readonly #denied: ChooseDenied;
  readonly #turns: ChooseTurns;
  readonly #through: ChooseThrough;
  readonly #closed: ChooseClosed;
  readonly #weight: ChooseWeight;
  readonly #earlier: ChooseEarlier;
  readonly #schedule: ChooseSchedule;
  readonly #ways: ChooseWays;
  readonly #between: ChooseBetween;
  readonly #hand: ChooseByHand;
  readonly #station: ChooseStation;
  readonly #guarded: ChooseGuarded;
  readonly #has: Readonly<
    Record<
      | 'over'
      | 'message'
      | 'queue'
      | 'infant'
      | 'customer'
      | 'override'
      | 'denied'
      | 'turns'
      | 'closed'
      | 'weight'
      | 'earlier'
      | 'schedule'
      | 'ways'
      | 'between'
      | 'hand'
      | 'station'
      | 'guarded',
      boolean
    >
  >;

  /** `own`: chance of the step apart from that of other choosers, each of which names a number of its own. */
  constructor(seed: number, { own, ...shared }: Omit<Around, 'own'> & { readonly own: (apart: number) => SeededRandom }) {
    const around = (apart: number): Around => ({ own: () => own(apart), ...shared });
    this.#after = new ChooseAfter(around(0));
    this.#wait = new ChooseWait(around(500_000));
    this.#over = new ChooseOver(around(700_000));
    this.#message = new ChooseMessage(around(800_000));
    this.#queue = new ChooseQueue(around(900_000));
    this.#infant = new ChooseInfant(around(1_000_000));
    this.#customer = new ChooseCustomer(around(1_100_000));
    this.#override = new ChooseOverride(around(1_600_000));
    this.#denied = new ChooseDenied(around(1_500_000));
    this.#turns = new ChooseTurns(around(1_300_000));
    this.#through = new ChooseThrough(around(1_400_000));
    this.#closed = new ChooseClosed(around(1_700_000));
    this.#weight = new ChooseWeight(around(1_800_000));
    this.#earlier = new ChooseEarlier(around(1_900_000));
    this.#schedule = new ChooseSchedule(around(2_000_000));
    this.#ways = new ChooseWays(around(2_100_000));
    this.#between = new ChooseBetween(around(2_200_000));
    this.#hand = new ChooseByHand(around(2_300_000));
    this.#station = new ChooseStation(around(2_400_000));
    this.#guarded = new ChooseGuarded(around(2_500_000));
    const drawn = seededRandom(seed + 1_200_000);
    const has = (): boolean => drawn.below(2) === 0;
    const apart = seededRandom(seed + 1_300_000);
    const seldom = (): boolean => apart.below(3) === 0;
    const turns = seededRandom(seed + 8_600_000).below(TURNS_ONE_IN) === 0;
    const closed = seededRandom(seed + 78_300_000).below(CLOSED_ONE_IN) === 0;
    const weighs = !turns && seededRandom(seed + 91_700_000).below(WEIGHT_ONE_IN) === 0;
    const [over, message, queue, infant] = [has(), has(), has(), has()] as const;
    this.#has = {
      over,
      message,
      queue,
      infant,
      customer: has(),
      override: seldom(),
      denied: seldom(),
      turns,
      closed,
      weight: weighs && !infant,
      earlier: seededRandom(seed + 13_900_000).below(EARLIER_ONE_IN) === 0,
      schedule: seededRandom(seed + SCHEDULE_SALT).below(SCHEDULE_ONE_IN) === 0,
      ways: seededRandom(seed + WAYS_SALT).below(WAYS_ONE_IN) === 0,
      between: seededRandom(seed + BETWEEN_SALT).below(BETWEEN_ONE_IN) === 0,
      hand: seededRandom(seed + HAND_SALT).below(HAND_ONE_IN) === 0,
      station: seed >= STATION_FROM && seed % STATION_ONE_IN === 1,
      guarded: seed >= STATION_FROM && seed % GUARDED_ONE_IN === GUARDED_REST,
    };
  }

  /** `key`: of the step that is chosen. */
  next(key: number): Draft | undefined {
    const has = this.#has;
    return (
      (has.guarded ? this.#guarded.next() : undefined) ??
      (has.station ? this.#station.next() : undefined) ??
      (has.ways ? this.#ways.next(key) : undefined) ??
      (has.between ? this.#between.next(key) : undefined) ??
      (has.hand ? this.#hand.next(key) : undefined) ??
      (has.schedule ? this.#schedule.next(key) : undefined) ??
      (has.turns ? this.#turns.next(key) : undefined) ??
      (has.turns ? this.#through.next() : undefined) ??
      this.#after.next() ??
      this.#wait.next() ??
      (has.over ? this.#over.next(key) : undefined) ??
      (has.message ? this.#message.next() : undefined) ??
      (has.queue ? this.#queue.next() : undefined) ??
      (has.infant ? this.#infant.next() : undefined) ??
      (has.customer ? this.#customer.next() : undefined) ??
      (has.override ? this.#override.next(key) : undefined) ??
      (has.denied ? this.#denied.next(key) : undefined) ??
      (has.closed ? this.#closed.next(key) : undefined) ??
      (has.weight ? this.#weight.next() : undefined) ??
      (has.earlier ? this.#earlier.next(key) : undefined)
    );
  }

  /** What else a step says, which draws of its own decide. */
  whole<Some extends Draft>(draft: Some): Some {
    const { infant, message, customer, turns } = this.#has;
    if (turns && draft.do === 'block') return { ...draft, ...this.#turns.lasts(draft) };
    if (turns && draft.do === 'join') return { ...draft, ...this.#turns.ofClass(draft) };
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
