import { QUEUES } from '../../shared/queues.ts';
import { accept } from '../../shared/refusals.ts';
import { isPutOff, queued } from '../views/queued.ts';
import { newestEvent } from './newest-event.ts';
import type { Query } from './query.ts';

/** How much waits in all queues together, for whichever desk. `version`: the newest event that this tells of. */
export const queueCount: Query<Record<string, never>, { readonly count: number; readonly version: number }> = async (context) => {
  let count = 0;
  for (const queue of QUEUES) for (const entry of await queued(context, queue)) if (!isPutOff(entry, context.now)) count++;
  return accept({ count, version: await newestEvent(context.db) });
};
