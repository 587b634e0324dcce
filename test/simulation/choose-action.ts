import { type SeededRandom, seededRandom } from '../../main/seeded-random.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Action, Draft, NamesGiven, TenderKind } from './action.ts';
import { ChooseBeside } from './choose-beside.ts';
import { ChooseChange } from './choose-change.ts';
import { chooseFile } from './choose-file.ts';
import { choosePromotion } from './choose-promotion.ts';
import { chooseRead } from './choose-read.ts';
import { decideOnPrices } from './decide-on-prices.ts';
import type { Model, ModelFlight } from './model/model.ts';
import { CLASSES, LATE, POLICY_NAMES } from './model/policies.ts';
import { openFlights } from './open-flights.ts';
import { ownRandom } from './own-random.ts';
import { PriceReads } from './price-reads.ts';
import { RareMeetings } from './rare-meetings.ts';
import { seatLater } from './seat-later.ts';
import { someTime } from './some-time.ts';
import { weighed } from './weighed.ts';
import { connect, SEATS, type Staff } from './world.ts';
import { WrongClock } from './wrong-clock.ts';

/** Steps mostly have to do with what was done last. */
const RECENT = 8;
const LOOK_BACK = 60;
const TENDERS: readonly TenderKind[] = [
  ...(['cash', 'cash', 'typed', 'voucher', 'approve', 'approve', 'decline'] as const),
  ...(['time-out', 'decline-once', 'unread', 'broken', 'short'] as const),
];
const LAYOVER_MS_MAX = 9 * HOUR_MS;

/** Chooses what is done next. The same seed chooses the same, as long as the same is seen. */
export class Chooser {
  readonly #random: SeededRandom;
  /** Of this step alone. */
  readonly #own: () => SeededRandom;
  readonly #model: () => Model;
  readonly #now: () => number;
  readonly #knows: (key: number) => number | undefined;
  readonly #clock: WrongClock;
  readonly #meetings: RareMeetings;
  readonly #change: ChooseChange;
  readonly #beside: ChooseBeside;
  readonly #placed: number[] = [];
  readonly #called: number[] = [];
  readonly #quoted: number[] = [];
  readonly #staged: number[] = [];
  readonly #prices = new PriceReads();
  #key = 0;
  #fullSince = 0;
  #slept = false;

