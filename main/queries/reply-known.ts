import { accept } from '../../shared/refusals.ts';
import { storedReplies } from '../store/tables/replies-table.ts';
import type { Query } from './query.ts';

/** Whether a request id has its reply already. Only the command gives the reply itself, because it checks whose it is. */
export const replyKnown: Query<{ readonly requestId: string }, { readonly known: boolean }> = async ({ db }, { requestId }) =>
  accept({ known: (await storedReplies(db, [requestId])).size > 0 });
