import { EVENTS_PER_PAGE_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { eventsAfter, trustLinks } from '../store/tables/journal-table.ts';
import { newestEvent } from './newest-event.ts';
import type { Query } from './query.ts';

/** Events after a number, in order, a page at a time. Numbers that were never given out, or are gone, are refused. */
export const eventsSince: Query<Input<'events.since'>, Output<'events.since'>> = async ({ db }, { after }) => {
  const newest = await newestEvent(db);
  const first = (await db.query<{ first: number | null }>('SELECT min(event) AS first FROM journal').get())?.first ?? 1;
  if (after + 1 < first) return refuse('EVENTS_GONE', { first });
  await trustLinks(db, after, EVENTS_PER_PAGE_MAX);
  const rows = await eventsAfter(db, after, EVENTS_PER_PAGE_MAX);
  // Where a backup was put back, numbers are left out: whoever stands there has heard what is not true any more.
  const next = rows[0]?.event ?? after + 1;
  if (next !== after + 1) return refuse('EVENTS_GONE', { first: next });
  return accept({
    newest,
    events: rows.map(({ event, at, type, user, desk, data }) => ({ event, at, type, user, desk, data: JSON.parse(data) })),
  });
};
