import type { SeededRandom } from '../../main/seeded-random.ts';
import { JOB_WAIT_MS_MAX } from '../../shared/bounds.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Model } from './model/model.ts';
import { STAFF, type Staff } from './world.ts';

/** One step in so many of those at which the meeting is possible. */
const TRIED_AHEAD_ONE_IN = 12;
/** Steps between two such runs: messages that failed wait for hours, and each run takes many steps. */
const TRIED_AHEAD_APART = 300;
const SLEPT_ONE_IN = 40;
/** One seed in forty quits while the terminal does not answer, 7, 47 and so on, and another gives back what an old voucher paid: in one of five of those steps. */
const SELDOM_ONE_IN = 40;
const QUITS_FIRST = 7;
const GIVES_BACK_FIRST = 33;
const SELDOM_STEP_ONE_IN = 5;
const TAKEN_ONE_IN = 30;
const GIVEN_UP_ONE_IN = 3;
/** Rightly, and with no charge that stands taken. */
const IN_CASH = { names: 'right', tenders: ['cash'], voucher: 0, off: 0 } as const;
const AT = new Map<string, Staff>(Object.entries(STAFF).map(([staff, { desk }]) => [desk, staff as Staff]));

/** What comes in one batch is joined. */
type Step = Draft & { readonly join?: true };

/** Whether the terminal is just asked about a card. */
const isAsked = ({ payments }: Model, now: number): boolean =>
  [...payments.values()].some(({ state, at }) => state === 'PENDING' && at > now - SECOND_MS);

/** Whether the terminal is asked about a card and has not answered for a while. */
const isSilent = ({ payments }: Model, now: number): boolean =>
  [...payments.values()].some(({ state, at }) => state === 'PENDING' && at <= now - 2 * SECOND_MS);

/** Brings together what would meet too seldom by chance. Its draws are its own, so that a further meeting leaves the steps between as they are. */
export class RareMeetings {
  readonly #own: () => SeededRandom;
  readonly #keyOf: (bookingId: number) => number | undefined;
  /** The seed's place among forty. */
  readonly #place: number;
  #plan: Step[] = [];
  #chosen = 0;
  #triedAheadAt = 0;

  /** `own`: chance of the step alone. `keyOf`: the step that placed a booking. */
  constructor(seed: number, own: () => SeededRandom, keyOf: (bookingId: number) => number | undefined) {
    this.#own = own;
    this.#keyOf = keyOf;
    this.#place = seed % SELDOM_ONE_IN;
  }

