import type { SeededRandom } from '../../main/seeded-random.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import { CHANGE_GROUPS } from '../../shared/methods/reaccommodation.ts';
import type { Draft } from './action.ts';
import type { Around } from './around.ts';
import { fileOfDay } from './file-of-day.ts';
import type { Planned } from './fill-and-oversell.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import { legMeanings } from './model/leg-meaning.ts';
import type { ModelBooking, ModelFlight } from './model/model.ts';
import { nextPlanned } from './next-planned.ts';
import { connect, type FiledFlight, STAFF, type Staff } from './world.ts';

/** One step in so many. */
const CHANGE_ONE_IN = 40;
/** Others act in between: one step in so many. */
const OTHERS_ONE_IN = 5;
const AHEAD_MS = 90 * MINUTE_MS;
const LAYOVER_MS_MAX = 9 * HOUR_MS;
const STAFF_OF = Object.keys(STAFF) as readonly Staff[];
/** Minutes after a flight that others leave on its route: at the limit, before and after it, and on the next days. */
const BESIDE = [-61, -60, -59, -20, 15, 45, 61, 120, 200, 300, 23 * 60, 24 * 60, 47 * 60, 72 * 60, 96 * 60] as const;
const MOVED_MINUTES = [10, 60, 61, -61, 75, 90, 120, 24 * 60] as const;
const AIRPORTS = ['ORD', 'DEN', 'LAX', 'BOS'] as const;
const PARTIES = [['ADT'], ['ADT'], ['ADT', 'ADT'], ['ADT', 'CHD'], ['with-infant'], ['ADT', 'ADT', 'ADT'], ['assisted']] as const;
/** Numbers of flights that are filed beside others. */
const NUMBERS_FROM = 2_000;

/** Chooses what follows where the carrier changes flights that are sold: other ways are looked for, kept, given up, accepted and taken back. */
export class ChooseWays {
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
    if (random.below(CHANGE_ONE_IN) > 0) return random.below(CHANGE_ONE_IN) < 2 ? this.#about(random) : undefined;
    const first = this.#flight(random);
    if (!first) return undefined;
    const onward = random.below(2) === 0 ? this.#onward(random, first) : undefined;
    const changed = onward && random.below(3) === 0 ? onward : first;
    this.#plan = [
      ...this.#besides(random, changed),
      ...Array.from({ length: 1 + random.below(3) }, () => this.#sold(random, first, onward)).flat(),
      ...this.#change(random, changed.id),
      ...Array.from({ length: 8 + random.below(8) }, (): Planned => () => this.#about(this.#around.own())),
    ];
    return { do: 'wait', ms: SECOND_MS };
  }

