import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { isSeat } from '../../../shared/open-seat.ts';
import { SEATS } from '../world.ts';
import { connectionLost } from './connection-lost.ts';
import type { Leg, Model, ModelBooking } from './model.ts';
import { sittingOn } from './sale-checks.ts';

/** What the schedule of now means for a leg that was sold: the worst that holds. */
export interface LegMeaning {
  readonly kind: 'none' | 'moved' | 'seatGone' | 'movedFar' | 'connection' | 'otherDestination' | 'missed' | 'cancelled';
  /** Whichever end of the flight was moved by more. */
  readonly movedMinutes: number;
}

/** What its passengers must be told of each leg of a booking, in their order. */
export const legMeanings = (model: Model, { legs, party }: Pick<ModelBooking, 'legs' | 'party'>): LegMeaning[] =>
  legs.map((leg, at) => {
    const { cancelled, destination, departs, arrives } = model.flight(leg.flightId);
    if (cancelled) return { kind: 'cancelled', movedMinutes: 0 };
    if (leg.missed === 'carrier') return { kind: 'missed', movedMinutes: 0 };
    const [leaves, comes] = [departs - leg.departsAt, arrives - leg.arrivesAt];
    const off = Math.abs(leaves) < Math.abs(comes) ? comes : leaves;
    const movedMinutes = (off - (off % MINUTE_MS)) / MINUTE_MS;
    const before = legs[at - 1];
    if (destination !== leg.destination) return { kind: 'otherDestination', movedMinutes };
    if (before && connectionLost(model, before, leg)) return { kind: 'connection', movedMinutes };
    // No step of a run changes the limit.
    if (Math.abs(off) > HOUR_MS) return { kind: 'movedFar', movedMinutes };
    if (seatGone(model, leg) || isLessened(model, leg, sittingOn(party, leg.segment))) return { kind: 'seatGone', movedMinutes };
    return { kind: off === 0 ? 'none' : 'moved', movedMinutes };
  });

/** Whether somebody has no seat on a leg, because another aircraft took it away. */
export const hasNoSeat = (model: Model, leg: Leg): boolean => leg.seats.includes('over') && seatGone(model, leg);

/** Whether the aircraft of now has not the seats of a leg. Who is above the seats has lost one, or it is another aircraft than was sold. */
function seatGone(model: Model, { flightId, cabin, seats, lost, equipment: sold }: Leg): boolean {
  const { map, equipment } = model.flight(flightId);
  const facts = SEATS[map] ?? {};
  const isHere = (seat: string): boolean => facts[seat]?.sellable === true && facts[seat].cabin === cabin;
  const isLost = (seat: string): boolean => (isSeat(seat) ? !isHere(seat) : seat === 'over' && (lost !== undefined || equipment !== sold));
  return !Object.keys(facts).some(isHere) || seats.some(isLost);
}

/** Whether somebody paid for an exit row, has none on the aircraft of now, and what was paid is more than the seats cost that the party has. */
export function isLessened(model: Model, leg: Leg, sitting: readonly Pick<ModelBooking['party'][number], 'type'>[]): boolean {
  const fareOf = model.soldAt.get(leg);
  if (!fareOf) return false;
  const facts = SEATS[model.flight(leg.flightId).map] ?? {};
  const places = leg.seats.map((seat, at) => {
    const type = sitting[at]?.type ?? 'ADT';
    const [paid, isExit] = [leg.others?.find((other) => other.at === at)?.fare ?? leg.fare, facts[seat]?.exit === true];
    const dearer = fareOf(type, true) !== fareOf(type, false) && paid === fareOf(type, true);
    return { lost: dearer && !isExit, less: Math.max(0, paid - fareOf(type, isExit)) };
  });
  return places.some(({ lost }) => lost) && places.some(({ less }) => less > 0);
}
