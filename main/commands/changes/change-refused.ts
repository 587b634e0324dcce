import { type Refused, refuse } from '../../../shared/refusals.ts';
import type { BookingRow } from '../../store/tables/bookings-table.ts';
import type { CommandContext } from '../command.ts';

/** Refuses a change. `problem` ends the sentence; `advice` says what would work. Both without passenger data. */
export const changeRefused = ({ locators }: Pick<CommandContext, 'locators'>, row: BookingRow, problem: string, advice: string): Refused =>
  refuse('CHANGE_REFUSED', { bookingId: row.id, locator: locators.of(row.id), problem, advice });
