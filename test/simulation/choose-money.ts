import type { SeededRandom } from '../../main/seeded-random.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { ActionOf, ChangeAsked, Draft, TenderKind, Wish } from './action.ts';
import type { Around } from './around.ts';
import type { ModelBooking } from './model/model.ts';
import { AGENCIES } from './money-input.ts';
import { SEATS, STAFF, type Staff } from './world.ts';

/** One step in so many. */
const ADD_ONE_IN = 35;
const WISH_ONE_IN = 30;
const SALE_ONE_IN = 22;
const OFFICE_ONE_IN = 22;
const LATER_ONE_IN = 40;
const TAKEN_OVER_ONE_IN = 60;
const LIMITS_ONE_IN = 250;
/** Bookings that were placed last. */
const LAST = 14;
/** So many steps later nobody waits any more for what the next step needs. */
const PATIENCE = 25;
const KINDS: readonly TenderKind[] = ['wallet', 'account', 'account', 'account', 'cash', 'approve', 'voucher'];
const STAFFED: readonly Staff[] = ['ana', 'ben', 'mercy'];

/** What comes next once what it needs has been answered. */
type Next = (random: SeededRandom) => Draft | undefined;

/**
 * Chooses what moves money in other ways: passengers who are added, refunds to new vouchers and with a waiver, wallets, accounts of agencies, and what
 * supervisors do about them. Its draws are those of a step alone.
 */
export class ChooseMoney {
  readonly #around: Around;
  #next: Next | undefined;
  #waited = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    // The first draws decide about other steps.
    for (let burnt = 0; burnt < 5; burnt++) random.next();
    const planned = this.#next && random.below(3) > 0 ? this.#next(random) : undefined;
    if (planned) return planned;
    if (this.#next && ++this.#waited > PATIENCE) this.#next = undefined;
    if (random.below(ADD_ONE_IN) === 0) return this.#add(random);
    if (random.below(WISH_ONE_IN) === 0) return this.#wish(random);
    if (random.below(SALE_ONE_IN) === 0) return this.#sale(random);
    if (random.below(OFFICE_ONE_IN) === 0) return this.#office(random);
    if (random.below(LATER_ONE_IN) === 0) return this.#payLater(random);
    if (random.below(TAKEN_OVER_ONE_IN) === 0) return this.#takeOver(random);
    if (random.below(LIMITS_ONE_IN) === 0) return this.#limits(random);
    return undefined;
  }

