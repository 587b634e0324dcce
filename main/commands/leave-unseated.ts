import { noteChangedFlight } from '../store/tables/changed-flights-table.ts';
import type { Aboard } from '../views/aboard.ts';
import type { CommandContext } from './command.ts';
import { reseatLeg } from './reseat-leg.ts';

/** Passengers at some places of a leg have no seat from now on. They stay sold or held. */
export async function leaveUnseated(
  context: CommandContext,
  { row, leg }: Aboard,
  places: ReadonlySet<number>,
  note: string,
): Promise<void> {
  await noteChangedFlight(context.db, leg.flightId, context.now);
  const lost = [...(leg.lost ?? []), ...[...places].flatMap((place) => leg.seats[place] ?? [])];
  const told = await reseatLeg(context, row, { ...leg, lost }, new Map([...places].map((place) => [place, 'over'])), note);
  const { flightId, cabin } = leg;
  context.emit(row.state === 'HOLD' ? 'hold.unseated' : 'booking.unseated', { ...told, flightId, cabin });
}
