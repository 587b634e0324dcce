import type { BookingChange } from '../../../shared/methods/changes.ts';
import { type Refused, type Reply, refuse } from '../../../shared/refusals.ts';
import { nameProblem } from '../../rules/check-names.ts';
import { minorRefusal } from '../../rules/children-alone.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { saleRecordOf } from '../../store/tables/sale-record.ts';
import { aloneRules } from '../check-sale.ts';
import type { CommandContext } from '../command.ts';
import { exitRowRefusal } from '../exit-row-refusal.ts';
import { changedFlightsProblem } from './changed-flights-problem.ts';
import { flownProblem } from './flown-problem.ts';
import { nameOf } from './name-of.ts';
import { planAdd } from './plan-add.ts';
import { planFlights } from './plan-flights.ts';
import { planInfant } from './plan-infant.ts';
import { planDrop, planLeave } from './plan-leave.ts';
import { planNames } from './plan-names.ts';
import { planSeats } from './plan-seats.ts';
import type { Changing, PlannedChange } from './planned-change.ts';

/** The booking with what it holds, when it may be changed at all. */
export async function changing(context: CommandContext, bookingId: number): Promise<Reply<Changing>> {
  const row = await trustedBooking(context.db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  if (row.state !== 'CONFIRMED')
    return refuse('BOOKING_NOT_CONFIRMED', { bookingId, locator: context.locators.of(row.id), state: row.state });
  const flown = await flownProblem(context, row);
  if (flown) return flown;
  const { passengers } = await saleRecordOf(context.db, bookingId);
  return { ok: true, value: { context, row, party: partyOf(row), legs: legsOf(row), passengers } };
}

/** Works out a change of a sold booking, or says why it is not made. It writes nothing. */
export async function planChange(booking: Changing, change: BookingChange): Promise<Reply<PlannedChange>> {
  const planned = await planOf(booking, change);
  if (!planned.ok) return planned;
  return (await problemAfter(booking, planned.value)) ?? planned;
}

function planOf(booking: Changing, change: BookingChange): Promise<Reply<PlannedChange>> {
  switch (change.kind) {
    case 'seats':
      return planSeats(booking, change);
    case 'flights':
      return planFlights(booking, change);
    case 'drop':
      return planDrop(booking, change);
    case 'leave':
      return planLeave(booking, change);
    case 'add':
      return planAdd(booking, change);
    case 'infant':
      return planInfant(booking, change);
    case 'names':
      return planNames(booking, change);
  }
}

/** Why the booking could not be as it would be after the change, in the order of the list of refusals. What it does not touch may be flown. */
export async function problemAfter({ context, row, legs }: Changing, { after }: PlannedChange): Promise<Refused | undefined> {
  const flights = await changedFlightsProblem(context, legs, after.legs);
  if (flights) return flights;
  const names = after.passengers.map(nameOf);
  return (
    nameProblem(after.party, after.legs, names) ??
    minorRefusal(names, after.legs, await aloneRules(context), row.minors_by ?? undefined) ??
    exitRowRefusal(context, after.legs, names)
  );
}
