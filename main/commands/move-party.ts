import { assert } from '../../shared/assert.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { legsOf } from '../store/tables/bookings-table.ts';
import type { PartyMoves, SeatMove } from '../views/seats-after.ts';
import type { CommandContext } from './command.ts';
import { leaveUnseated } from './leave-unseated.ts';
import { reseatLeg } from './reseat-leg.ts';

/**
 * Gives a party the seats that views/seats-after.ts has found for it on another map of its flight, or none. Price and all else stay. `other`: what the
 * flight has got. The booking is read again, because a party may move twice: with a seat that is gone, and then with one that was to be chosen later.
 */
export async function moveParty(
  context: CommandContext,
  { row: { id }, leg: { segment }, moves }: PartyMoves,
  other: 'aircraft' | 'seat map',
): Promise<void> {
  const row = await trustedBooking(context.db, id);
  const leg = row && legsOf(row).find((one) => one.segment === segment);
  assert(row && leg, `booking ${id} flies on segment ${segment}`);
  const given = new Map(moves.flatMap(({ place, to }) => (to ? [[place, to.seat] as const] : [])));
  if (given.size > 0) {
    const names = moves.map(({ from, to }) => `${from} is ${to?.seat} now`);
    const told = await reseatLeg(context, row, leg, given, `${leg.flight} has another ${other}: ${names.join(', ')}`);
    context.emit(row.state === 'HOLD' ? 'hold.seated' : 'booking.seated', told);
    return;
  }
  await leaveUnseated(
    context,
    { row, leg },
    new Set(moves.map(({ place }) => place)),
    whyNone(moves, `the other ${other} of ${leg.flight}`),
  );
}

/** `14E 14F are not on the other aircraft of QX 41, 15F is in an exit row there` */
function whyNone(moves: readonly SeatMove[], there: string): string {
  const named = (why: SeatMove['why']): string[] => moves.flatMap((move) => (move.why === why ? [move.from] : []));
  const [gone, exit] = [named('gone'), named('exit')];
  if (gone.length > 0) return `${are(gone)} not on ${there}${exit.length > 0 ? `, ${are(exit)} in an exit row there` : ''}`;
  return exit.length > 0 ? `${are(exit)} in an exit row of ${there}` : `${there} has fewer seats`;
}

const are = (seats: readonly string[]): string => `${seats.join(' ')} ${seats.length === 1 ? 'is' : 'are'}`;
