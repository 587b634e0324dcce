import type { SeededRandom } from '../../main/seeded-random.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import type { ModelBooking, ModelFlight } from './model/model.ts';
import { capacity, SEATS, STAFF } from './world.ts';

/** One step in so many. */
const BEGUN_ONE_IN = 90;
/** So many steps later nobody waits any more for what the next step needs. */
const PATIENCE = 20;
/** Seats of a cabin that are soon taken. */
const FEW = 4;

/** The next step, once what it needs has been answered. */
type Next = () => Draft | undefined;

/**
 * A party buys the last seats of a cabin which may sell more than it has, and cancels. Others take these seats, and the party wants its booking back. One of
 * the two mostly chooses its seats later.
 */
export class ChooseOpen {
  readonly #around: Around;
  #steps: Next[] = [];
  #waited = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const random = this.#around.own();
    // The first draws decide about other steps.
    for (let burnt = 0; burnt < 11; burnt++) random.next();
    const [step] = this.#steps;
    if (!step) return random.below(BEGUN_ONE_IN) === 0 ? this.#begin(random) : undefined;
    const draft = step();
    if (draft) this.#steps.shift();
    this.#waited = draft ? 0 : this.#waited + 1;
    if (this.#waited > PATIENCE) this.#steps = [];
    return draft;
  }

  #begin(random: SeededRandom): Draft | undefined {
    const { model, now } = this.#around;
    const few = [...model().flights.values()].filter((flight) => {
      const left = this.#left(flight);
      return !flight.cancelled && flight.departs > now() && left > 0 && left <= FEW;
    });
    if (few.length === 0) return undefined;
    const flight = random.pick(few);
    const { id, map } = flight;
    const count = Math.min(2, this.#left(flight));
    const [first, then] = random.pick([
      ['open', 'named'],
      ['open', 'open'],
      ['named', 'open'],
    ] as const);
    const quotes = () => model().quotes.length;
    const [bookings, quoted] = [model().bookings.size, quotes()];
    const mine = (state: ModelBooking['state']) =>
      [...model().bookings.values()].find((one) => one.bookingId > bookings && one.state === state && one.desk === STAFF.ana.desk);
    const ofMine = (state: ModelBooking['state']) => this.#around.keyOf(mine(state)?.bookingId ?? 0);
    const as = 'ana' as const;
    this.#steps = [
      () => this.#place(flight, first, count, 'ana'),
      () => withKey(ofMine('HOLD'), (of) => ({ do: 'confirm', of, names: 'right', tenders: ['cash'], voucher: 0, off: 0, as })),
      () => withKey(ofMine('CONFIRMED'), (of) => ({ do: 'quote', of, as })),
      () => (quotes() > quoted ? withKey(ofMine('CONFIRMED'), (of) => ({ do: 'cancel', of, quote: 'newest', as })) : undefined),
      () => (mine('CANCELLED') ? this.#place(flight, then, count, 'ben') : undefined),
      () => withKey(ofMine('CANCELLED'), (of) => ({ do: 'undo', of, seen: 0, as })),
    ];
    const seats = capacity(map, 'Y');
    return { do: 'authorise', flight: id, cabin: 'Y', authorised: seats + Math.floor(seats / 2), seen: 0, as: 'mercy' };
  }

  #left({ id, map }: ModelFlight): number {
    const { held, sold } = this.#around.model().counter(id, 'Y');
    return capacity(map, 'Y') - held - sold;
  }

  #place({ id, map }: ModelFlight, seats: 'open' | 'named', count: number, as: 'ana' | 'ben'): Draft | undefined {
    const { claims } = this.#around.model();
    const free = Object.entries(SEATS[map] ?? {}).flatMap(([seat, { cabin, sellable }]) =>
      cabin === 'Y' && sellable && !claims.has(`${id} ${seat}`) ? [seat] : [],
    );
    const many = Math.min(count, free.length);
    if (many === 0) return undefined;
    const legs = [{ flight: id, cabin: 'Y' as const, seats: seats === 'open' ? seats : free.slice(0, many) }];
    return { do: 'place', legs, party: Array.from({ length: many }, () => 'ADT' as const), spoken: true, as };
  }
}

const withKey = (of: number | undefined, draft: (of: number) => Draft): Draft | undefined => (of === undefined ? undefined : draft(of));
