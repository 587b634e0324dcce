import { DAY_MS } from '../../../shared/instants.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { SEATS } from '../world.ts';
import type { Leg, Model, ModelBooking, ModelFlight } from './model.ts';

type FareOf = ReturnType<Model['priced']>['fareOf'];
type Sitting = Pick<ModelBooking['party'][number], 'type'>;

/** Seats of a leg that cost something else than an adult in a standard seat. */
export const otherFares = (
  fareOf: FareOf,
  { map }: { readonly map: string },
  seats: readonly string[],
  sitting: readonly Sitting[],
): { at: number; fare: number }[] =>
  seats.flatMap((seat, at) => {
    const fare = fareOf(sitting[at]?.type ?? 'ADT', SEATS[map]?.[seat]?.exit === true);
    return fare === fareOf('ADT', false) ? [] : [{ at, fare }];
  });

/** What all seats of some legs cost, and the infants on laps. */
export const priceOf = (legs: readonly Pick<Leg, 'fare' | 'seats' | 'others' | 'laps'>[]): number =>
  legs.reduce((sum, { fare, seats, others = [], laps = [] }) => {
    const onLaps = laps.reduce((all, lap) => all + lap.fare, 0);
    return others.reduce((all, other) => all + other.fare - fare, sum + fare * seats.length + onLaps);
  }, 0);

interface Held {
  readonly flight: ModelFlight;
  readonly back?: true | undefined;
  readonly cabin: Cabin;
  readonly seats: readonly string[];
  /** In the order of the seats. */
  readonly party: readonly Sitting[];
  readonly segment: number;
  readonly now: number;
  readonly promoted: boolean;
  /** Whether who sits at a place has an infant on the lap. */
  readonly carries: (place: number) => boolean;
  /** The fare that was read out to this desk before, if there is one and it counts, for what an adult would pay now. */
  readonly quoted?: (current: { policy: number; fare: number }) => { readonly fare: number; readonly met?: string | undefined };
}

/** A leg of a hold that is placed now, at its price. */
export function pricedLeg(model: Model, { flight, back, cabin, seats, party, segment, now, promoted, carries, quoted }: Held): Leg {
  const { policy, fareOf } = model.priced(flight, cabin, now, promoted, seats.length);
  const under = model.refundPolicies.under(model.policies.of(flight, now).name);
  const current = { policy, fare: fareOf('ADT', false) };
  const { fare, met } = quoted?.(current) ?? { fare: current.fare };
  if (promoted) model.met.push('promoted');
  if (met) model.met.push(met);
  const others = otherFares(fareOf, flight, seats, party);
  const onLap = fareOf('INF', false);
  const laps = onLap === current.fare ? [] : seats.flatMap((_, place) => (carries(place) ? [{ at: place, fare: onLap }] : []));
  const made = {
    ...{ flightId: flight.id, back, cabin, seats: [...seats], fare, ...under },
    ...(others.length > 0 ? { others } : {}),
    ...(promoted ? { priced: { promotion: 'WELCOME' } } : {}),
    ...(laps.length > 0 ? { laps } : {}),
    segment,
    destination: flight.destination,
    equipment: flight.equipment,
    date: new Date(flight.day * DAY_MS).toISOString().slice(0, 10),
    departsAt: flight.departs,
    arrivesAt: flight.arrives,
  };
  model.soldAt.set(made, fareOf);
  return made;
}
