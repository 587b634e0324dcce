import type { SeededRandom } from '../../main/seeded-random.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { fileOfRoutes } from './file-of-routes.ts';
import type { Planned } from './fill-and-oversell.ts';
import type { ModelBooking, ModelFlight } from './model/model.ts';
import { sittingOn } from './model/sale-checks.ts';
import { oversoldCabins } from './model/unseated.ts';
import { oversellAndSell } from './oversell-and-sell.ts';
import { STAFF, type Staff } from './world.ts';

/** One step in so many. */
const OVERSELL_ONE_IN = 90;
const ABOUT_ONE_IN = 14;

interface Oversold {
  readonly flightId: number;
  readonly cabin: Cabin;
}

/** Somebody aboard, by the step that placed the booking. */
interface Passenger {
  readonly of: number;
  readonly passenger: number;
  readonly seat: string;
}

/** Chooses what is done about cabins that were sold above their seats: who is asked to give a seat up, what they answer, and who is denied boarding. */
export class ChooseDenied {
  readonly #around: Around;
  #plan: Planned[] = [];
  /** The step that asked for something last. */
  #asked = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  /** `key`: of the step that is chosen. */
  next(key: number): Draft | undefined {
    const planned = this.#planned(key);
    if (planned) return planned;
    const random = this.#around.own();
    if (random.below(OVERSELL_ONE_IN) === 0) {
      this.#plan = this.#begin(random);
      return this.#planned(key);
    }
    return random.below(ABOUT_ONE_IN) === 0 ? this.#about(random) : undefined;
  }