  /** The next step of what began, or the first of another meeting. */
  next(model: Model, now: number): Step | undefined {
    this.#chosen++;
    const planned = this.#plan.shift();
    if (planned) return planned;
    const random = this.#own();
    const seldom = this.#chosen % SELDOM_STEP_ONE_IN === 0 ? this.#seldom(model, now) : undefined;
    if (seldom) return seldom;
    if (random.below(SLEPT_ONE_IN) === 0 && isAsked(model, now)) return this.#sleptWhileReversed(HOUR_MS + 1 + random.below(HOUR_MS));
    const givenUp = random.below(GIVEN_UP_ONE_IN) === 0 ? this.#givenUpTooLate(model, now) : undefined;
    if (givenUp) return givenUp;
    const taken = random.below(TAKEN_ONE_IN) === 0 ? this.#takenFor(model) : undefined;
    if (taken) return random.below(2) === 0 ? { do: 'release', ...taken } : { do: 'confirm', ...taken, ...IN_CASH };
    if (!model.jobs.some(({ state, tries }) => state === 'WAITING' && tries > 0)) return undefined;
    if (random.below(TRIED_AHEAD_ONE_IN) > 0 || model.holds().length > 0) return undefined;
    if (this.#triedAheadAt > 0 && this.#chosen - this.#triedAheadAt < TRIED_AHEAD_APART) return undefined;
    this.#triedAheadAt = this.#chosen;
    return this.#triedAhead(JOB_WAIT_MS_MAX * 2 + random.below(30 * HOUR_MS));
  }

  #seldom(model: Model, now: number): Step | undefined {
    if (this.#place === QUITS_FIRST && isSilent(model, now)) return { do: 'quit' };
    return this.#place === GIVES_BACK_FIRST ? this.#oldVoucherBack(model, now) : undefined;
  }

  /** A hold is paid with a voucher that ends soon. Then its time passes, and the sale is cancelled. */
  #oldVoucherBack(model: Model, now: number): Step | undefined {
    const ending = [...model.vouchers.values()].filter(
      ({ currency, validUntil }) => currency === 'USD' && validUntil > now && validUntil - now < 2 * HOUR_MS,
    );
    for (const { bookingId, desk, total, legs, payingSince } of model.holds()) {
      const voucher = ending.find(({ balance }) => balance >= total);
      const of = this.#keyOf(bookingId);
      const [leg] = legs;
      if (!voucher || of === undefined || payingSince !== null || !leg || leg.departsAt - voucher.validUntil < 7 * HOUR_MS) continue;
      const as = AT.get(desk) ?? 'ana';
      this.#plan = [
        { do: 'wait', ms: voucher.validUntil - now },
        { do: 'quote', of, as },
        { do: 'cancel', of, quote: 'newest', as },
      ];
      return { do: 'confirm', of, as, ...IN_CASH, tenders: ['voucher'], voucher: Number(voucher.number.replace(/\D/g, '')) };
    }
    return undefined;
  }

  /** A second payment fails shortly before the end of its hold, and the next command of the same batch comes shortly after it. */
  #givenUpTooLate(model: Model, now: number): Step | undefined {
    const holds = model.holds();
    const hold = holds.find(({ tenderFailedAt, payingSince }) => tenderFailedAt !== null && payingSince !== null);
    const of = hold && this.#keyOf(hold.bookingId);
    const ends = model.unpaid.get(hold?.bookingId ?? 0) ?? 0;
    if (!hold || of === undefined || ends <= now || holds.some(({ expiresAt }) => (expiresAt ?? 0) <= ends + SECOND_MS)) return undefined;
    const as = AT.get(hold.desk) ?? 'ana';
    this.#plan = [
      { do: 'heard', of, as, join: true },
      { do: 'wait', ms: ends - now + 1, join: true },
      { do: 'shift', what: 'open', of: as, off: 0, reason: false, as },
    ];
    return { do: 'give-up', of, as, join: true };
  }

  /** A hold for which a charge stands taken, and who has it: it is given up, or paid in another way. */
  #takenFor(model: Model): { readonly of: number; readonly as: Staff } | undefined {
    const hold = model.holds().find(({ tenders, payingSince }) => tenders.length > 0 && payingSince === null);
    const of = hold && this.#keyOf(hold.bookingId);
    return of === undefined ? undefined : { of, as: AT.get(hold?.desk ?? '') ?? 'ana' };
  }

  /**
   * A card is charged, and the store cannot keep it, so the bank is asked to reverse the charge, and takes long. The computer sleeps over that. What
   * is done every hour is overdue when it wakes up, and finds a payment without an answer.
   */
  #sleptWhileReversed(ms: number): Draft {
    this.#plan = [{ do: 'lock' }, { do: 'wait', ms: 3 * SECOND_MS }, { do: 'sleep', ms }, { do: 'upkeep' }];
    return { do: 'bank', mood: 'too-late' };
  }

  /**
   * A job is tried again by a clock that stands ahead, and is dated by it. No hold ends by that clock, so no entry of the journal tells of the
   * time. Then the power fails.
   */
  #triedAhead(ms: number): Draft {
    this.#plan = [
      { do: 'set-clock', ms },
      { do: 'wait', ms: MINUTE_MS },
      { do: 'set-clock', ms: -ms },
      { do: 'crash', at: 'before-commit', tail: 1 },
      { do: 'upkeep' },
      { do: 'wait', ms: 6 * MINUTE_MS },
    ];
    return { do: 'bank', mood: 'refuse' };
  }
}
