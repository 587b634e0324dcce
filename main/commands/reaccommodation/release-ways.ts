import type { Input, Output } from '../../../shared/contract.ts';
import { accept } from '../../../shared/refusals.ts';
import type { Command } from '../command.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { endWays } from './end-ways.ts';

/** Gives up the ways on that this desk keeps for bookings. */
export const releaseWays: Command<Input<'reaccommodation.release'>, Output<'reaccommodation.release'>> = async (
  context,
  { bookingIds },
) => {
  const released: number[] = [];
  for (const bookingId of new Set(bookingIds)) {
    const freed = await endWays(context, bookingId, ({ desk }) => desk === context.actor.desk);
    if (freed.length > 0) released.push(bookingId);
    await offerFreed(context, freed);
  }
  return accept({ released });
};
