import type { BookingMoved } from '../../shared/events/booking-moved.ts';
import type { SeatsMoved } from '../../shared/events/seats-moved.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { isSeat } from '../../shared/open-seat.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import { countersOf, countMove, type SeatMove } from '../store/tables/cabin-counters-table.ts';
import { claimsOfLeg, giveUpClaim } from '../store/tables/claims-table.ts';
import { givePromotionsBack } from '../store/tables/promotions-table.ts';
import type { CommandContext } from './command.ts';

/** Moves the counters of a booking's seats on every leg. Deletes their claims unless the seats are sold now, and gives promotions back. */
export async function moveSeats({ db }: Pick<CommandContext, 'db'>, row: BookingRow, move: SeatMove): Promise<SeatsMoved[]> {
  const moved: SeatsMoved[] = [];
  for (const leg of legsOf(row)) {
    if (move !== 'sell') await giveUpSeats(db, row, leg);
    const counters = await countMove(db, move, leg.flightId, leg.cabin, leg.seats.length);
    moved.push({ flightId: leg.flightId, cabin: leg.cabin, seats: leg.seats, ...counters });
  }
  if (move !== 'sell') await givePromotionsBack(db, row.id, legsOf(row));
  return moved;
}

/** Party and claims are worked out only where somebody has no seat, because a rush gives up thousands of seats a second. */
async function giveUpSeats(db: CommandContext['db'], row: BookingRow, leg: BookedLeg): Promise<void> {
  const seats = leg.seats.every(isSeat) ? leg.seats : claimsOfLeg(row, leg).map(({ seat }) => seat);
  for (const seat of seats) await giveUpClaim(db, leg.flightId, seat, row.id);
}

/** The seats that a booking keeps on every leg, with the counters as they are. An event that moves a deadline names them. */
export async function keptSeats({ db }: Pick<CommandContext, 'db'>, row: BookingRow): Promise<SeatsMoved[]> {
  const kept: SeatsMoved[] = [];
  for (const { flightId, cabin, seats } of legsOf(row)) kept.push({ flightId, cabin, seats, ...(await countersOf(db, flightId, cabin)) });
  return kept;
}

/** The part of every booking event that all screens follow. */
export const bookingMoved = (
  context: Pick<CommandContext, 'locators'>,
  row: BookingRow,
  legs: SeatsMoved[],
  more: Partial<Pick<BookingMoved, 'amount' | 'note' | 'expiresAt'>> = {},
): BookingMoved => ({
  bookingId: row.id,
  locator: context.locators.of(row.id),
  desk: row.desk,
  expiresAt: row.expires_at,
  legs,
  amount: 0,
  currency: row.currency,
  note: '',
  ...more,
});
