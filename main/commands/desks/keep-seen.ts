import { accept } from '../../../shared/refusals.ts';
import { type DeskSeen, keepSeen } from '../../store/tables/desks-table.ts';
import type { Command } from '../command.ts';

/** Writes down when desks were heard of last. It is nothing that anybody decided, so the journal does not have it. */
export const keepDesksSeen: Command<{ readonly seen: readonly DeskSeen[] }, Record<string, never>> = async ({ db }, { seen }) => {
  for (const desk of seen) await keepSeen(db, desk);
  return accept({});
};
