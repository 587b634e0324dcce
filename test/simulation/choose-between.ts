import type { SeededRandom } from '../../main/seeded-random.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { fileOfDay } from './file-of-day.ts';
import type { Planned } from './fill-and-oversell.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import type { ModelFlight } from './model/model.ts';
import { nextPlanned } from './next-planned.ts';

/** One step in so many. */
const CHANGE_ONE_IN = 60;
const AHEAD_MS = 60 * MINUTE_MS;
/** More than the flight numbers that there are, and than the bookings of one flight. */
const PIECES_MOST = 20;

/** Chooses who buys a flight after an import in pieces has moved it, and before those are told who had bought it by then: nothing has changed for them. */
export class ChooseBetween {
  readonly #around: Around;
  #plan: Planned[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  /** `key`: of the step that is chosen. */
  next(key: number): Draft | undefined {
    const planned = nextPlanned(this.#plan, key);
    if (planned) return planned;
    const { own, now, openFlights, model } = this.#around;
    const random = own();
    if (random.below(CHANGE_ONE_IN) > 0 || model().switching) return undefined;
    const open = openFlights().filter(({ carrier, departs }) => carrier === 'SA' && departs - now() > AHEAD_MS);
    if (open.length === 0) return undefined;
    this.#plan = this.#steps(random, random.pick(open));
    return { do: 'wait', ms: SECOND_MS };
  }

  #steps(random: SeededRandom, { id }: ModelFlight): Planned[] {
    const { model } = this.#around;
    const moved = random.pick([10, 35, 75]) * MINUTE_MS;
    const isCopying = (): boolean => {
      const { switching } = model();
      return switching?.step === 'copying' && !switching.ended;
    };
    let file = 0;
    const copies = Array.from({ length: PIECES_MOST }, (_, at): Planned => {
      return () => (at === 0 || isCopying() ? { do: 'copy', of: file, ...(at === 0 ? { first: true as const } : {}) } : undefined);
    });
    const settles = Array.from(
      { length: PIECES_MOST },
      (): Planned => () => (model().switching ? { do: 'settle', bookings: 1 } : undefined),
    );
    return [
      ...this.#bought(id),
      (key) => {
        file = key;
        const flight = model().flights.get(id);
        if (!flight || flight.cancelled) return undefined;
        return fileOfDay(model(), flight, { departs: flight.departs + moved, arrives: flight.arrives + moved });
      },
      ...copies,
      () => ({ do: 'apply', of: file }),
      ...this.#bought(id),
      ...settles,
    ];
  }

  #bought(flight: number): Planned[] {
    const { model } = this.#around;
    let placed = 0;
    return [
      (key) => {
        placed = key;
        const seat = model().flights.has(flight) ? seatsOf(model(), flight, 'Y').find((one) => isFree(model(), flight, one)) : undefined;
        return { do: 'place', legs: [{ flight, cabin: 'Y', seats: [seat ?? '99A'] }], party: ['ADT'], spoken: true, as: 'ana' };
      },
      () => ({ do: 'wait', ms: SECOND_MS }),
      () => ({ do: 'confirm', of: placed, as: 'ana', names: 'right', tenders: ['cash'], voucher: 0, off: 0 }),
    ];
  }
}