  #then(next: Next): void {
    this.#next = next;
    this.#waited = 0;
  }

  /** One of the newest bookings in such a state of which somebody has heard. */
  #one(random: SeededRandom, state: ModelBooking['state'], fits: (booking: ModelBooking) => boolean = () => true) {
    const { model, keyOf } = this.#around;
    const { bookings } = model();
    const last = Array.from({ length: Math.min(LAST, bookings.size) }, (_, back) => bookings.get(bookings.size - back));
    const known = last.flatMap((booking) => {
      const of = booking?.state === state && fits(booking) ? keyOf(booking.bookingId) : undefined;
      return booking && of !== undefined ? [{ of, booking }] : [];
    });
    return known.length === 0 ? undefined : random.pick(known);
  }

  /** Seats are held for one or two more, mostly on all flights of a sold booking; then they are asked for, and paid. */
  #add(random: SeededRandom): Draft | undefined {
    const { model } = this.#around;
    const sold = this.#one(random, 'CONFIRMED');
    if (!sold) return undefined;
    const { of, booking } = sold;
    const count = random.below(4) === 0 ? 2 : 1;
    const flights = random.below(12) === 0 ? booking.legs.slice(0, 1) : booking.legs;
    const legs = flights.map(({ flightId: flight, cabin, back }) => {
      const map = SEATS[model().flights.get(flight)?.map ?? ''] ?? {};
      const free = Object.keys(map).filter(
        (seat) => map[seat]?.cabin === cabin && map[seat].sellable && !model().claims.has(`${flight} ${seat}`),
      );
      const start = random.below(Math.max(1, free.length));
      return {
        flight,
        cabin,
        seats: Array.from({ length: Math.min(count, free.length) }, (_, at) => free[(start + at) % free.length] ?? ''),
        ...(back ? { back } : {}),
      };
    });
    if (legs.some(({ seats }) => seats.length < count)) return undefined;
    const party = Array.from({ length: count }, () => random.pick(['ADT', 'ADT', 'ADT', 'CHD', 'with-infant'] as const));
    const as = random.pick(STAFFED);
    const before = model().bookings.size;
    const names = random.below(6) === 0 ? random.pick(['few', 'no-letters', 'too-young', 'no-birth-date'] as const) : 'right';
    this.#then((later) => {
      const held = this.#one(later, 'HOLD', ({ bookingId, desk }) => bookingId > before && desk === STAFF[as].desk);
      return held && this.#quote(later, of, { kind: 'add', hold: held.of, names }, as);
    });
    return { do: 'place', legs, party, spoken: true, as };
  }

  /** A change is asked for, and then taken by who asked. */
  #quote(random: SeededRandom, of: number, change: ChangeAsked, as: Staff, wish: Wish = {}): Draft {
    const { model } = this.#around;
    const before = model().quotes.length;
    this.#then((later) => (model().quotes.length > before ? this.#take(later, of, as) : undefined));
    return { do: 'change-quote', of, change, ...wish, as: random.below(12) === 0 ? random.pick(STAFFED) : as };
  }

  #take(random: SeededRandom, of: number, as: Staff): Draft {
    this.#next = undefined;
    return {
      ...{ do: 'change', of, quote: 'newest', off: 0, as },
      ...this.#tenders(random),
      ...(random.below(15) === 0 ? { twice: true as const } : {}),
    };
  }

  #tenders(random: SeededRandom): Pick<ActionOf<'change'>, 'tenders' | 'voucher'> {
    const tenders = Array.from({ length: random.below(3) === 0 ? 2 : 1 }, () => random.pick(KINDS));
    return { tenders, voucher: random.below(30) };
  }

  /** A refund goes to a new voucher, or a supervisor waives its rule: of a whole booking, of a passenger or of a flight. */
  #wish(random: SeededRandom): Draft | undefined {
    const sold = this.#one(random, 'CONFIRMED');
    if (!sold) return undefined;
    const { of, booking } = sold;
    const as = random.pick(['ana', 'ben', 'mercy', 'mercy', 'mercy'] as const);
    const wish: Wish =
      random.below(2) === 0 ? { toVoucher: true } : { waiver: true, ...(random.below(3) === 0 ? { toVoucher: true } : {}) };
    const { party, legs } = booking;
    if (party.length > 1 && random.below(2) === 0)
      return this.#quote(random, of, { kind: 'leave', passengers: [random.pick(party).passenger] }, as, wish);
    if (legs.length > 1 && random.below(2) === 0)
      return this.#quote(random, of, { kind: 'drop', segments: [random.pick(legs).segment] }, as, wish);
    const { model } = this.#around;
    const before = model().quotes.length;
    this.#then(() => {
      if (model().quotes.length === before) return undefined;
      this.#next = undefined;
      return { do: 'cancel', of, quote: 'newest', as };
    });
    return { do: 'quote', of, ...wish, as };
  }

  /** A hold is paid by wallet or on account. */
  #sale(random: SeededRandom): Draft | undefined {
    const held = this.#one(random, 'HOLD', ({ payingSince }) => payingSince === null);
    if (!held) return undefined;
    const as = STAFFED.find((staff) => STAFF[staff].desk === held.booking.desk) ?? 'ana';
    return { do: 'confirm', of: held.of, names: 'right', ...this.#tenders(random), charges: 'taken', off: 0, as };
  }

  /** A hold is paid later: mostly within the hour, now and then past the close of sales. */
  #payLater(random: SeededRandom): Draft | undefined {
    const held = this.#one(random, 'HOLD', ({ payingSince }) => payingSince === null || random.below(8) === 0);
    if (!held) return undefined;
    const as = STAFFED.find((staff) => STAFF[staff].desk === held.booking.desk) ?? 'ana';
    const ms = random.pick([-MINUTE_MS, MINUTE_MS, 10 * MINUTE_MS, 10 * MINUTE_MS, 40 * MINUTE_MS, 80 * HOUR_MS]);
    const names = random.below(6) === 0 ? random.pick(['few', 'no-letters', 'no-contact'] as const) : 'right';
    const atLimit = random.below(4) === 0 ? 'queue' : 'cancel';
    return { do: 'pay-later', of: held.of, ms, atLimit, names, as, ...(random.below(12) === 0 ? { twice: true as const } : {}) };
  }

  /** A supervisor sets what holds for those who pay later. */
  #limits(random: SeededRandom): Draft {
    const [name, values] = random.pick([
      ['payLaterDays', [0, 1, 3, 3, 31]],
      ['payLaterMost', [1, 20, 20, 0]],
      ['limitGraceHours', [1, 12, 72, 0]],
    ] as const);
    return { do: 'setting', name, value: random.pick<number>(values), as: 'mercy' };
  }

  /** A hold is taken over, mostly one that is paid later. */
  #takeOver(random: SeededRandom): Draft | undefined {
    const later = this.#one(random, 'HOLD', ({ payBy }) => payBy !== undefined) ?? this.#one(random, 'HOLD');
    if (!later) return undefined;
    const as = random.pick(STAFFED);
    const { of } = later;
    if (random.below(2) === 0)
      this.#then((next) => {
        this.#next = undefined;
        return { do: 'confirm', of, names: 'right', ...this.#tenders(next), charges: 'taken', off: 0, as };
      });
    return { do: 'take-over', of, as };
  }

  /** What a supervisor does at a desk of the back office. */
  #office(random: SeededRandom): Draft {
    const { accounts, byHand } = this.#around.model();
    const as = 'mercy' as const;
    const due = byHand.filter(({ state }) => state === 'DUE');
    if (due.length > 0 && random.below(3) === 0) return { do: 'wallet-sent', refund: random.pick(due).id, as };
    if (random.below(10) === 0) return { do: 'wallet-sent', refund: 1 + random.below(40), as };
    if (random.below(5) === 0) {
      const terms = {
        hours: random.pick([1, 2, 5, 24]),
        percent: random.pick([100, 100, 80, 33]),
        fee: random.pick([0, 5_00, 15_00, 400_00]),
      };
      return { do: 'refund-policy', ...terms, based: random.below(6) === 0 ? 'old' : 'seen', as };
    }
    const account = 1 + random.below(random.below(8) === 0 ? AGENCIES + 1 : AGENCIES);
    const there = accounts.some(({ code }) => code.endsWith(`${account}`));
    const what = there && random.below(10) > 0 ? random.pick(['change', 'receive', 'receive'] as const) : 'open';
    const amount =
      what === 'receive' ? random.pick([1, 5_000, 20_001, 60_000]) : random.pick([0, 30_000, 60_000, 100_000, 400_000, 400_000]);
    return { do: 'account', what, account, amount, open: random.below(10) > 0, as };
  }
}
