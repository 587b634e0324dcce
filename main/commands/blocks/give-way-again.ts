import { takesFromStock } from '../../../shared/seat-blocks.ts';
import { blocksOfFlight, gaveWayBefore } from '../../store/tables/seat-blocks-table.ts';
import type { CommandContext } from '../command.ts';
import { freeBlocks } from './free-blocks.ts';

/** Ends the blocks of a seat if all of them gave way to a sale before: for a booking that had the seat and takes it back. Says whether it is free now. */
export async function giveWayAgain(context: CommandContext, flightId: number, seat: string): Promise<boolean> {
  const { db } = context;
  const own = (await blocksOfFlight(db, flightId)).filter((block) => block.seat === seat);
  if (own.length === 0) return false;
  for (const block of own) if (!(await gaveWayBefore(db, block))) return false;
  await freeBlocks(context, own, own.some(({ code }) => takesFromStock(code)) ? 'override' : 'sold');
  return true;
}
