import { seatedOn } from '../../../shared/later-seat.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { minor } from '../../../shared/money.ts';
import { seatsSaid } from '../../../shared/open-seat.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import { blockReason } from '../../../shared/seat-blocks.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import { claimantOf } from '../../store/tables/claims-table.ts';
import { blocksOfFlight } from '../../store/tables/seat-blocks-table.ts';
import { cabinSeats } from '../../views/cabin-seats.ts';
import { pricedAgain } from '../../views/priced-again.ts';
import { flightPart } from '../leg-of-flight.ts';
import { seatProblem } from '../plan-hold.ts';
import type { PlannedLeg } from '../planned-leg.ts';
import { changeRefused } from './change-refused.ts';
import { changedFlightsProblem } from './changed-flights-problem.ts';
import type { Changing, Plan, PlannedChange } from './planned-change.ts';

type Seats = Extract<BookingChange, { kind: 'seats' }>;

/** Other seats of the same cabin. A seat costs what it would have cost when the flight was sold, so that only chargeable seats make a difference. */
export const planSeats: Plan<Seats> = async (changing, { segment, seats, exitRowConfirmed }) => {
  const { context, row, party, legs } = changing;
  const leg = legs.find((one) => one.segment === segment);
  if (!leg) return changeRefused(context, row, 'it has no such flight', 'Choose among the flights of the booking');
  const sitting = seatedOn(party, segment);
  const wanted = [...leg.seats];
  for (const { passenger, seat } of seats) {
    const at = sitting.findIndex((one) => one.passenger === passenger);
    if (at < 0) return changeRefused(context, row, 'no such passenger has a seat there', 'Choose among its passengers');
    wanted[at] = seat;
  }
  const flights = await changedFlightsProblem(
    context,
    legs,
    legs.map((one) => (one === leg ? { ...leg, seats: wanted } : one)),
  );
  if (flights) return flights;
  const planned = await legWithSeats(changing, leg, wanted);
  const wrong = await seatProblem(context, [planned], { exitRowConfirmed });
  if (wrong) return wrong;
  const taken = await takenProblem(changing, leg, wanted);
  if (taken) return taken;
  const unseated = leg.seats.filter((seat, at) => seat === 'over' && wanted[at] !== seat).length;
  const { free } = unseated === 0 ? { free: 0 } : await cabinSeats(context.db, leg.flightId, planned.plan, leg.cabin);
  if (unseated > free) return changeRefused(context, row, 'no seat is left for who was sold without one', 'Wait until seats come free');
  const after = await pricedAgain(context, leg, planned, row.currency);
  const difference = legTotal(after) - legTotal(leg);
  const moved = wanted.filter((seat) => !leg.seats.includes(seat));
  const change: PlannedChange = {
    after: { party, passengers: changing.passengers, legs: legs.map((one) => (one === leg ? after : one)) },
    lines: difference === 0 ? [] : [{ label: 'Seats', detail: seatsSaid(wanted), amount: minor(difference) }],
    kept: 0,
    rule: '',
    note: moved.length === 0 ? `seats swapped on ${leg.flight}` : `seats changed on ${leg.flight}`,
  };
  return accept(change);
};

/** The leg as it would be planned for a hold, with other seats, by the aircraft that flies now. */
async function legWithSeats({ context, party }: Changing, leg: BookedLeg, seats: readonly string[]): Promise<PlannedLeg> {
  const { cache, reference } = context;
  const flight = await cache.flight(leg.flightId);
  const plan = flight && reference.seatPlan(flight.seat_map);
  const [origin, destination] = flight ? flownBetween(reference, flight) : [];
  if (!flight || !plan || !origin || !destination) throw new Error(`flight ${leg.flightId} is booked and not known`);
  const sitting = seatedOn(party, leg.segment);
  return { flight, plan, cabin: leg.cabin, seats, party: sitting, ofFlight: flightPart(flight, origin, destination), closes: context.now };
}

/**
 * A seat that is blocked or that another booking has. A blocked one is told before a sold one, and that before one that is held. That of a hold whose time is up is not free before the hold is ended,
 * which is a moment later.
 */
async function takenProblem({ context, row }: Changing, leg: BookedLeg, seats: readonly string[]): Promise<Refused | undefined> {
  const blocks = await blocksOfFlight(context.db, leg.flightId);
  const block = blocks.find(({ seat }) => seats.includes(seat));
  if (block) {
    const details = { flightId: leg.flightId, flight: leg.flight, seat: block.seat, nextBest: [] };
    return refuse('SEAT_BLOCKED', { ...details, code: block.code, reason: blockReason(block.code) });
  }
  let held: Refused | undefined;
  for (const seat of seats) {
    const claimant = await claimantOf(context.db, leg.flightId, seat);
    if (!claimant || claimant.id === row.id) continue;
    const details = { flightId: leg.flightId, flight: leg.flight, seat, nextBest: [] };
    if (claimant.state !== 'HOLD') return refuse('SEAT_SOLD', details);
    const { desk, expires_at: until } = claimant;
    held ??= refuse('SEAT_HELD', { ...details, desk, here: desk === context.actor.desk, until });
  }
  return held;
}
