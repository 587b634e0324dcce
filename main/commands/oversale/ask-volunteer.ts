import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import { insertVolunteer, volunteerMoved, volunteersOn } from '../../store/tables/volunteers-table.ts';
import { changing } from '../changes/plan-change.ts';
import type { Command } from '../command.ts';
import { flightOversold } from './flight-oversold.ts';
import { wayProblem } from './way-problem.ts';

/** Asks a passenger who has a seat to give it up for a voucher and a seat on another flight. Nothing moves before the answer. */
export const askVolunteer: Command<Input<'oversale.ask'>, Output<'oversale.ask'>> = async (context, input) => {
  const { db, now, actor, cache, emit } = context;
  const { flightId, cabin, bookingId, passenger, amount, wayId } = input;
  const found = await flightOversold(context, flightId, cabin);
  if (!found.ok) return found;
  const { flight, plan } = found.value;
  const way = await cache.flight(wayId);
  const noWay = await wayProblem(context, flight, way, cabin);
  if (noWay) return noWay;
  assert(way, 'a way on without problem is a flight');
  const booking = await changing(context, bookingId);
  if (!booking.ok) return booking;
  const { legs, party } = booking.value;
  const leg = legs.find((one) => one.flightId === flightId && one.cabin === cabin);
  const place = leg ? seatedOn(party, leg.segment).findIndex((one) => one.passenger === passenger) : -1;
  const seat = leg?.seats[place];
  if (seat === undefined || !plan.byName.has(seat)) return refuse('VOLUNTEER_UNSEATED', { flightId, flight: flightName(flight), cabin });
  const before = (await volunteersOn(db, flightId, cabin)).find((one) => one.booking_id === bookingId && one.passenger === passenger);
  if (before) return refuse('VOLUNTEER_ASKED', { volunteerId: before.id, state: before.state });
  const row = await insertVolunteer(db, {
    ...{ flight_id: flightId, cabin, booking_id: bookingId, passenger, seat, amount, currency: flight.currency, way_id: wayId },
    ...{ late_ms: way.arrives_at - flight.arrives_at, asked_at: now, asked_by: actor.user },
  });
  emit('volunteer.asked', volunteerMoved(row));
  return accept({ volunteerId: row.id, state: row.state, bookingId });
};
