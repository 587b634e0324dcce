import { DAY_MS } from '../../shared/instants.ts';
import { type LegChange, legChange } from '../../shared/leg-change.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { isSeat } from '../../shared/open-seat.ts';
import { sameWay } from '../../shared/ways.ts';
import type { Reference } from '../reference/reference.ts';
import { followProblem } from './connections.ts';
import type { NumberedLeg } from './through-flight.ts';

/** A flight as the schedule has it, or would have it. */
export interface FlightScheduled extends NumberedLeg {
  readonly seat_map: string;
  readonly cancelled: number;
}

/** What has become of each leg that was sold; `flights` are those of the legs, in their order. `limitMinutes`: the setting `movedMinutes`. */
export function legsChanged(
  legs: readonly BookedLeg[],
  flights: readonly FlightScheduled[],
  reference: Reference,
  limitMinutes: number,
): LegChange[] {
  return legs.map((leg, at) => {
    const flight = flights[at] as FlightScheduled;
    const [last, before] = [legs[at - 1], flights[at - 1]];
    const now = {
      ...{ destination: flight.destination, departsAt: flight.departs_at, arrivesAt: flight.arrives_at, cancelled: flight.cancelled === 1 },
      missed: leg.missed === 'carrier',
      connectionLost:
        last !== undefined && before?.cancelled === 0 && connectionLost({ leg: last, flight: before }, { leg, flight }, reference),
      seatGone: seatGone(leg, flight, reference),
    };
    return legChange(leg, now, limitMinutes);
  });
}

interface Flown {
  readonly leg: BookedLeg;
  readonly flight: FlightScheduled;
}

/** What leaves a day later begins another journey, and is only too early when it leaves before the other arrives. */
function connectionLost(before: Flown, next: Flown, reference: Reference): boolean {
  const asSold = ({ leg, flight }: Flown) => {
    const { origin, destination, equipment, departsAt, arrivesAt } = leg;
    return { leg, flight: { ...flight, origin, destination, equipment, departs_at: departsAt, arrives_at: arrivesAt } };
  };
  if (followProblem(before, next, reference) === undefined) return false;
  const apart = next.leg.departsAt - before.leg.arrivesAt >= DAY_MS && sameWay(before.leg, next.leg);
  if (apart) return next.flight.departs_at < before.flight.arrives_at;
  return followProblem(asSold(before), asSold(next), reference) === undefined;
}

/** Who was sold above the seats of the cabin never had one. Who lost one, or was sold for another aircraft, has the same mark. */
function seatGone({ seats, cabin, equipment, lost }: BookedLeg, flight: FlightScheduled, reference: Reference): boolean {
  const plan = reference.seatPlan(flight.seat_map);
  if (!plan?.capacity[cabin]) return true;
  return seats.some((seat) => {
    if (!isSeat(seat)) return seat === 'over' && (lost !== undefined || equipment !== flight.equipment);
    const found = plan.byName.get(seat);
    return found?.sellable !== true || found.cabin !== cabin;
  });
}
