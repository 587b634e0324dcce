import { isDue } from '../../../shared/instants.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { type BookingRow, legsOf } from '../../store/tables/bookings-table.ts';
import { lastDeparture } from '../../views/flown-at.ts';
import type { CommandContext } from '../command.ts';
import { firstDeparture } from './refund-terms.ts';

const refused = ({ locators }: CommandContext, { id, state }: BookingRow, flown: string): Refused =>
  refuse('BOOKING_FLOWN', { bookingId: id, locator: locators.of(id), state, flown });

/** Why a flown booking is not changed any more; undefined before its last flight has left. */
export async function flownProblem(context: CommandContext, row: BookingRow): Promise<Refused | undefined> {
  const at = await lastDeparture((id) => context.cache.flight(id), row);
  return at !== undefined && isDue(at, context.now) ? refused(context, row, 'is flown') : undefined;
}

/** The same, and already once the first of its flights has left: what is cancelled or undone whole must not have begun. */
export async function begunProblem(context: CommandContext, row: BookingRow): Promise<Refused | undefined> {
  const flown = await flownProblem(context, row);
  if (flown) return flown;
  const departsAt = await firstDeparture(context, legsOf(row));
  return departsAt !== undefined && isDue(departsAt, context.now)
    ? refused(context, row, 'has begun: a flight of it has departed')
    : undefined;
}
