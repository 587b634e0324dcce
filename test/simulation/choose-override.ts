import type { SeededRandom } from '../../main/seeded-random.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { fileOfDay } from './file-of-day.ts';
import type { Planned } from './fill-and-oversell.ts';
import { partOf } from './model/authorised.ts';
import { counted, isFree, seatsOf } from './model/blocks.ts';
import type { ModelFlight } from './model/model.ts';
import { nextPlanned } from './next-planned.ts';
import { AIRCRAFT, capacity } from './world.ts';

/** One step in so many. */
const OVERRIDE_ONE_IN = 35;
const PERCENT_ONE_IN = 90;
const PERCENTS = [0, 50, 75, 100, 115, 130, 150] as const;

/** Chooses what supervisors decide against the plan of a cabin: blocked seats that they sell all the same, and a part of the seats that may be sold. */
export class ChooseOverride {
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
    const open = this.#around.openFlights();
    if (open.length === 0) return undefined;
    if (random.below(OVERRIDE_ONE_IN) === 0) {
      this.#plan = this.#override(random, random.pick(open).id);
      return nextPlanned(this.#plan, key);
    }
    if (random.below(PERCENT_ONE_IN) > 0) return undefined;
    this.#plan = this.#percent(random, random.pick(open));
    return nextPlanned(this.#plan, key);
  }

  /** A seat is blocked and held all the same. The hold ends, or is sold, cancelled, and the cancellation undone. At last the seat may be given back. */
  #override(random: SeededRandom, flight: number): Planned[] {
    const { model } = this.#around;
    const cabin = random.below(4) === 0 ? 'J' : 'Y';
    const code = random.pick(['INOP', 'INOP', 'TRIM', 'CREW', 'WCHC', 'KEPT'] as const);
    const as = random.below(8) === 0 ? 'ana' : 'mercy';
    const more = random.below(3);
    let seats: readonly string[] = [];
    let placed = 0;
    const way = () => ({ of: placed, as }) as const;
    const ends: Planned[][] = [
      [() => ({ do: 'release', ...way() })],
      [() => ({ do: 'confirm', ...way(), names: 'right', tenders: ['cash'], voucher: 0, off: 0 })],
    ];
    const cancels: Planned[] = [() => ({ do: 'quote', ...way() }), () => ({ do: 'cancel', ...way(), quote: 'newest' })];
    const isSold = random.below(3) > 0;
    const undone: Planned[] = random.below(4) > 0 ? [() => ({ do: 'undo', ...way(), seen: 0 })] : [];
    return [
      () => {
        const known = model().flights.get(flight);
        const free = known ? seatsOf(model(), flight, cabin).filter((seat) => isFree(model(), flight, seat)) : [];
        seats = free.slice(0, 1);
        return seats.length === 0 ? undefined : { do: 'block', flight, seats, code, as: 'mercy' };
      },
      (key) => {
        placed = key;
        // With it others, which are free.
        const free = seatsOf(model(), flight, cabin).filter((seat) => isFree(model(), flight, seat));
        const all = [...seats, ...free.slice(0, more)];
        if (seats.length === 0) return undefined;
        return {
          do: 'place',
          legs: [{ flight, cabin, seats: all }],
          party: all.map(() => 'ADT' as const),
          spoken: true,
          override: true,
          as,
        };
      },
      ...(ends[isSold ? 1 : 0] ?? []),
      ...(isSold && random.below(4) > 0 ? [...cancels, ...undone] : []),
      ...(random.below(2) === 0
        ? [(): Draft => ({ do: 'unblock', flight, seats: seats.length > 0 ? seats : ['10A'], code: null, as: 'mercy' })]
        : []),
    ];
  }

  /** A part of the seats may be sold, now and then worked out wrongly, and then the flight gets another aircraft. */
  #percent(random: SeededRandom, { id: flight, carrier }: ModelFlight): Planned[] {
    const { model } = this.#around;
    const cabin = random.below(4) === 0 ? 'J' : 'Y';
    const percent = random.pick(PERCENTS);
    const wrong = random.below(8) === 0 ? 1 : 0;
    const seen = random.below(12) === 0 ? 1 : 0;
    let staged = 0;
    return [
      () => {
        const known = model().flights.get(flight);
        if (!known) return undefined;
        const { seats: none } = counted(model(), flight, cabin);
        const authorised = Math.max(0, partOf(capacity(known.map, cabin), percent) - none) + wrong;
        return { do: 'authorise', flight, cabin, authorised, percent, seen, as: 'mercy' };
      },
      (key) => {
        const known = model().flights.get(flight);
        if (!known || known.cancelled || carrier !== 'SA' || random.below(2) > 0) return undefined;
        staged = key;
        return fileOfDay(model(), known, { equipment: random.pick(AIRCRAFT.filter((equipment) => equipment !== known.equipment)) });
      },
      () => (staged === 0 ? undefined : { do: 'apply', of: staged, unseat: true }),
    ];
  }
}
