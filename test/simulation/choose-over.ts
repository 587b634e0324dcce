import type { SeededRandom } from '../../main/seeded-random.ts';
import { BLOCK_CODES } from '../../shared/seat-blocks.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { fileOfDay } from './file-of-day.ts';
import { fillAndOversell, type Planned } from './fill-and-oversell.ts';
import { blocksOn, isFree, seatsOf } from './model/blocks.ts';
import type { ModelFlight } from './model/model.ts';
import { nextPlanned } from './next-planned.ts';
import { AIRCRAFT, SEATS, type Staff } from './world.ts';

/** One step in so many. */
const BLOCK_ONE_IN = 40;
const FREE_ONE_IN = 60;
const SIT_ONE_IN = 60;
const AIRCRAFT_ONE_IN = 110;
const OVERSELL_ONE_IN = 110;
/** A party that takes all that is left is no larger. */
const PARTY_MOST = 6;

/** Chooses seats that are blocked, given back, and sold to whom their blocks give way; sales above the seats; and another aircraft for a flight. */
export class ChooseOver {
  readonly #around: Around;
  #plan: Planned[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  /** `key`: of the step that is chosen. */
  next(key: number): Draft | undefined {
    const planned = nextPlanned(this.#plan, key);
    if (planned) return planned;
    const random = this.#around.own();
    if (random.below(BLOCK_ONE_IN) === 0) return this.#block(random);
    if (random.below(FREE_ONE_IN) === 0) return this.#free(random);
    if (random.below(SIT_ONE_IN) === 0) return this.#sit(random, key);
    if (random.below(AIRCRAFT_ONE_IN) === 0) return this.#aircraft(random, key);
    if (random.below(OVERSELL_ONE_IN) > 0) return undefined;
    const flight = this.#flight(random, () => true);
    this.#plan = fillAndOversell(random, this.#around.model, flight);
    return nextPlanned(this.#plan, key);
  }

  /** An open flight that is so, else any other. */
  #flight(random: SeededRandom, isSo: (flight: ModelFlight) => boolean): number {
    const open = this.#around.openFlights();
    const such = open.filter(isSo);
    if (random.below(12) === 0 || open.length === 0) return 1 + random.below(this.#around.model().flights.size + 1);
    return random.pick(such.length > 0 ? such : open).id;
  }

  #isSold = ({ id }: ModelFlight): boolean => this.#around.model().counter(id, 'Y').sold > 0;

  #isBlocked = ({ id }: ModelFlight): boolean => blocksOn(this.#around.model(), id).length > 0;

  /** Seats that nobody has, mostly; some that have a block already. */
  #block(random: SeededRandom): Draft {
    const model = this.#around.model();
    const flight = this.#flight(random, (one) => random.below(3) === 0 && this.#isBlocked(one));
    const map = SEATS[model.flights.get(flight)?.map ?? ''] ?? {};
    const all = Object.keys(map).filter((seat) => map[seat]?.sellable || random.below(12) === 0);
    const free = all.filter((seat) => !model.claims.has(`${flight} ${seat}`));
    const blocked = blocksOn(model, flight).map(({ seat }) => seat);
    const wanted = random.below(3) === 0 && blocked.length > 0 ? blocked : free;
    const seats = this.#some(random, random.below(8) > 0 && wanted.length > 0 ? wanted : all);
    const code = random.pick([...BLOCK_CODES, 'WCHC', 'KEPT'] as const);
    const as = code === 'WCHC' || code === 'KEPT' ? random.pick(['ana', 'ben'] as const) : random.below(6) === 0 ? 'ana' : 'mercy';
    return { do: 'block', flight, seats, code, ...this.#way(random, as) };
  }

  #free(random: SeededRandom): Draft {
    const model = this.#around.model();
    const flight = this.#flight(random, this.#isBlocked);
    const standing = blocksOn(model, flight);
    const map = SEATS[model.flights.get(flight)?.map ?? ''] ?? {};
    const blocked = standing.map(({ seat }) => seat);
    const seats = this.#some(random, blocked.length > 0 && random.below(8) > 0 ? blocked : Object.keys(map));
    const code = random.below(2) === 0 ? (standing.find(({ seat }) => seats.includes(seat))?.code ?? random.pick(BLOCK_CODES)) : null;
    return { do: 'unblock', flight, seats, code, ...this.#way(random, random.pick(['ana', 'ben', 'mercy', 'mercy'])) };
  }

  /** One to three of some seats that stand beside each other. */
  #some(random: SeededRandom, from: readonly string[]): string[] {
    if (from.length === 0) return ['99A'];
    const start = random.below(from.length);
    return [...new Set(Array.from({ length: 1 + random.below(3) }, (_, place) => from[(start + place) % from.length] ?? '99A'))];
  }

  /** Seats are held that are blocked and give way. Now and then the hold is sold, cancelled, and the cancellation undone. */
  #sit(random: SeededRandom, key: number): Draft | undefined {
    const model = this.#around.model();
    const giving = this.#around
      .openFlights()
      .flatMap(({ id }) => blocksOn(model, id).filter(({ code }) => code === 'WCHC' || code === 'KEPT'));
    if (giving.length === 0) return undefined;
    const { flightId: flight, cabin, seat, code } = random.pick(giving);
    const left = seatsOf(model, flight, cabin).filter((one) => one === seat || isFree(model, flight, one));
    const seats = code === 'WCHC' ? [seat] : left.slice(0, PARTY_MOST);
    const party = seats.map(() => (code === 'WCHC' && random.below(4) > 0 ? ('assisted' as const) : ('ADT' as const)));
    const as = random.pick(['ana', 'ben', 'mercy'] as const);
    const way = { of: key, as };
    if (random.below(2) === 0)
      this.#plan = [
        () => ({ do: 'confirm', ...way, names: 'right', tenders: ['cash'], voucher: 0, off: 0 }),
        () => ({ do: 'quote', ...way }),
        () => ({ do: 'cancel', ...way, quote: 'newest' }),
        ...(random.below(2) === 0 ? [() => ({ do: 'undo', ...way, seen: 0 }) as const] : []),
      ];
    return { do: 'place', legs: [{ flight, cabin, seats }], party, spoken: true, as };
  }

  /** A flight gets another aircraft, mostly one with blocks or passengers. */
  #aircraft(random: SeededRandom, key: number): Draft | undefined {
    const model = this.#around.model();
    const flight = model.flights.get(this.#flight(random, (one) => one.carrier === 'SA' && (this.#isBlocked(one) || this.#isSold(one))));
    if (flight?.carrier !== 'SA' || flight.cancelled) return undefined;
    const unseat = random.below(4) > 0 ? { unseat: true as const } : {};
    this.#plan = [() => ({ do: 'apply', of: key, ...unseat })];
    return fileOfDay(model, flight, { equipment: random.pick(AIRCRAFT.filter((equipment) => equipment !== flight.equipment)) });
  }

  #way(random: SeededRandom, as: Staff) {
    return { as, ...(random.below(15) === 0 ? { twice: true as const } : {}) };
  }
}
