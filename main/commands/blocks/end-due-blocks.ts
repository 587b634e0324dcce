import { accept } from '../../../shared/refusals.ts';
import { dueBlocks, nextBlockEnd } from '../../store/tables/seat-blocks-table.ts';
import type { Command, CommandContext } from '../command.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { freeBlocks } from './free-blocks.ts';

/** Blocks that one command ends. */
const ENDED_AT_ONCE = 200;

/** Ends blocks whose time has come, and offers their seats. What the timer sends. Returns when the next one ends, or null. */
export const endDueBlocks: Command<Record<string, never>, { readonly next: number | null }> = async (context) => {
  await endBlocksDue(context);
  return accept({ next: await nextBlockEnd(context.db) });
};

/** Returns how many ended. */
export async function endBlocksDue(context: CommandContext): Promise<number> {
  const due = await dueBlocks(context.db, context.now, ENDED_AT_ONCE);
  await offerFreed(context, await freeBlocks(context, due, 'time'));
  return due.length;
}
