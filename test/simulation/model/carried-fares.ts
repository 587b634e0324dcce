import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { SEATS } from '../world.ts';
import type { Leg, Model, ModelBooking, ModelFlight } from './model.ts';
import { otherLike, withOthers } from './seat-fares.ts';

type Others = NonNullable<Leg['others']>;
type Sitting = readonly Pick<ModelBooking['party'][number], 'type'>[];
type Fares = Pick<Leg, 'fare' | 'others' | 'laps' | 'priced' | 'refund'>;

const fareAt = ({ fare, others = [] }: Pick<Leg, 'fare' | 'others'>, at: number): number =>
  others.find((one) => one.at === at)?.fare ?? fare;

/** A leg where its passengers sit in other seats and pay nothing more: who lost a dearer kind of seat pays for the kind that came instead. */
export function lessened(model: Model, leg: Leg, seats: readonly string[], map: string, sitting: Sitting): Leg {
  const fareOf = model.soldAt.get(leg);
  if (!fareOf) return leg;
  const facts = SEATS[map] ?? {};
  const others = seats.flatMap((seat, at): Others[number][] => {
    const own = leg.others?.find((one) => one.at === at);
    const later = own && model.addedAt.get(own);
    const fare = Math.min(fareAt(leg, at), (later ?? fareOf)(sitting[at]?.type ?? 'ADT', facts[seat]?.exit === true));
    if (own) return later || own.refund || fare !== leg.fare ? [withFare(model, own, fare)] : [];
    return fare === leg.fare ? [] : [{ at, fare }];
  });
  const less = withOthers(leg, others, leg.laps);
  model.soldAt.set(less, fareOf);
  return less;
}

function withFare(model: Model, own: Others[number], fare: number): Others[number] {
  const made = otherLike(model, { ...own, fare }, own.at);
  const later = model.addedAt.get(own);
  if (later) model.addedAt.set(made, later);
  return made;
}

/** A flight that comes instead, with the seats of the party there. */
interface Instead {
  readonly flight: ModelFlight;
  readonly seats: readonly string[];
}

/**
 * What flights cost that are given instead of others: nothing more than was paid for those. One for one each keeps its fares; else what each passenger
 * paid is shared by the time in the air, the rest to the last.
 */
export function carriedFares(
  model: Model,
  old: readonly Leg[],
  instead: readonly Instead[],
  sitting: Sitting,
): readonly (Fares & { readonly like?: Leg })[] {
  const single = old.length === instead.length;
  const less = old.map((leg, at) => {
    const given = instead[single ? at : 0];
    return given ? lessened(model, leg, given.seats, given.flight.map, sitting) : leg;
  });
  if (single)
    return less.map((like) => {
      const { fare, others, laps, priced, refund } = like;
      const more = {
        ...(others ? { others } : {}),
        ...(laps ? { laps } : {}),
        ...(priced ? { priced } : {}),
        ...(refund ? { refund } : {}),
      };
      return { fare, ...more, like };
    });
  const times = instead.map(({ flight }) => flight.arrives - flight.departs);
  const all = times.reduce((sum, time) => sum + time, 0);
  const part = (price: number, nth: number): number => {
    const before = times.slice(0, -1).map((time) => Number((BigInt(price) * BigInt(time)) / BigInt(all)));
    return nth < before.length ? (before[nth] ?? 0) : before.reduce((left, one) => left - one, price);
  };
  const places = [...(less[0]?.seats.keys() ?? [])];
  const paid = (at: number): number => less.reduce((sum, leg) => sum + fareAt(leg, at), 0);
  const paidOnLap = (at: number): number => less.reduce((sum, { laps = [] }) => sum + (laps.find((lap) => lap.at === at)?.fare ?? 0), 0);
  return instead.map((_, nth) => {
    const fare = part(paid(0), nth);
    const others = places.flatMap((at) => (part(paid(at), nth) === fare ? [] : [{ at, fare: part(paid(at), nth) }]));
    const laps = places.flatMap((at) => (part(paidOnLap(at), nth) === 0 ? [] : [{ at, fare: part(paidOnLap(at), nth) }]));
    return { fare, ...(others.length > 0 ? { others } : {}), ...(laps.length > 0 ? { laps } : {}) };
  });
}

/** A flight that the carrier gave with others instead of some: what was paid for those is shared among them. */
export const isShared = ({ given, priced }: Pick<BookedLeg, 'given' | 'priced'>): boolean => given !== undefined && !priced;
