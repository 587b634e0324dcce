import type { SeededRandom } from '../../main/seeded-random.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { fileOfDay } from './file-of-day.ts';
import type { Planned } from './fill-and-oversell.ts';
import { partOf } from './model/authorised.ts';
import { counted, isFree, seatsOf } from './model/blocks.ts';
import { nextPlanned } from './next-planned.ts';
import { AIRCRAFT, capacity } from './world.ts';

/** One step in so many. */
const CLOSED_ONE_IN = 20;

/** What is authorised in percent; undefined: 0 as a number. */
const FEW = [undefined, undefined, 0, 20, 40, 60] as const;

interface EmptyCabin {
  readonly flight: number;
  readonly cabin: Cabin;
  readonly free: readonly string[];
}

/** Chooses cabins that are closed while seats of them are blocked: none of their seats may be sold, or hardly any, and then the blocks end. */
export class ChooseClosed {
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
    if (random.below(CLOSED_ONE_IN) > 0) return undefined;
    const empty = this.#empty();
    if (empty.length > 0) this.#plan = this.#closed(random, random.pick(empty));
    return nextPlanned(this.#plan, key);
  }

  /** Cabins in which nobody sits. In others more than none must be authorised. */
  #empty(): EmptyCabin[] {
    const model = this.#around.model();
    return this.#around.openFlights().flatMap(({ id: flight }) =>
      (['J', 'Y'] as const).flatMap((cabin) => {
        const { held, sold } = model.counter(flight, cabin);
        const free = seatsOf(model, flight, cabin).filter((seat) => isFree(model, flight, seat));
        return held + sold === 0 && free.length > 0 ? [{ flight, cabin, free }] : [];
      }),
    );
  }

  /** Seats are blocked, the cabin is closed, perhaps another aircraft comes, the blocks end, and somebody asks for a seat. At last all may be sold again. */
  #closed(random: SeededRandom, { flight, cabin, free }: EmptyCabin): Planned[] {
    const { model } = this.#around;
    const seats = free.slice(0, 1 + random.below(3));
    const code = random.pick(['INOP', 'TRIM', 'CREW'] as const);
    const percent = random.pick(FEW);
    const lasts = random.below(3) === 0 ? { lasts: MINUTE_MS } : {};
    const another = random.below(3) > 0;
    const part = (of: number): Draft | undefined => {
      const known = model().flights.get(flight);
      if (!known) return undefined;
      const authorised = Math.max(0, partOf(capacity(known.map, cabin), of) - counted(model(), flight, cabin).seats);
      return { do: 'authorise', flight, cabin, authorised, percent: of, seen: 0, as: 'mercy' };
    };
    let staged = 0;
    return [
      () => ({ do: 'block', flight, seats, code, ...lasts, as: 'mercy' }),
      () => (percent === undefined ? { do: 'authorise', flight, cabin, authorised: 0, seen: 0, as: 'mercy' } : part(percent)),
      (key) => {
        const known = model().flights.get(flight);
        if (!another || !known || known.cancelled || known.carrier !== 'SA') return undefined;
        staged = key;
        return fileOfDay(model(), known, { equipment: random.pick(AIRCRAFT.filter((equipment) => equipment !== known.equipment)) });
      },
      () => (staged === 0 ? undefined : { do: 'apply', of: staged, unseat: true }),
      () => ({ do: 'unblock', flight, seats, code: null, as: 'mercy' }),
      () => ({ do: 'place', legs: [{ flight, cabin, seats: seats.slice(0, 1) }], party: ['ADT'], spoken: true, as: 'ana' }),
      () => part(100),
    ];
  }
}
