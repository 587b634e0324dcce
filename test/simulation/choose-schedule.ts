import type { SeededRandom } from '../../main/seeded-random.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { fileOfDay } from './file-of-day.ts';
import type { Planned } from './fill-and-oversell.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import type { Model, ModelFlight } from './model/model.ts';
import { nextPlanned } from './next-planned.ts';
import { AIRCRAFT, connect, type FiledFlight, FLIGHTS, STAFF, type Staff } from './world.ts';

/** One step in so many. */
const CHANGE_ONE_IN = 25;
/** What others do comes between the pieces: one step in so many is the next piece. */
const PIECE_ONE_IN = 2;
const LAYOVER_MS_MAX = 9 * HOUR_MS;
const STAFF_OF = Object.keys(STAFF) as readonly Staff[];
const IN_CASH = { names: 'right', tenders: ['cash'], voucher: 0, off: 0 } as const;
/** Within the limit, at it and beyond it; and by a day. */
const MOVED_MINUTES = [10, -10, 35, 60, 61, -60, -61, 90, 24 * 60] as const;
const AIRPORTS = ['ORD', 'DEN', 'LAX', 'BOS'] as const;
/** More than the flight numbers that there are, and than the bookings of one flight. */
const PIECES_MOST = 16;

/** Chooses flights that are sold and then moved, sent elsewhere, given another aircraft or dropped by a file; at once, or in pieces between which others sell. */
export class ChooseSchedule {
  readonly #around: Around;
  #plan: Planned[] = [];
  #pieces: Planned[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  /** `key`: of the step that is chosen. */
  next(key: number): Draft | undefined {
    const random = this.#around.own();
    const planned = nextPlanned(this.#plan, key);
    if (planned) return planned;
    if (this.#pieces.length > 0) return random.below(PIECE_ONE_IN) === 0 ? nextPlanned(this.#pieces, key) : undefined;
    if (random.below(CHANGE_ONE_IN) > 0) return undefined;
    const first = this.#flight(random);
    if (!first) return undefined;
    const onward = this.#onward(random, first);
    const as = random.pick(STAFF_OF);
    const changed = onward && random.below(3) === 0 ? onward : first;
    this.#plan = [
      () => ({ do: 'confirm', of: key, as, contact: 'both', ...IN_CASH }),
      (fileKey) => {
        this.#pieces =
          random.below(3) === 0 ? [() => ({ do: 'apply', of: fileKey, unseat: true })] : inPieces(random, this.#around.model, fileKey);
        const now = this.#around.model().flights.get(changed.id);
        return now && !now.cancelled ? fileOfDay(this.#around.model(), now, otherwise(random, now)) : undefined;
      },
    ];
    const legs = [first, ...(onward ? [onward] : [])].map(({ id }) => ({
      flight: id,
      cabin: 'Y' as const,
      seats: [this.#seat(random, id)],
    }));
    return { do: 'place', legs, party: ['ADT'], spoken: true, as };
  }

  #flight(random: SeededRandom): ModelFlight | undefined {
    const open = this.#around.openFlights().filter(({ carrier }) => carrier === 'SA');
    return open.length === 0 ? undefined : random.pick(open);
  }

  #onward(random: SeededRandom, first: ModelFlight): ModelFlight | undefined {
    const open = this.#around.openFlights();
    const next = open.filter((one) => connect([first, one]) && one.departs - first.arrives < LAYOVER_MS_MAX);
    return next.length === 0 ? undefined : random.pick(next);
  }

  #seat(random: SeededRandom, flight: number): string {
    const model = this.#around.model();
    const free = seatsOf(model, flight, 'Y').filter((seat) => isFree(model, flight, seat));
    return free.length === 0 ? '99A' : random.pick(free);
  }
}

/** What a file may say of a flight. */
function otherwise(random: SeededRandom, { departs, arrives, origin, destination, equipment }: ModelFlight): Partial<FiledFlight> | null {
  const moved = random.pick(MOVED_MINUTES) * MINUTE_MS;
  switch (random.below(7)) {
    case 0:
      return null;
    case 1:
      return { destination: elsewhere(random.pick(AIRPORTS.filter((airport) => airport !== destination)), origin, destination) };
    case 2:
      return { equipment: random.pick(AIRCRAFT.filter((other) => other !== equipment)) };
    case 3:
      return { equipment: random.pick(AIRCRAFT), departs: departs + moved, arrives: arrives + moved };
    case 4:
      return { arrives: Math.min(arrives + Math.abs(moved), departs + DAY_MS / 2) };
    default:
      return { departs: departs + moved, arrives: arrives + moved };
  }
}

/** The steps of an import of many flights. One in four is given up on the way. */
function inPieces(random: SeededRandom, model: () => Model, of: number): Planned[] {
  const read = { flight: 1 + random.below(FLIGHTS.length), fare: 5_000 + random.below(20_000) };
  const reads: Planned[] = random.below(5) === 0 ? [() => ({ do: 'read-fare', ...read, as: 'mercy' })] : [];
  const givenUp = random.below(4) === 0 ? 1 + random.below(3) : undefined;
  const isCopying = () => {
    const { switching } = model();
    return switching?.step === 'copying' && !switching.ended;
  };
  // Most steps of which nothing is left to do are left out.
  const copies = Array.from({ length: givenUp ?? PIECES_MOST }, (_, at): Planned => {
    return () => (at % 6 === 0 || isCopying() ? { do: 'copy', of, ...(at === 0 ? { first: true } : {}) } : undefined);
  });
  const settles = Array.from({ length: PIECES_MOST }, (_, at): Planned => {
    return () => (at % 6 === 0 || model().switching ? { do: 'settle', bookings: 1 + (at % 2) } : undefined);
  });
  return [...copies, ...reads, () => ({ do: 'apply', of }), () => ({ do: 'drop-copy', of }), ...settles];
}

/** No file has a flight that lands where it left. */
const elsewhere = (drawn: string, origin: string, destination: string): string =>
  drawn === origin ? (AIRPORTS.find((airport) => airport !== origin && airport !== destination) ?? drawn) : drawn;