  /** The next step of what began that can be done. */
  #planned(key: number): Draft | undefined {
    for (let next = this.#plan.shift(); next; next = this.#plan.shift()) {
      const draft = next(key);
      if (draft && 'as' in draft && draft.do !== 'read') this.#asked = key;
      if (draft) return draft;
    }
    return undefined;
  }

  /** Another carrier files flights between the same airports, and the first is sold above its seats. */
  #begin(random: SeededRandom): Planned[] {
    const { model, now } = this.#around;
    const cabin: Cabin = random.below(12) === 0 ? 'Y' : 'J';
    const { file, number, day } = fileOfRoutes(random, model(), now());
    const flight = () =>
      [...model().flights.values()].find((one) => one.carrier === 'ZZ' && one.number === number && one.day === day)?.id ?? 0;
    const here = () => ({ flightId: flight(), cabin });
    const isSometimes = (step: Planned): Planned[] => (random.below(3) === 0 ? [step] : []);
    const deny: Planned = () => this.#deny(random, here());
    const after: Planned = () => this.#after(random);
    const settle =
      (place: number): Planned =>
      () =>
        this.#settle(random, here(), place);
    let staged = 0;
    const filed: Planned = (key) => {
      staged = key;
      return file;
    };
    // What each part needs was answered before.
    const parts: Planned[][] = [
      [filed, () => ({ do: 'apply', of: staged })],
      ...oversellAndSell(random, { model, flight, cabin }),
      [...isSometimes(deny), () => this.#ask(random, here()), ...isSometimes(() => this.#ask(random, here()))],
      [...isSometimes(deny), settle(0), settle(1), () => this.#read(random, here())],
      [deny],
      [() => this.#undo(random), after, ...isSometimes(deny), () => this.#read(random, here())],
      [deny, after],
      [after, ...isSometimes(after)],
    ];
    return parts.flatMap((part) => [...part, this.#answered, this.#answered]);
  }

  /** Somebody waits for a moment, unless all was answered. What is called before is in one batch with what comes after otherwise. */
  #answered: Planned = () =>
    this.#asked === 0 || this.#around.model().replies.has(`request-${this.#asked}`) ? undefined : { do: 'wait', ms: 20 };

  /** Something about a cabin that is oversold, or about who was asked or denied boarding before. */
  #about(random: SeededRandom): Draft | undefined {
    const { model, now } = this.#around;
    const open = oversoldCabins(model()).filter(({ flightId }) => (model().flights.get(flightId)?.departs ?? 0) > now());
    if (open.length === 0 && random.below(6) > 0) return undefined;
    const known: Oversold[] = open.length > 0 ? open : [{ flightId: 1 + random.below(model().flights.size + 1), cabin: 'Y' }];
    const here = random.below(10) === 0 ? { ...random.pick(known), cabin: random.pick(['J', 'Y', 'W'] as const) } : random.pick(known);
    return random.pick([
      () => this.#ask(random, here),
      () => this.#answer(random),
      () => this.#deny(random, here),
      () => this.#after(random),
      () => this.#read(random, here),
      () => this.#read(random, here),
    ])();
  }

  /** Passengers of a cabin, as far as somebody has heard of their booking. */
  #aboard({ flightId, cabin }: Oversold): Passenger[] {
    const { model, keyOf } = this.#around;
    return [...model().bookings.values()].flatMap(({ bookingId, state, party, legs }: ModelBooking) => {
      const leg = legs.find((one) => one.flightId === flightId && one.cabin === cabin);
      const of = state === 'CONFIRMED' && leg ? keyOf(bookingId) : undefined;
      if (of === undefined || !leg) return [];
      return sittingOn(party, leg.segment).map(({ passenger }, at) => ({ of, passenger, seat: leg.seats[at] ?? '' }));
    });
  }

  /** Another flight between the same airports, mostly. */
  #way(random: SeededRandom, flightId: number): number {
    const flights = [...this.#around.model().flights.values()];
    const from = flights.find(({ id }) => id === flightId);
    const such = flights.filter(
      ({ id, origin, destination, departs }: ModelFlight) =>
        id !== flightId && origin === from?.origin && destination === from.destination && departs > this.#around.now(),
    );
    return such.length > 0 && random.below(12) > 0 ? random.pick(such).id : 1 + random.below(flights.length + 1);
  }

  /** Who has a seat, mostly; and now and then who was asked before. */
  #ask(random: SeededRandom, here: Oversold): Draft | undefined {
    const all = this.#aboard(here);
    const seated = all.filter(({ seat }) => seat !== 'over');
    const whom = seated.length > 0 && random.below(12) > 0 ? random.pick(seated) : all.length > 0 ? random.pick(all) : undefined;
    if (!whom) return undefined;
    const { of, passenger } = whom;
    const amount = random.pick([0, 150_00, 400_00]);
    return {
      do: 'ask-volunteer',
      of,
      passenger,
      flight: here.flightId,
      cabin: here.cabin,
      amount,
      way: this.#way(random, here.flightId),
      ...this.#by(random, 'mercy'),
    };
  }

  /** Of who was asked last, mostly. */
  #answer(random: SeededRandom): Draft | undefined {
    const { volunteers } = this.#around.model().oversale;
    const open = volunteers.filter(({ state }) => state === 'ASKED').map(({ id }) => id);
    const volunteer = open.length > 0 && random.below(10) > 0 ? random.pick(open.slice(-3)) : 1 + random.below(volunteers.length + 1);
    if (open.length === 0 && random.below(4) > 0) return undefined;
    const answer = random.pick(['took', 'took', 'no', 'withdrawn'] as const);
    return { do: 'answer-volunteer', volunteer, answer, ...this.#by(random, 'mercy') };
  }

  /** Whoever was asked in a cabin and has not answered does so, mostly with a no. */
  #settle(random: SeededRandom, { flightId, cabin }: Oversold, place: number): Draft | undefined {
    const { volunteers } = this.#around.model().oversale;
    const asked = volunteers.filter((one) => one.state === 'ASKED' && one.flightId === flightId && one.cabin === cabin)[place];
    const answer = random.pick(['took', 'no', 'no', 'withdrawn'] as const);
    return asked && { do: 'answer-volunteer', volunteer: asked.id, answer, ...this.#by(random, 'mercy') };
  }

  #read(random: SeededRandom, { flightId: flight, cabin }: Oversold): Draft {
    return { do: 'read', what: 'oversale', flight, cabin, as: random.pick(['ana', 'ben', 'mercy'] as const) };
  }

  #deny(random: SeededRandom, here: Oversold): Draft | undefined {
    const all = this.#aboard(here);
    const over = all.filter(({ seat }) => seat === 'over');
    const whom = over.length > 0 && random.below(10) > 0 ? random.pick(over) : all.length > 0 ? random.pick(all) : undefined;
    if (!whom) return undefined;
    const { of, passenger } = whom;
    const way = random.below(4) === 0 ? null : this.#way(random, here.flightId);
    return {
      do: 'deny',
      of,
      passenger,
      flight: here.flightId,
      cabin: here.cabin,
      way,
      voucher: random.below(3) === 0,
      ...this.#by(random, 'mercy'),
    };
  }

  /** The booking that was moved last is to be undone. */
  #undo(random: SeededRandom): Draft | undefined {
    const { denials, volunteers } = this.#around.model().oversale;
    const last = random.below(2) === 0 ? denials.at(-1)?.bookingId : volunteers.findLast(({ state }) => state === 'TOOK')?.bookingId;
    const of = this.#around.keyOf(last ?? 0);
    return of === undefined ? undefined : { do: 'undo', of, seen: 0, as: 'mercy' };
  }

  /** What is owed is paid, and letters are printed. Drawers have dollars alone, so that euros go by voucher. */
  #after(random: SeededRandom): Draft | undefined {
    const { denials, volunteers } = this.#around.model().oversale;
    if (denials.length + volunteers.length === 0 && random.below(6) > 0) return undefined;
    const by = this.#by(random, random.pick(Object.keys(STAFF) as Staff[]));
    if (random.below(3) === 0) {
      const kind = random.pick(['volunteer', 'denied'] as const);
      return { do: 'letter', kind, about: 1 + random.below((kind === 'denied' ? denials : volunteers).length + 1), ...by };
    }
    const due = denials.filter(({ owed, paid }) => owed !== null && owed > 0 && !paid);
    const denial = due.length > 0 && random.below(4) > 0 ? random.pick(due).id : 1 + random.below(denials.length + 1);
    const { currency } = denials[denial - 1] ?? {};
    const drawn = currency === 'EUR' ? 'voucher' : random.pick(['cash', 'cash', 'voucher'] as const);
    // The model's drawers hold dollars. A denial that is not there yet may come to owe euros before this is asked for.
    return { do: 'compensate', denial, kind: currency === undefined ? 'voucher' : drawn, ...by };
  }

  #by(random: SeededRandom, as: Staff) {
    return { as, ...(random.below(12) === 0 ? { twice: true as const } : {}) };
  }
}
