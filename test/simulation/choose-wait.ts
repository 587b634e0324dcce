import type { SeededRandom } from '../../main/seeded-random.ts';
import { WAIT_PRIORITIES } from '../../shared/methods/waitlist.ts';
import type { Draft, WaitStep } from './action.ts';
import type { Around } from './around.ts';
import type { ModelWait } from './model/waitlist.ts';
import { STAFF, type Staff } from './world.ts';

/** One step in so many. */
const JOIN_ONE_IN = 28;
const STEP_ONE_IN = 28;
/** One in so many while somebody has an offer. */
const OFFERED_ONE_IN = 16;
const OFFER_AGAIN_ONE_IN = 220;
/** Entries that joined last. */
const LAST = 10;
const FEW_LEFT = 2;

const AT = new Map<string, Staff>(Object.entries(STAFF).map(([staff, { desk }]) => [desk, staff as Staff]));
const STAFF_OF = ['ana', 'ben', 'mercy'] as const;

/** Chooses what parties do that wait for seats: they join, leave, are moved up, and say what becomes of their offer. */
export class ChooseWait {
  readonly #around: Around;
  /** Steps that joined. */
  readonly #joined: number[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  /** Somebody joined with this step. */
  joined(key: number): void {
    this.#joined.push(key);
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    if (random.below(JOIN_ONE_IN) === 0) return this.#join(random);
    if (random.below(OFFERED_ONE_IN) === 0) return this.#answer(random);
    if (random.below(STEP_ONE_IN) === 0) return this.#step(random);
    if (random.below(OFFER_AGAIN_ONE_IN) > 0) return undefined;
    const flight = this.#flight(random);
    return { do: 'offer-again', flight, cabin: random.below(8) === 0 ? 'W' : 'Y', as: random.pick(STAFF_OF) };
  }

  /** One that is still open, mostly. */
  #flight(random: SeededRandom): number {
    const open = this.#around.openFlights();
    return open.length === 0 || random.below(15) === 0 ? 1 + random.below(this.#around.model().flights.size + 1) : random.pick(open).id;
  }

  /** A flight with few seats left, mostly: whoever fits waits for nothing. */
  #full(random: SeededRandom): number {
    const { model, openFlights } = this.#around;
    const full = openFlights().filter(({ id }) => model().room(id, 'Y') <= FEW_LEFT);
    return full.length === 0 || random.below(4) === 0 ? this.#flight(random) : random.pick(full).id;
  }

  #join(random: SeededRandom): Draft {
    const first = this.#full(random);
    const others = Array.from({ length: random.below(3) === 0 ? 1 + random.below(2) : 0 }, () => this.#flight(random));
    const who = () => (random.below(8) === 0 ? random.pick(['CHD', 'assisted', 'with-infant'] as const) : ('ADT' as const));
    const count = random.pick([1, 1, 1, 2, 2, 2, 3, 4]);
    const party = random.below(40) === 0 ? (['INS'] as const) : Array.from({ length: random.below(30) === 0 ? 9 : count }, who);
    const as = random.pick(['ana', 'ana', 'ben', 'mercy'] as const);
    return {
      ...{ do: 'join', flights: [...new Set([first, ...others])], cabin: random.pick(['Y', 'Y', 'Y', 'Y', 'Y', 'J', 'J', 'W']), party },
      fareLimit: random.below(4) === 0 ? 3_000 + random.below(30_000) : null,
      priority: random.below(12) === 0 ? 'supervisor' : random.below(4) === 0 ? 'high' : 'normal',
      phone: random.below(30) > 0,
      ...{ as, ...this.#onTheWay(random) },
    };
  }

  #entries(which: (entry: ModelWait) => boolean): readonly (readonly [number, ModelWait])[] {
    const { waits } = this.#around.model();
    const last = this.#joined.slice(-3 * LAST).flatMap((key) => {
      const entry = waits[(this.#around.entryOf(key) ?? 0) - 1];
      return entry && which(entry) ? [[key, entry] as const] : [];
    });
    return last.slice(-LAST);
  }

  /** What becomes of an offer, mostly at the desk that holds it. */
  #answer(random: SeededRandom): Draft | undefined {
    const offered = this.#entries(({ state }) => state === 'OFFERED');
    if (offered.length === 0) return undefined;
    const [of, { desk }] = random.pick(offered);
    const as = random.below(10) === 0 ? random.pick(STAFF_OF) : (AT.get(desk) ?? 'ana');
    const way = { as, ...this.#onTheWay(random) };
    if (random.below(3) === 0) return { do: 'confirm', of, names: 'right', tenders: ['cash'], voucher: 0, off: 0, ...way };
    return { do: 'wait-step', of, what: random.pick(['yes', 'no', 'no', 'message', 'reached'] as const), ...way };
  }

  /** Anything that may be done with an entry, whatever its state; mostly with one that waits. */
  #step(random: SeededRandom): Draft | undefined {
    const waiting = this.#entries(({ state }) => state === 'WAITING');
    const among = random.below(4) === 0 || waiting.length === 0 ? this.#entries(() => true) : waiting;
    if (among.length === 0) return undefined;
    const [of] = random.pick(among);
    const what = random.pick<WaitStep>(['drop', 'drop', ...WAIT_PRIORITIES, ...WAIT_PRIORITIES, 'yes', 'no', 'message', 'no answer']);
    const moves = (WAIT_PRIORITIES as readonly string[]).includes(what);
    return { do: 'wait-step', of, what, as: moves ? 'mercy' : random.pick(STAFF_OF), ...this.#onTheWay(random) };
  }

  #onTheWay(random: SeededRandom) {
    return {
      ...(random.below(20) === 0 ? { lost: true as const } : {}),
      ...(random.below(20) === 0 ? { twice: true as const } : {}),
    };
  }
}
