import { assert } from '../../shared/assert.ts';
import type { SeatsMoved } from '../../shared/events/seats-moved.ts';
import { type Instant, instant } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { type BookingRow, bookingById } from '../store/tables/bookings-table.ts';
import { dueHoldsOn } from '../store/tables/claims-table.ts';
import type { Command, CommandContext } from './command.ts';
import { failHold } from './fail-hold.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';
import { offerFreed } from './waitlist/offer-freed.ts';
import { settleOffer } from './waitlist/settle-offer.ts';

/** Ends one hold that is due. Its state changes and an event tells it; it is never deleted. */
async function expireHold(context: CommandContext, bookingId: number): Promise<readonly SeatsMoved[]> {
  const row = await bookingById(context.db, bookingId);
  assert(row?.state === 'HOLD' && row.expires_at !== null && row.expires_at <= context.now, `hold ${bookingId} is not due`);
  return endHold(context, row);
}

/** `why`: what ended it, unless its time was up. Returns the seats that went back; nobody was offered them yet. */
export async function endHold(context: CommandContext, row: BookingRow, why = ''): Promise<readonly SeatsMoved[]> {
  if (row.tender_failed_at !== null) return (await failHold(context, row, why || 'no other tender was taken in time')).moved;
  const after = await moveBooking(context.db, row, 'EXPIRED');
  const moved = await moveSeats(context, row, 'release');
  context.emit(row.way_for === null ? 'hold.expired' : 'way.lapsed', bookingMoved(context, after, moved, { note: why }));
  await settleOffer(context, after);
  return moved;
}

/** Ends every live hold, due or not, in the order of their numbers, but for those set apart; says how many. `freed`: nobody was offered these seats yet. */
export async function endAllHolds(context: CommandContext, why: string): Promise<{ ended: number; freed: readonly SeatsMoved[] }> {
  const live = await context.db.query<{ id: number }>("SELECT id FROM bookings WHERE state = 'HOLD' ORDER BY id").all();
  const ended = notApart(context, live);
  const freed: SeatsMoved[] = [];
  for (const id of ended) {
    const row = await bookingById(context.db, id);
    assert(row, `hold ${id} is there`);
    freed.push(...(await endHold(context, row, why)));
  }
  return { ended: ended.length, freed };
}

/** Numbers of the holds that are due, oldest deadline first, at most `most` of them, without those set apart. */
export async function dueHolds({ db, now, setApart }: Pick<CommandContext, 'db' | 'now' | 'setApart'>, most: number): Promise<number[]> {
  const sql = "SELECT id FROM bookings WHERE state = 'HOLD' AND expires_at <= ? ORDER BY expires_at LIMIT 0 + ?";
  const due = await db.query<{ id: number }>(sql).all(now, most + setApart.size);
  return notApart({ setApart }, due).slice(0, most);
}

/** When the next hold is due, without those set apart; null when there is no hold. */
export async function nextDeadline(db: CommandContext['db'], setApart: ReadonlySet<number>): Promise<Instant | null> {
  const sql = "SELECT id, expires_at AS due FROM bookings WHERE state = 'HOLD' ORDER BY expires_at LIMIT 0 + ?";
  const first = await db.query<{ id: number; due: number }>(sql).all(setApart.size + 1);
  const next = first.find(({ id }) => !setApart.has(id));
  return next === undefined ? null : instant(next.due);
}

/** Ends these holds; all of them must be due. Only then are their seats offered, so that a large party gets what several holds had. */
export async function expireHolds(context: CommandContext, bookingIds: readonly number[]): Promise<void> {
  const freed: SeatsMoved[] = [];
  for (const id of bookingIds) freed.push(...(await expireHold(context, id)));
  await offerFreed(context, freed);
}

/** Ends the due holds on one flight, but for those set apart, however many others still wait for the sweep; says how many. */
export async function expireDueHoldsOn(context: CommandContext, flightId: number): Promise<number> {
  const due = (await dueHoldsOn(context.db, flightId, context.now)).filter((id) => !context.setApart.has(id));
  await expireHolds(context, due);
  return due.length;
}

const notApart = ({ setApart }: Pick<CommandContext, 'setApart'>, rows: readonly { readonly id: number }[]): number[] =>
  rows.map(({ id }) => id).filter((id) => !setApart.has(id));

/** What the timer sends: what is due was ended before the command ran, as before any. `more` asks to be sent again at once. */
export const expireDue: Command<Record<string, never>, { more: boolean }> = async (context) =>
  accept({ more: (await dueHolds(context, 1)).length > 0 });
