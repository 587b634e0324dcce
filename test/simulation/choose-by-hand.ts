import type { SeededRandom } from '../../main/seeded-random.ts';
import { DAY_MS, dateOfDay, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { HandChange, NewFlight } from '../../shared/methods/hand-changes.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import type { Planned } from './fill-and-oversell.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import { localTime } from './model/hand-plan.ts';
import type { ModelFlight } from './model/model.ts';
import { nextPlanned } from './next-planned.ts';
import { connect, MAP_OF, STAFF, type Staff, serviceDay } from './world.ts';

/** One step in so many. */
const CHANGE_ONE_IN = 14;
/** Others act in between: one step in so many. */
const OTHERS_ONE_IN = 6;
const LAYOVER_MS_MAX = 9 * HOUR_MS;
const STAFF_OF = Object.keys(STAFF) as readonly Staff[];
/** Within the limit, at it and beyond it, and by a day; to a moment ago, and not at all. */
const MOVED_MINUTES = [10, -10, 35, 60, 61, -60, -61, 90, 120, 240, 24 * 60, -600, 0] as const;
const AIRPORTS = ['JFK', 'ORD', 'DEN', 'LAX', 'BOS', 'LHR'] as const;
const EQUIPMENT = Object.keys(MAP_OF).filter((code) => code.length === 3);
const REASONS = ['the crew is out of hours', 'a bird strike', 'fog until noon'] as const;
/** Numbers of flights that are scheduled by hand. */
const NUMBERS_FROM = 5_000;
const ALL_DAYS = '1234567';

/** Chooses flights that are sold and then changed by a supervisor: other times, another aircraft, cancelled, flown again, and new ones. */
export class ChooseByHand {
  readonly #around: Around;
  #plan: Planned[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  /** `key`: of the step that is chosen. */
  next(key: number): Draft | undefined {
    const random = this.#around.own();
    if (this.#plan.length > 0 && random.below(OTHERS_ONE_IN) === 0) return undefined;
    const planned = nextPlanned(this.#plan, key);
    if (planned) return planned;
    if (random.below(CHANGE_ONE_IN) > 0) return undefined;
    const first = this.#flight(random);
    if (!first) return undefined;
    const onward = random.below(2) === 0 ? this.#onward(random, first) : undefined;
    const changed = onward && random.below(3) === 0 ? onward : first;
    const sold = this.#sold(random, first, onward);
    this.#plan = [
      ...sold.steps,
      ...(random.below(3) === 0 ? [this.#held(random, changed)] : []),
      ...this.#changed(random, changed),
      ...this.#after(random, changed, sold.placed),
    ];
    return { do: 'wait', ms: SECOND_MS };
  }

  #flight(random: SeededRandom): ModelFlight | undefined {
    const open = this.#around.openFlights();
    return open.length === 0 ? undefined : random.pick(open);
  }

  #onward(random: SeededRandom, first: ModelFlight): ModelFlight | undefined {
    const next = this.#around.openFlights().filter((one) => connect([first, one]) && one.departs - first.arrives < LAYOVER_MS_MAX);
    return next.length === 0 ? undefined : random.pick(next);
  }

  #sold(random: SeededRandom, first: ModelFlight, onward: ModelFlight | undefined) {
    const as = random.pick(STAFF_OF);
    let placed = 0;
    const place: Planned = (key) => {
      placed = key;
      const legs = [first, ...(onward ? [onward] : [])].map(({ id: flight }) => ({
        flight,
        cabin: 'Y' as const,
        seats: [this.#seat(flight)],
      }));
      return { do: 'place', legs, party: ['ADT'], spoken: true, as };
    };
    const paid = { names: 'right', tenders: ['cash'], voucher: 0, off: 0, contact: 'both' } as const;
    return {
      steps: [place, (): Draft => ({ do: 'wait', ms: SECOND_MS }), (): Draft => ({ do: 'confirm', of: placed, as, ...paid })],
      placed: (): { readonly of: number; readonly as: Staff } => ({ of: placed, as }),
    };
  }

  /** Somebody who has not paid when the flight is changed. */
  #held(random: SeededRandom, { id: flight }: ModelFlight): Planned {
    const as = random.pick(STAFF_OF);
    return () => ({ do: 'place', legs: [{ flight, cabin: 'Y', seats: [this.#seat(flight)] }], party: ['ADT'], spoken: true, as });
  }

  #seat(flight: number): string {
    const { model, own } = this.#around;
    const free = model().flights.has(flight) ? seatsOf(model(), flight, 'Y').filter((seat) => isFree(model(), flight, seat)) : [];
    return free.length === 0 ? '99A' : own().pick(free);
  }

  /** It is previewed, and mostly made at once; also too late, or after another one. */
  #changed(random: SeededRandom, { id }: ModelFlight): Planned[] {
    const { model, now } = this.#around;
    let previewed = 0;
    const preview: Planned = (key) => {
      const change = this.#change(this.#around.own(), model().flights.get(id));
      // A second leg of a number would go on from the first, which no search is asked for.
      previewed = change.kind === 'schedule' && change.number < NUMBERS_FROM ? 0 : key;
      return { do: 'by-hand', change, reason: random.pick(REASONS) };
    };
    const make: Planned = () => ({ do: 'apply-by-hand', of: previewed, as: 'mercy', ...this.#onTheWay(random) });
    const untilItLeaves: Planned = () => {
      const ms = (model().flights.get(id)?.departs ?? 0) - now();
      return ms > 0 && ms < DAY_MS ? { do: 'wait', ms } : undefined;
    };
    /** To a minute ahead, which is over when it is made. */
    const soon: Planned = (key) => {
      previewed = key;
      const flight = model().flights.get(id);
      if (!flight || flight.departs - now() > DAY_MS / 2) return undefined;
      const departs = localTime(flight.origin, flight.day, now() + 2 * MINUTE_MS);
      const change = { kind: 'retime', flightId: id, departs, arrives: null } as const;
      return Math.abs(departs.day) > 1 ? undefined : { do: 'by-hand', change, reason: random.pick(REASONS) };
    };
    switch (random.below(12)) {
      case 0:
        return [preview, untilItLeaves, make];
      case 1: {
        let first = 0;
        const earlier: Planned = (key) => {
          first = key;
          return preview(key);
        };
        return [earlier, preview, () => ({ do: 'apply-by-hand', of: first, as: 'mercy' }), make];
      }
      case 2:
        return [preview, () => ({ do: 'forget-by-hand', of: previewed }), make];
      case 3:
        return [preview, () => ({ do: 'quit' }), make];
      case 4:
        return [soon, () => ({ do: 'wait', ms: 3 * MINUTE_MS }), make];
      default:
        return [preview, make, ...(random.below(3) === 0 ? [preview, make] : [])];
    }
  }

  #onTheWay(random: SeededRandom): { readonly twice?: true; readonly lost?: true } {
    return { ...(random.below(5) === 0 ? { twice: true as const } : {}), ...(random.below(8) === 0 ? { lost: true as const } : {}) };
  }

  /** What is looked at then, and taken back. */
  #after(random: SeededRandom, { id: flight }: ModelFlight, placed: () => { readonly of: number; readonly as: Staff }): Planned[] {
    const steps: Planned[] = [
      () => ({ do: 'read', what: 'booking', of: placed().of, as: 'ana' }),
      () => ({ do: 'read', what: 'by-hand', flight, as: 'ben' }),
      () => ({ do: 'undo', ...placed(), seen: 0 }),
      () => ({ do: 'quote', ...placed() }),
      () => ({ do: 'cancel', ...placed(), quote: 'newest' }),
      () => ({ do: 'undo', ...placed(), seen: 0 }),
    ];
    const from = random.below(steps.length);
    return steps.slice(0, 2).concat(random.below(2) === 0 ? steps.slice(from) : []);
  }

  #change(random: SeededRandom, flight: ModelFlight | undefined): HandChange {
    const gone = [...this.#around.model().flights.values()].filter(({ cancelled, departs }) => cancelled && departs > this.#around.now());
    const drawn = random.below(18);
    if (drawn === 17) return { kind: 'retime', flightId: 99_999, departs: { time: '10:00', day: 0 }, arrives: null };
    if (drawn < 5 || !flight) return this.#scheduled(random, flight);
    const flightId = flight.id;
    if (drawn < 7) return { kind: 'cancel', flightId, allLegs: random.below(2) === 0 };
    if (drawn < 9 && gone.length > 0) return { kind: 'flyAgain', flightId: random.pick(gone).id };
    if (drawn === 9) return { kind: 'flyAgain', flightId };
    if (drawn < 12) {
      const equipment =
        random.below(10) === 0 ? 'XXX' : random.pick([...EQUIPMENT, flight.equipment.length === 3 ? flight.equipment : 'SH1']);
      return { kind: 'aircraft', flightId, equipment, configuration: '' };
    }
    return this.#retimed(random, flight);
  }

  #retimed(random: SeededRandom, { id: flightId, day, origin, destination, departs, arrives }: ModelFlight): HandChange {
    const moved = random.pick(MOVED_MINUTES) * MINUTE_MS;
    const longer = random.pick([0, 0, 15, -30, 24 * 60, -600]) * MINUTE_MS;
    const within = ({ time, day: after }: { readonly time: string; readonly day: number }, least: number, most: number) => ({
      time,
      day: Math.min(most, Math.max(least, after)),
    });
    return {
      ...{ kind: 'retime', flightId, departs: within(localTime(origin, day, departs + moved), -1, 1) },
      arrives: random.below(2) === 0 ? null : within(localTime(destination, day, arrives + moved + longer), -2, 3),
    };
  }

  /** A new flight, on one day or two. Sometimes one that there is, or one that cannot be. */
  #scheduled(random: SeededRandom, flight: ModelFlight | undefined): NewFlight {
    const { model, now } = this.#around;
    const origin = random.pick(AIRPORTS);
    const destination = random.pick(AIRPORTS.filter((airport) => airport !== origin));
    const leaves = now() + (2 + random.below(40)) * HOUR_MS;
    const { time: departs, day } = localTime(origin, 0, leaves);
    const [from, to] = [dateOfDay(day), dateOfDay(day + random.below(2))];
    const { time } = localTime(destination, 0, leaves + (1 + random.below(9)) * HOUR_MS);
    const asked: NewFlight = {
      ...{ kind: 'schedule', carrier: random.pick(['SA', 'ZZ']), number: NUMBERS_FROM + model().flights.size, suffix: '' },
      ...{ origin, destination, from, to, days: ALL_DAYS, departs, arrives: { time, day: null }, equipment: random.pick(EQUIPMENT) },
      ...{ configuration: '', fare: 5_000 + random.below(20_000), currency: 'USD', soldAs: [] },
    };
    return random.below(2) > 0 ? asked : { ...asked, ...this.#wrong(random, asked, flight) };
  }

  #wrong(random: SeededRandom, asked: NewFlight, flight: ModelFlight | undefined): Partial<NewFlight> {
    const wrongs: readonly (() => Partial<NewFlight>)[] = [
      () => ({ destination: 'QQQ' }),
      () => ({ origin: 'NYC' }),
      () => ({ destination: asked.origin }),
      () => ({ equipment: 'XXX' }),
      () => ({ to: dateOfDay(serviceDay(this.#around.now()) - 9) }),
      () => ({ currency: 'EUR', fare: null }),
      () => ({ arrives: { time: asked.departs, day: random.pick([-1, 0, 2]) } }),
      () => ({ from: dateOfDay(serviceDay(this.#around.now()) - 1), to: dateOfDay(serviceDay(this.#around.now())) }),
      () => (flight ? sameAs(flight) : {}),
      () => (flight ? inTheAir(flight) : {}),
    ];
    const some = Array.from({ length: 1 + random.below(2) }, () => random.pick(wrongs)());
    return Object.assign({}, ...some);
  }
}

/** The number leaves the airport on that day already. */
function sameAs({ carrier, number, origin, day }: ModelFlight): Partial<NewFlight> {
  return { carrier, number, origin, from: dateOfDay(day), to: dateOfDay(day) };
}

/** The number goes on from where it lands, before it has landed. */
function inTheAir({ carrier, number, destination, day, departs }: ModelFlight): Partial<NewFlight> {
  const { time, day: after } = localTime(destination, day, departs + MINUTE_MS);
  const date = dateOfDay(day + after);
  return { carrier, number, origin: destination, from: date, to: date, departs: time };
}
