import { assert } from '../../../shared/assert.ts';
import { VOUCHER_DAYS_DEFAULT } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import { answerVolunteer, type VolunteerRow, volunteerById, volunteerMoved } from '../../store/tables/volunteers-table.ts';
import { changing } from '../changes/plan-change.ts';
import type { Command, CommandContext } from '../command.ts';
import { putVoucher } from '../issue-voucher.ts';
import { fareOn } from './fare-on.ts';
import { flightOversold } from './flight-oversold.ts';
import { moveElsewhere } from './move-elsewhere.ts';
import { wayProblem } from './way-problem.ts';

type AnswerOutput = Output<'oversale.answer'>;

/** Writes down what a passenger says who was asked to give a seat up. With a yes the passenger moves, the voucher is issued, and the seat goes on. */
export const answerAsked: Command<Input<'oversale.answer'>, AnswerOutput> = async (context, { volunteerId, answer }) => {
  const { db, now, actor, emit } = context;
  const row = await volunteerById(db, volunteerId);
  if (!row) return refuse('VOLUNTEER_UNKNOWN', { volunteerId });
  if (row.state !== 'ASKED') return refuse('VOLUNTEER_ANSWERED', { volunteerId, state: row.state });
  if (answer === 'took') return takeSeat(context, row);
  const state = answer === 'no' ? 'NO' : 'WITHDRAWN';
  const after = await answerVolunteer(db, row, { state, answered_at: now, answered_by: actor.user });
  emit(answer === 'no' ? 'volunteer.declined' : 'volunteer.withdrew', volunteerMoved(after));
  return accept({ volunteerId, state, bookingId: after.booking_id });
};

async function takeSeat(context: CommandContext, row: VolunteerRow): Promise<Reply<AnswerOutput>> {
  const { db, now, actor, cache, emit } = context;
  const found = await flightOversold(context, row.flight_id, row.cabin);
  if (!found.ok) return found;
  const { flight, plan } = found.value;
  const way = await cache.flight(row.way_id);
  const noWay = await wayProblem(context, flight, way, row.cabin);
  if (noWay) return noWay;
  assert(way, 'a way on without problem is a flight');
  const booking = await changing(context, row.booking_id);
  if (!booking.ok) return booking;
  const { legs, party } = booking.value;
  const leg = legs.find((one) => one.flightId === flight.id && one.cabin === row.cabin);
  const seat = leg?.seats[party.findIndex(({ passenger }) => passenger === row.passenger)];
  if (seat === undefined || !plan.byName.has(seat)) {
    return refuse('VOLUNTEER_UNSEATED', { flightId: flight.id, flight: flightName(flight), cabin: row.cabin });
  }
  const rebooked = way.carrier === flight.carrier ? 0 : await fareOn(context, way, row.cabin);
  const note = `gave up ${seat} of ${flightName(flight)} for ${flightName(way)} and a voucher`;
  const moved = await moveElsewhere(context, { bookingId: row.booking_id, passenger: row.passenger, from: flight, way, note });
  if (!moved.ok) return moved;
  const reason = `gave up a seat on ${flightName(flight)}`;
  const made = { source: 'ISSUED', booking_id: null, reason, currency: row.currency, issued: row.amount } as const;
  const voucher = row.amount > 0 ? await putVoucher(context, { ...made, valid_until: now + VOUCHER_DAYS_DEFAULT * DAY_MS }) : undefined;
  const after = await answerVolunteer(db, row, {
    ...{ state: 'TOOK', booking_id: moved.value.id, answered_at: now, answered_by: actor.user },
    ...{ rebooked, voucher_id: voucher?.id ?? null },
  });
  emit('volunteer.took', volunteerMoved(after));
  return accept({ volunteerId: row.id, state: after.state, bookingId: after.booking_id });
}
