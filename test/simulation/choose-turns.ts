import type { SeededRandom } from '../../main/seeded-random.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { ActionOf, Draft } from './action.ts';
import type { Around } from './around.ts';
import type { Planned } from './fill-and-oversell.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import type { ModelFlight } from './model/model.ts';
import { CLASS_CODES, CLASSES, LATE, POLICIES } from './model/policies.ts';
import { nextPlanned } from './next-planned.ts';

/** One step in so many. */
const MEETING_ONE_IN = 40;
/** One block in so many ends by itself, and one party in so many waits for a class. */
const LASTS_ONE_IN = 2;
const CLASS_ONE_IN = 5;
/** A day less to go is waited for no longer. */
const DAY_TURN_MS_MAX = HOUR_MS;
/** From when on nothing is offered. */
const TOO_LATE_MS = 2 * HOUR_MS;

type Drawn<Do extends Draft['do']> = Extract<Draft, { do: Do }>;
/** What comes in one batch is joined. */
type Step = Draft & { readonly join?: true };

/** Chooses what ends or begins by time alone: blocks of seats, and what parties wait for that may come with a day, a policy or a booking class. */
export class ChooseTurns {
  readonly #around: Around;
  #plan: Planned[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  /** `key`: of the step that is chosen. The hub looks at the time from the first step on. */
  next(key: number): Draft | undefined {
    if (key === 1) return { do: 'turns' };
    const planned = nextPlanned(this.#plan, key);
    if (planned) return planned;
    const random = this.#around.own();
    // The first draws say more of other steps.
    for (let burnt = 0; burnt < 4; burnt++) random.next();
    if (random.below(MEETING_ONE_IN) > 0) return undefined;
    const { model, now } = this.#around;
    const flights = this.#around.openFlights().filter(({ id, departs }) => departs - now() > TOO_LATE_MS && model().room(id, 'Y') > 0);
    if (flights.length === 0) return undefined;
    // It is seldom near.
    this.#plan = random.below(2) === 0 ? this.#dayTurns(random, flights) : [];
    const meeting = random.pick([this.#blockEnds, this.#seatOfOver, this.#classOpens, this.#fareFalls]);
    if (this.#plan.length === 0) this.#plan = meeting(random, flights);
    return nextPlanned(this.#plan, key);
  }

  /** Some blocks end by themselves, a few at once or after the flight has left. */
  lasts(draft: Drawn<'block'>): Pick<ActionOf<'block'>, 'lasts'> {
    const random = this.#around.own();
    if (draft.lasts !== undefined || random.below(LASTS_ONE_IN) > 0) return {};
    const lasts = random.pick([1, SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 3 * HOUR_MS, 3 * DAY_MS, 0, -MINUTE_MS]);
    return { lasts: lasts > SECOND_MS ? lasts + random.below(MINUTE_MS) : lasts };
  }

  /** Some parties wait for a booking class, mostly one that the flight has. */
  ofClass(draft: Drawn<'join'>): Pick<ActionOf<'join'>, 'bookingClass'> {
    const random = this.#around.own();
    if (draft.bookingClass !== undefined || random.below(CLASS_ONE_IN) > 0) return {};
    return { bookingClass: random.pick([...CLASS_CODES, ...CLASS_CODES, 'X']) };
  }

  #free(flight: number): string[] {
    const model = this.#around.model();
    return seatsOf(model, flight, 'Y').filter((seat) => isFree(model, flight, seat));
  }

  /** All that is left of a cabin is blocked for a while, and somebody waits for it. */
  #blockEnds = (random: SeededRandom, flights: readonly ModelFlight[]): Planned[] => {
    const { id: flight } = random.pick(flights);
    const lasts = random.pick([20 * SECOND_MS, MINUTE_MS, 4 * MINUTE_MS]);
    const code = random.pick(['KEPT', 'KEPT', 'WCHC', 'INOP', 'TRIM'] as const);
    return [
      () => ({ do: 'block', flight, seats: this.#free(flight), code, lasts, as: 'mercy' }),
      () => joins(flight, random.below(2) + 1),
      () => ({ do: 'wait', ms: lasts + random.below(3) - 1 }),
      () => ({ do: 'wait', ms: 2 }),
    ];
  };

  /** A seat is asked for in the very batch in which its block is over, before the hub has looked. */
  #seatOfOver = (random: SeededRandom, flights: readonly ModelFlight[]): Planned[] => {
    const { id: flight } = random.pick(flights);
    const seat = this.#free(flight)[0] ?? '';
    const lasts = 2 * SECOND_MS;
    const code = random.pick(['KEPT', 'INOP', 'CREW'] as const);
    const joined = (step: Draft): Step => ({ ...step, join: true });
    return seat === ''
      ? []
      : [
          ...(random.below(2) === 0 ? [() => joins(flight, 7)] : []),
          () => joined({ do: 'block', flight, seats: [seat], code, lasts, as: 'mercy' }),
          () => joined({ do: 'wait', ms: lasts + random.below(3) - 1 }),
          () => ({ do: 'place', legs: [{ flight, cabin: 'Y', seats: [seat] }], party: ['ADT'], spoken: true, as: 'ben' }),
        ];
  };

  /** A party waits for a class that is not open. Then somebody opens it, or other prices are published. */
  #classOpens = (random: SeededRandom, flights: readonly ModelFlight[]): Planned[] => {
    const { id: flight } = random.pick(flights);
    const [bookingClass, first] = random.pick([
      ['M', 'policy'],
      ['M', 'closed'],
      ['B', 'closed'],
    ] as const);
    const decide = (decision: 'policy' | 'closed' | 'open'): Draft => ({
      ...{ do: 'override', flight, of: 'flight', code: bookingClass, decision, based: 'seen' },
    });
    return [
      () => publish(flight, CLASSES, 0),
      () => decide(first),
      () => joins(flight, 1 + random.below(2), { bookingClass }),
      ...(random.below(4) === 0 ? [() => publish(flight, 'demand', 0)] : []),
      () => decide('open'),
    ];
  };

  /** A party pays no more than the next prices ask for. They are published for now, or for a little later. */
  #fareFalls = (random: SeededRandom, flights: readonly ModelFlight[]): Planned[] => {
    const model = this.#around.model();
    const now = this.#around.now();
    const dear = flights.filter((flight) => lateFare(flight, now) < model.price(flight, 'Y', now).fare);
    if (dear.length === 0) return [];
    const flight = random.pick(dear);
    const starts = random.pick([0, MINUTE_MS]);
    return [
      () => joins(flight.id, 1, { fareLimit: lateFare(flight, now) }),
      () => publish(flight.id, LATE, starts),
      () => ({ do: 'wait', ms: starts + SECOND_MS }),
    ];
  };

  /** A party pays no more than its flight costs when it has a day less to go. */
  #dayTurns = (random: SeededRandom, flights: readonly ModelFlight[]): Planned[] => {
    const now = this.#around.now();
    const left = ({ departs }: ModelFlight) => ((departs - now) % DAY_MS) + 1;
    const soon = flights.filter((flight) => flight.departs - now > DAY_MS && left(flight) < DAY_TURN_MS_MAX);
    if (soon.length === 0) return [];
    const flight = random.pick(soon);
    const ms = left(flight);
    return [
      () => publish(flight.id, LATE, 0),
      () => joins(flight.id, 1, { fareLimit: lateFare(flight, now + ms) }),
      () => ({ do: 'wait', ms: ms + SECOND_MS }),
    ];
  };
}

/** What a flight costs by the days that are left, whatever else counts. */
function lateFare({ fare, departs }: ModelFlight, now: number): number {
  const days = Math.max(0, Math.floor((departs - now) / DAY_MS));
  const none = [0, 0] as const;
  const asked = {
    fare,
    cabin: 'Y',
    ofCabin: none,
    ofFlight: none,
    days,
    passenger: 'ADT',
    promoted: false,
    exit: false,
    party: 1,
  } as const;
  return POLICIES[LATE].price({ ...asked, closed: [], opened: [] });
}

const publish = (flight: number, name: typeof CLASSES | typeof LATE | 'demand', starts: number): Draft => ({
  ...{ do: 'publish', flight, of: 'flight', name, starts, lasts: null, based: 'seen' },
});

const joins = (flight: number, count: number, more: Partial<Drawn<'join'>> = {}): Draft => ({
  ...{ do: 'join', flights: [flight], cabin: 'Y', party: Array.from({ length: count }, () => 'ADT' as const), fareLimit: null },
  ...{ priority: 'normal', phone: true, as: 'ana', ...more },
});