  /** What may be done next, and how often. */
  readonly #drafts: readonly (readonly [number, () => Draft])[] = [
    [14, () => this.#place()],
    [10, () => this.#confirm()],
    [6, () => this.#move('release')],
    [5, () => this.#move('extend')],
    [6, () => this.#move('quote')],
    [
      6,
      () => ({
        do: 'cancel',
        of: this.#booking('CONFIRMED', this.#quoted),
        quote: this.#random.pick(['newest', 'newest', 'newest', 'newest', 'older', 'none']),
        ...this.#onTheWay(),
      }),
    ],
    [
      12,
      () => ({
        do: 'resend',
        of: this.#of(this.#called),
        body: this.#random.pick(['same', 'same', 'same', 'same', 'other', 'other', 'other-desk', 'other-user']),
      }),
    ],
    [16, () => chooseRead(this.#random, this.#staff(), { booking: () => this.#booking('HOLD'), flight: () => this.#flightId() })],
    [
      8,
      () => ({
        do: 'odd',
        what: this.#random.pick(['nobody', 'locked', 'agent', 'unknown', 'shape', 'stranger']),
        of: this.#of(this.#placed),
      }),
    ],
    [
      1.5,
      () =>
        decideOnPrices(
          {
            do: 'publish',
            flight: this.#flightId(),
            of: this.#random.pick(['flight', 'flight', 'flight', 'route', 'network']),
            name: this.#random.pick([...POLICY_NAMES.filter((name) => name !== CLASSES && name !== LATE), null]),
            starts: this.#random.pick([0, 0, 0, 0, this.#random.below(HOUR_MS)]),
            lasts: this.#random.pick([null, null, null, 1 + this.#random.below(HOUR_MS)]),
            based: this.#chance(10) ? 'old' : 'seen',
          },
          this.#key,
          this.#model(),
          this.#now(),
        ),
    ],
    [
      0.7,
      () => ({
        do: 'setting',
        name: this.#random.pick(['holdMinutes', 'holdMinutes', 'tenderMinutes']),
        value: this.#random.pick([1, 2, 5, 5, 10, 30, 0, 31]),
        ...this.#onTheWay('mercy'),
      }),
    ],
    [
      0.7,
      () => ({
        do: 'authorise',
        flight: this.#flightId(),
        cabin: this.#random.pick(['Y', 'Y', 'Y', 'J']),
        authorised: this.#random.below(13),
        seen: this.#random.pick([0, 0, 0, 0, 0, 1]),
        ...this.#onTheWay('mercy'),
      }),
    ],
    [3, () => ({ do: 'draft', confirming: this.#chance(2), ...this.#held() })],
    [2, () => ({ do: 'heard', of: this.#of(this.#placed), ...this.#onTheWay() })],
    [2, () => ({ do: 'give-up', ...this.#held() })],
    [1, () => chooseFile(this.#random, this.#own(), this.#model(), this.#now())],
    [1, () => ({ do: 'apply', of: this.#of(this.#staged) })],
    [0.4, () => ({ do: 'upkeep' })],
    [0.6, () => ({ do: 'bank', mood: this.#random.pick(['well', 'well', 'refuse', 'refuse-for-good', 'hang', 'late', 'too-late']) })],
    [0.6, () => ({ do: 'try-again', job: this.#job(), ...this.#onTheWay('mercy') })],
    [0.1, () => ({ do: 'quit' })],
    [11, () => ({ do: 'wait', ms: someTime(this.#random, this.#model(), this.#now()) })],
    [0.6, () => ({ do: 'sleep', ms: this.#random.below(8 * MINUTE_MS) })],
    [0.4, () => ({ do: 'sleep', ms: this.#random.below(3 * HOUR_MS) })],
    [0.4, () => ({ do: 'set-clock', ms: this.#random.below(20 * MINUTE_MS) - 10 * MINUTE_MS })],
    [0.25, () => this.#clock.goesWrong(this.#model().jobs)],
    [0.15, () => this.#sayTime('confirm-time')],
    [0.15, () => this.#sayTime('set-time-right')],
    [0.13, () => this.#crash()],
    [0.05, () => ({ do: 'damage' })],
    [0.3, () => this.#fillDisk()],
    [0.2, () => ({ do: this.#random.pick(['long-read', 'end-read'] as const) })],
    [0.3, () => ({ do: 'lock' })],
    [4, () => this.#change.place(this.#key, (as) => this.#holders.set(this.#key, as)) ?? this.#place()],
    [7, () => this.#change.quote()],
    [1, () => this.#change.take()],
    [1.5, () => this.#change.split()],
  ];

  /** `knows`: the booking that a step placed or is offered, once somebody has heard of it; `entryOf`: the party that joined with it. */
  constructor(
    seed: number,
    model: () => Model,
    now: () => number,
    knows: (key: number) => number | undefined,
    entryOf: (key: number) => number | undefined,
  ) {
    this.#random = seededRandom(seed);
    this.#own = () => ownRandom(seed, this.#key);
    this.#model = model;
    this.#now = now;
    this.#knows = knows;
    this.#clock = new WrongClock(this.#random, {
      confirm: () => this.#sayTime('confirm-time'),
      right: () => this.#sayTime('set-time-right'),
      crash: () => this.#crash(),
    });
    this.#change = new ChooseChange(this.#random, {
      model,
      sold: () => this.#booking('CONFIRMED'),
      bookingOf: (key) => model().bookings.get(knows(key) ?? 0),
      openFlights: this.#openFlights,
      onTheWay: (as) => this.#onTheWay(as),
      holder: (key) => this.#holder(key),
    });
    const keyOf = (bookingId: number) => this.#placed.findLast((key) => knows(key) === bookingId);
    this.#meetings = new RareMeetings(seed, this.#own, keyOf);
    const own = (apart: number) => ownRandom(seed + apart, this.#key);
    this.#beside = new ChooseBeside(seed, { own, model, now, openFlights: this.#openFlights, keyOf, entryOf });
  }

  next(): Action {
    const key = ++this.#key;
    const chosen = this.#draft();
    // Where nobody has what this needs, somebody begins.
    const begun = 'of' in chosen && chosen.of === 0 && 'as' in chosen && chosen.do !== 'read' ? this.#place() : chosen;
    const draft = this.#beside.whole(begun);
    if (['place', 'split', 'revive', 'join'].includes(draft.do)) this.#placed.push(key);
    if (draft.do === 'join') this.#beside.joined(key);
    if (draft.do === 'join' || draft.do === 'place') this.#holders.set(key, draft.as);
    this.#prices.add(key, draft);
    this.#slept = draft.do === 'sleep' && draft.ms > HOUR_MS;
    if (draft.do === 'quote') this.#quoted.push(draft.of);
    if (draft.do === 'stage') this.#staged.push(key);
    if ('as' in draft && draft.do !== 'read') this.#called.push(key);
    // What is called together goes into one batch: after most calls somebody else is quick to call too.
    const calls = 'as' in draft || draft.do === 'resend' || draft.do === 'odd';
    const joined =
      draft.do === 'lock' || (calls && !this.#chance(12)) || (draft.do === 'wait' && draft.ms < 6 * MINUTE_MS && this.#chance(5));
    return { key, ...draft, ...(joined ? { join: true } : {}) } as Action;
  }

  #chance(oneIn: number): boolean {
    return this.#random.below(oneIn) === 0;
  }

  #of(keys: readonly number[]): number {
    return keys.length === 0 ? 0 : this.#random.pick(this.#chance(6) ? keys : keys.slice(-RECENT));
  }

  /** A booking that somebody has heard of and that is in such a state; seldom any other. */
  #booking(state: 'HOLD' | 'CONFIRMED', among: readonly number[] = this.#placed): number {
    if (this.#chance(15)) return this.#of(this.#placed);
    const { bookings } = this.#model();
    const known: number[] = [];
    for (let at = among.length - 1; at >= 0 && known.length < RECENT && at > among.length - LOOK_BACK; at--) {
      const key = among[at] ?? 0;
      if (bookings.get(this.#knows(key) ?? 0)?.state === state) known.push(key);
    }
    return known.length === 0 ? 0 : this.#random.pick(known);
  }

  #staff(): Staff {
    return this.#random.pick(['ana', 'ana', 'ben', 'mercy']);
  }

  #onTheWay(as = this.#staff()) {
    return {
      as,
      ...(this.#chance(20) ? { lost: true as const } : this.#chance(20) ? { late: 1 + this.#random.below(12) } : {}),
      ...(this.#chance(25) ? { twice: true as const } : {}),
    };
  }

  /** Who has the hold of a step, mostly; a stranger now and then. */
  #holder(of: number): Staff {
    return this.#chance(12) ? this.#staff() : (this.#holders.get(of) ?? this.#staff());
  }
  readonly #holders = new Map<number, Staff>();

  #draft(): Draft {
    if (this.#slept) {
      // What is done every hour is overdue when the computer wakes up.
      this.#slept = false;
      return { do: 'upkeep' };
    }
    if (this.#fullSince > 0 && this.#key - this.#fullSince > 6) {
      this.#fullSince = 0;
      return { do: 'disk-room' };
    }
    const next =
      this.#clock.next() ?? this.#meetings.next(this.#model(), this.#now()) ?? this.#change.next() ?? this.#beside.next(this.#key);
    if (next) return next;
    return weighed(this.#random, this.#drafts)();
  }

  /** A job that is not done, mostly. */
  #job(): number {
    const { jobs } = this.#model();
    const open = jobs.filter(({ state }) => state === 'WAITING' || state === 'DEAD').map(({ id }) => id);
    return open.length > 0 && !this.#chance(8) ? this.#random.pick(open) : 1 + this.#random.below(jobs.length + 1);
  }

  #sayTime(what: 'confirm-time' | 'set-time-right'): Draft {
    const off = this.#chance(8) ? this.#random.pick([-3 * MINUTE_MS, 3 * MINUTE_MS]) : this.#random.below(2 * MINUTE_MS);
    return { do: what, off, ...this.#onTheWay(what === 'confirm-time' ? this.#staff() : 'mercy') };
  }

  #fillDisk(): Draft {
    this.#fullSince = this.#key;
    return { do: 'disk-full', pages: this.#random.below(4) };
  }

  #crash(): Draft {
    const at = this.#random.pick(['before-commit', 'after-commit', 1 + this.#random.below(12), 1 + this.#random.below(120)] as const);
    return { do: 'crash', at, tail: this.#random.pick([0, 1, this.#random.next()]) };
  }

  #openFlights = (): ModelFlight[] => openFlights(this.#model(), this.#now());

  #flightId(): number {
    const open = this.#openFlights();
    if (open.length === 0 || this.#chance(15)) return 1 + this.#random.below(this.#model().flights.size + 1);
    return this.#random.pick(open).id;
  }

  #place(): Draft {
    const random = this.#random;
    const model = this.#model();
    const ids = [this.#flightId()];
    while (ids.length < 3 && this.#chance(2)) {
      const last = model.flights.get(ids.at(-1) ?? 0);
      const next = [...model.flights.values()].filter(
        (one) => last?.destination === one.origin && one.departs - last.arrives < LAYOVER_MS_MAX && connect([last, one]),
      );
      if (this.#chance(12)) ids.push(this.#flightId());
      else if (next.length > 0) ids.push(random.pick(next).id);
      else break;
    }
    const count = weighed(random, [
      [6, 1],
      [5, 2],
      [2, 3],
      [0.1, 10],
    ]);
    const cabin = this.#chance(6) ? 'J' : this.#chance(40) ? 'W' : 'Y';
    const legs = ids.map((flight) => {
      const map = SEATS[model.flights.get(flight)?.map ?? ''] ?? SEATS.duo ?? {};
      const names = Object.keys(map).filter((seat) => (map[seat]?.cabin === cabin && map[seat]?.sellable) || this.#chance(40));
      const free = names.filter((seat) => !model.claims.has(`${flight} ${seat}`));
      const from = free.length >= count && !this.#chance(6) ? free : names.length > 0 && !this.#chance(60) ? names : ['99A'];
      const start = random.below(from.length);
      const seats = Array.from(
        { length: this.#chance(60) ? count + 1 : count },
        (_, place) => from[(start + place) % from.length] as string,
      );
      return { flight, cabin, seats, ...this.#prices.for(flight, this.#key) } as const;
    });
    const party = Array.from({ length: count }, () =>
      this.#chance(10) ? random.pick(['CHD', 'assisted', 'with-infant'] as const) : 'ADT',
    );
    const way = this.#onTheWay();
    this.#holders.set(this.#key, way.as);
    const afterClose = this.#chance(3) ? { afterClose: true as const } : {};
    // Children alone are rare by chance.
    const who = this.#key % 9 === 0 ? party.map(() => 'CHD' as const) : party;
    const held = seatLater(random, model, legs, who);
    return {
      do: 'place',
      ...held,
      spoken: !this.#chance(5),
      ...afterClose,
      ...choosePromotion(model, ids[0], this.#key, this.#now()),
      ...this.#prices.asks(this.#key),
      ...way,
    };
  }

  #confirm(): Draft {
    const random = this.#random;
    // A hold for which a charge stands taken is rare, and is paid while it lasts.
    const taken = this.#placed.slice(-LOOK_BACK).filter((key) => {
      const hold = this.#model().bookings.get(this.#knows(key) ?? 0);
      return hold?.state === 'HOLD' && hold.tenders.length > 0;
    });
    const of = taken.length > 0 && this.#chance(2) ? random.pick(taken) : this.#booking('HOLD');
    const names = weighed<NamesGiven>(random, [
      [20, 'right'],
      [0.5, 'few'],
      [0.5, 'no-letters'],
      [0.5, 'no-contact'],
      [1, 'too-young'],
      [1, 'no-birth-date'],
    ]);
    const tenders = Array.from({ length: this.#chance(3) ? 2 : 1 }, () => random.pick(TENDERS));
    return {
      do: 'confirm',
      of,
      names: names === 'right' && this.#key % 3 === 0 && this.#areChildren(of) ? 'under-five' : names,
      tenders,
      // Now and then one of few, which has most likely paid before.
      voucher: random.below(this.#chance(4) ? 4 : 27),
      ...(this.#chance(30) ? { compared: true as const } : {}),
      ...(this.#chance(25) ? { charges: 'wrong' as const } : this.#chance(4) ? {} : { charges: 'taken' as const }),
      off: this.#chance(30) ? 1 : 0,
      ...this.#onTheWay(this.#holder(of)),
    };
  }

  /** Whether nobody of the party of a hold is an adult. */
  #areChildren(of: number): boolean {
    return (
      this.#model()
        .bookings.get(this.#knows(of) ?? 0)
        ?.party.every(({ type }) => type !== 'ADT') ?? false
    );
  }

  #held() {
    const of = this.#booking('HOLD');
    return { of, ...this.#onTheWay(this.#holder(of)) };
  }

  #move(what: 'release' | 'extend' | 'quote'): Draft {
    const of = this.#booking(what === 'quote' ? 'CONFIRMED' : 'HOLD');
    return { do: what, of, ...this.#onTheWay(what === 'quote' ? undefined : this.#holder(of)) };
  }
}