  #flight(random: SeededRandom): ModelFlight | undefined {
    const { now, openFlights } = this.#around;
    const open = openFlights().filter(({ carrier, departs }) => carrier === 'SA' && departs - now() > AHEAD_MS);
    return open.length === 0 ? undefined : random.pick(open);
  }

  #onward(random: SeededRandom, first: ModelFlight): ModelFlight | undefined {
    const next = this.#around.openFlights().filter((one) => connect([first, one]) && one.departs - first.arrives < LAYOVER_MS_MAX);
    return next.length === 0 ? undefined : random.pick(next);
  }

  /** Flights of another carrier on the same route, and one that leaves from another airport of the city. */
  #besides(random: SeededRandom, { id, number: _, carrier: __, map: ___, cancelled: ____, ...flight }: ModelFlight): Planned[] {
    const { model, now } = this.#around;
    const minutes = [...new Set(Array.from({ length: 2 + random.below(3) }, () => random.pick(BESIDE)))];
    const filed = minutes.flatMap((later, at): FiledFlight[] => {
      const [departs, arrives] = [flight.departs + later * MINUTE_MS, flight.arrives + later * MINUTE_MS];
      if (departs <= now()) return [];
      const origin = flight.origin === 'JFK' && random.below(4) === 0 ? 'LGA' : flight.origin;
      const day = flight.day + Math.floor((later * MINUTE_MS + HOUR_MS) / DAY_MS);
      const number = NUMBERS_FROM + 10 * (id % 100) + at + (origin === flight.origin ? 0 : 5);
      const fare = random.pick([5_001, 30_003]);
      return [{ ...flight, number, origin, day, departs, arrives, fare, equipment: random.pick(['D1', 'S1', 'M1', 'W1']) }];
    });
    const [fromDay, toDay] = [Math.min(...filed.map(({ day }) => day)), Math.max(...filed.map(({ day }) => day))];
    if (filed.length === 0) return [];
    return [
      () => {
        const isNew = ({ number, origin, day }: FiledFlight) =>
          filed.some((one) => one.number === number && one.origin === origin && one.day === day);
        const kept = [...model().flights.values()]
          .filter((one) => one.carrier === 'ZZ' && !one.cancelled && one.day >= fromDay && one.day <= toDay && !isNew(one))
          .map(({ id: _id, carrier: _carrier, map: _map, cancelled: _cancelled, ...one }): FiledFlight => one);
        return { do: 'stage', carrier: 'ZZ', flights: [...kept, ...filed], fromDay, toDay };
      },
      (key) => ({ do: 'apply', of: key - 1 }),
    ];
  }

  #sold(random: SeededRandom, first: ModelFlight, onward: ModelFlight | undefined): Planned[] {
    const as = random.pick(STAFF_OF);
    const party = random.pick(PARTIES);
    const cabin = random.below(5) === 0 ? 'J' : 'Y';
    let placed = 0;
    return [
      (key) => {
        placed = key;
        const flights = [first, ...(onward ? [onward] : [])];
        const legs = flights.map(({ id: flight }) => ({
          flight,
          cabin: cabin as 'J' | 'Y',
          seats: this.#seats(flight, cabin, party.length),
        }));
        return { do: 'place', legs, party: [...party], spoken: true, as };
      },
      () => ({ do: 'wait', ms: SECOND_MS }),
      () => ({ do: 'confirm', of: placed, as, names: 'right', tenders: ['cash'], voucher: 0, off: 0, contact: 'both' }),
    ];
  }

  /** The last ones are in exit rows. */
  #seats(flight: number, cabin: 'J' | 'Y', count: number): readonly string[] {
    const { model, own } = this.#around;
    const free = model().flights.has(flight) ? seatsOf(model(), flight, cabin).filter((seat) => isFree(model(), flight, seat)) : [];
    const seats = own().below(3) === 0 ? free.slice(-count) : free.slice(0, count);
    return seats.length === count ? seats : ['99A'];
  }

  #change(random: SeededRandom, flightId: number): Planned[] {
    const { model } = this.#around;
    const moved = random.pick(MOVED_MINUTES) * MINUTE_MS;
    const what = random.below(8);
    const otherwise = ({ departs, arrives, origin, destination, equipment }: ModelFlight): Partial<FiledFlight> | null => {
      if (what < 3) return null;
      if (what === 3) return { destination: AIRPORTS.find((one) => one !== origin && one !== destination) ?? destination };
      if (what === 4) return { equipment: equipment === 'S1' ? 'M1' : 'S1' };
      return { departs: departs + moved, arrives: arrives + moved };
    };
    return [
      () => {
        const flight = model().flights.get(flightId);
        return flight && !flight.cancelled ? fileOfDay(model(), flight, otherwise(flight)) : undefined;
      },
      (key) => ({ do: 'apply', of: key - 1, unseat: true }),
    ];
  }

  /** Sold bookings to which something was done, as far as somebody has heard of them; the newest at the end. */
  #broken(): number[] {
    const { model, keyOf } = this.#around;
    const isBroken = (booking: ModelBooking): boolean =>
      legMeanings(model(), booking).some(({ kind }, at) => kind !== 'none' || booking.legs[at]?.seats.includes('over'));
    return [...model().bookings.values()]
      .filter((booking) => booking.state === 'CONFIRMED' && isBroken(booking))
      .flatMap(({ bookingId }) => keyOf(bookingId) ?? []);
  }

  #kept(): number[] {
    const { model, keyOf } = this.#around;
    return [...new Set([...model().ways].flatMap(([hold, { of }]) => (model().bookings.get(hold)?.state === 'HOLD' ? [of] : [])))].flatMap(
      (of) => keyOf(of) ?? [],
    );
  }

  #some(random: SeededRandom, among: readonly number[]): number[] {
    const last = among.slice(-5);
    return random.below(3) === 0 ? last : last.length === 0 ? [] : [random.pick(last)];
  }

  /** Something about bookings whose flights were changed. */
  #about(random: SeededRandom): Draft | undefined {
    const { model, keyOf } = this.#around;
    const broken = this.#broken();
    const kept = this.#kept();
    const by = {
      as: random.below(4) === 0 ? random.pick(STAFF_OF) : ('ana' as const),
      ...(random.below(12) === 0 ? { twice: true as const } : {}),
    };
    const accept = (way: () => number | null, among: readonly number[]): Draft | undefined => {
      const items = this.#some(random, among).map((booking) => ({ booking, way: way(), seen: random.below(12) === 0 ? 1 : 0 }));
      return items.length === 0 ? undefined : { do: 'accept-ways', items, ...by };
    };
    const drawn = random.below(24);
    if (kept.length === 0 && drawn < 18) {
      const bookings = this.#some(random, broken);
      if (drawn < 3) return { do: 'read', what: 'changed', group: random.pick(CHANGE_GROUPS), as: 'ana' };
      if (drawn < 6) return accept(() => null, broken);
      return bookings.length === 0 ? undefined : { do: 'propose', bookings, ways: 1 + random.below(3), ...by };
    }
    switch (drawn) {
      case 0:
      case 1:
        return { do: 'read', what: 'changed', group: random.pick(CHANGE_GROUPS), as: 'ana' };
      case 2:
      case 3:
        return { do: 'keep-ways', bookings: this.#some(random, kept), ...by };
      case 4:
      case 5:
        return { do: 'release-ways', bookings: this.#some(random, kept), ...by };
      case 6:
        return { do: 'wait', ms: random.pick([MINUTE_MS, 3 * MINUTE_MS, 3 * MINUTE_MS + SECOND_MS]) };
      case 7:
        return { do: 'propose', bookings: this.#some(random, broken), ways: 1 + random.below(3), ...by };
      case 8:
        return {
          do: 'sell-way',
          booking: random.pick(kept.length > 0 ? kept : [0]),
          what: random.pick(['release', 'extend', 'revive', 'takeOver']),
          ...by,
        };
      case 9:
      case 10:
        return { do: 'wait', ms: SECOND_MS };
      case 18:
      case 19:
      case 20: {
        const last = [...model().history.lastSteps]
          .filter(([, { type }]) => type === 'booking.reaccommodated')
          .map(([id]) => keyOf(id) ?? 0);
        return last.length === 0 ? undefined : { do: 'undo-ways', bookings: this.#some(random, last), ...by };
      }
      case 21:
      case 22:
        return this.#missed(random, by);
      case 23: {
        const of = this.#some(random, broken)[0];
        return of === undefined ? undefined : { do: 'quote', of, ...by };
      }
      default:
        return accept(() => random.pick([0, 0, 1, 2, 3, null]), kept);
    }
  }

  /** A flight that has just left, or leaves soon, was missed; or one that was said to be was not. */
  #missed(random: SeededRandom, by: { readonly as: Staff; readonly twice?: true }): Draft | undefined {
    const { model, now, keyOf } = this.#around;
    const known = [...model().bookings.values()]
      .filter(({ state }) => state === 'CONFIRMED')
      .flatMap(({ bookingId, legs }) => {
        const booking = keyOf(bookingId);
        if (booking === undefined) return [];
        return legs.map((leg, at) => ({ booking, leg: at, missed: leg.missed, departs: model().flight(leg.flightId).departs }));
      });
    const near = known.filter(({ departs }) => departs - HOUR_MS < now() && departs + 2 * DAY_MS > now() - HOUR_MS);
    if (near.length === 0) return undefined;
    const { booking, leg, missed } = random.pick(near.slice(-4));
    return {
      do: 'missed',
      booking,
      leg,
      by: missed && random.below(3) === 0 ? null : random.pick(['carrier', 'carrier', 'passenger']),
      ...by,
    };
  }
}
