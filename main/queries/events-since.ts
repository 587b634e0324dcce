import { EVENTS_PER_PAGE_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { eventsAfter, trustLinks } from '../store/tables/journal-table.ts';
import { newestEvent } from './newest-event.ts';
import type { Query } from './query.ts';

/** Events after a number, in order, one page. A number that was never given, or whose event is gone, is refused. */
export const eventsSince: Query<Input<'events.since'>, Output<'events.since'>> = async ({ db }, { after }) => {
  const newest = await newestEvent(db);
  const first = (await db.query<{ first: number | null }>('SELECT min(event) AS first FROM journal').get())?.first ?? 1;
  if (after + 1 < first) return refuse('EVENTS_GONE', { first });
  await trustLinks(db, after, EVENTS_PER_PAGE_MAX);
  const rows = await eventsAfter(db, after, EVENTS_PER_PAGE_MAX);
  // A restore leaves numbers out. A console that knows a number in this gap has heard events that are not true any more.
  const next = rows[0]?.event ?? after + 1;
  if (next !== after + 1) return refuse('EVENTS_GONE', { first: next });
  return accept({
    newest,
    events: rows.map(({ event, at, type, user, desk, data }) => ({ event, at, type, user, desk, data: JSON.parse(data) })),
  });
};
