import { assert } from '../../../shared/assert.ts';
import { PARTY_MAX } from '../../../shared/bounds.ts';
import { fareAt, legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg, OtherFare, TraceLine } from '../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { seatsSaid } from '../../../shared/open-seat.ts';
import { refundOf, soldUnderText } from '../../../shared/refund-policy.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import { nameProblem } from '../../rules/check-names.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { type BookingRow, legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { idleHoldProblem } from '../hold-problem.ts';
import { begunFlight } from './begun-flight.ts';
import { changeRefused } from './change-refused.ts';
import type { Changing, Plan, PlannedChange, Standing } from './planned-change.ts';
import { withNames } from './with-names.ts';

type Add = Extract<BookingChange, { kind: 'add' }>;

/**
 * The passengers of a hold come to those of a booking, on all of its flights and in the same cabins. The hold keeps their seats and the price of now while
 * the difference is paid. Those who were there before keep their fares, and nobody gets the promotion of the first sale.
 */
export const planAdd: Plan<Add> = async (changing, { hold: holdId, passengers: names }) => {
  const { context, party, legs } = changing;
  const hold = await trustedBooking(context.db, holdId);
  const problem = idleHoldProblem(context, hold, holdId);
  if (problem) return problem;
  assert(hold, 'a hold without problem exists');
  const joins = partyOf(hold);
  const refused = (await fitProblem(changing, hold)) ?? nameProblem(joins, legsOf(hold), names);
  if (refused) return refused;
  const last = Math.max(...party.map(({ passenger }) => passenger));
  const added = names.map((name) => ({ ...name, with: name.with === null ? null : name.with + party.length }));
  const after: Standing = {
    party: [...party, ...joins.map((held, at) => ({ ...held, passenger: last + 1 + at }))],
    legs: legs.map((leg, at) => joined(leg, legsOf(hold)[at] as BookedLeg)),
    passengers: await withNames(changing, added.slice(0, joins.length), added.slice(joins.length)),
  };
  const planned: PlannedChange = {
    after,
    lines: legsOf(hold).map((leg): TraceLine => ({ label: `${leg.flight}, added`, detail: seatsSaid(leg.seats), amount: legTotal(leg) })),
    ...{ kept: 0, rule: '', hold },
    note: joins.length === 1 ? '1 passenger added' : `${joins.length} passengers added`,
  };
  return accept(planned);
};

/** Why the seats of a hold are not those that passengers of this booking need, in the order of the list of refusals. */
async function fitProblem(changing: Changing, hold: BookingRow): Promise<Refused | undefined> {
  const { context, row, party, legs } = changing;
  const joins = partyOf(hold);
  const count = party.length + joins.length;
  if (count > PARTY_MAX) return refuse('GROUP', { count });
  const begun = await begunFlight(changing);
  if (begun) return begun;
  if (hold.currency !== row.currency) {
    const flight = legsOf(hold)[0]?.flight;
    return refuse('CURRENCIES_DIFFER', { flight, currency: hold.currency, before: legs[0]?.flight, other: row.currency });
  }
  if (hold.tender_failed_at !== null)
    return changeRefused(context, row, 'a card stands taken for the hold', 'Pay the hold, or release it and hold again');
  if ([...party, ...joins].some(({ seatFrom }) => seatFrom))
    return changeRefused(context, row, 'an infant gets its seat on the way', 'Sell a booking of its own');
  const held = legsOf(hold);
  if (held.length !== legs.length || !held.every(({ flightId, cabin }, at) => flightId === legs[at]?.flightId && cabin === legs[at]?.cabin))
    return changeRefused(
      context,
      row,
      'the seats are held on other flights or in another cabin',
      'Hold seats on all flights of the booking',
    );
  if (held.some(({ priced }) => priced?.promotion !== undefined))
    return changeRefused(context, row, 'the seats are held with a promotion', 'Hold them without its code');
  return undefined;
}

/** A leg with the seats of those who come. What each of them pays, why, and under which refund policy, stands with their seat. */
function joined(leg: BookedLeg, held: BookedLeg): BookedLeg {
  const before = leg.seats.length;
  const [ownRefund, refund] = [refundOf(leg), refundOf(held)];
  const priced = {
    ...(held.priced ? { priced: held.priced } : {}),
    ...(soldUnderText(refund) === soldUnderText(ownRefund) ? {} : { refund }),
  };
  const others = held.seats.map((_, at): OtherFare => {
    const { fare, trace } = fareAt(held, at);
    return { at: before + at, fare, trace, ...priced };
  });
  const laps = (held.laps ?? []).map((lap): OtherFare => ({ ...lap, at: before + lap.at, ...priced }));
  return {
    ...leg,
    seats: [...leg.seats, ...held.seats],
    others: [...(leg.others ?? []), ...others],
    ...(laps.length > 0 ? { laps: [...(leg.laps ?? []), ...laps] } : {}),
  };
}
