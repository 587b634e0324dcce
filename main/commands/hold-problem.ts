import { instant, isDue } from '../../shared/instants.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';

/** When a hold ends, or ended. */
const deadlineOf = (row: BookingRow): number => row.expires_at ?? row.created_at + row.hold_ms;

/**
 * Why this actor may not use a hold, in the order of the list of refusals. Undefined when they may. `wayFor`: the booking that asks, whose ways on are meant.
 */
export function holdProblem(
  { locators, now, actor, setApart }: Pick<CommandContext, 'locators' | 'now' | 'actor' | 'setApart'>,
  row: BookingRow | undefined,
  bookingId: number,
  wayFor: number | null = null,
): Refused | undefined {
  // A way on is taken by its booking alone, and nobody sells it.
  if (!row || row.way_for !== wayFor) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  const details = { bookingId, locator: locators.of(row.id), desk: row.desk, state: row.state, until: deadlineOf(row) };
  if (row.desk !== actor.desk && row.state === 'HOLD') return refuse('HOLD_OF_OTHER_DESK', details);
  if (row.state === 'EXPIRED') return refuse('HOLD_EXPIRED', details);
  if (row.state !== 'HOLD') return refuse('HOLD_ENDED', details);
  if (row.expires_at === null || isDue(instant(row.expires_at), now) || setApart.has(row.id)) return refuse('HOLD_EXPIRED', details);
  return undefined;
}

/** The same. It also refuses a hold with a payment under way. */
export function idleHoldProblem(
  context: Pick<CommandContext, 'locators' | 'now' | 'actor' | 'setApart'>,
  row: BookingRow | undefined,
  bookingId: number,
  wayFor: number | null = null,
): Refused | undefined {
  const problem = holdProblem(context, row, bookingId, wayFor);
  if (problem || !row) return problem;
  return row.paying_since === null ? undefined : refuse('PAYMENT_UNDER_WAY', { bookingId, locator: context.locators.of(row.id) });
}
