import type { JournalEvent } from '../../../shared/events.ts';
import { topicsOf } from '../../../shared/topics.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { eventsAfter } from '../../store/tables/journal-table.ts';
import { newestEvent } from '../newest-event.ts';

/** With more events than this, reading them takes longer than reading anew what they may have moved. */
const EVENTS_MAX = 500;
const FLIGHT = 'flight:';

export interface Moved {
  /** The newest event that was looked at. */
  readonly to: number;
  /** Flights of which seats may have been held, sold, freed or authorised, by id; 'any': it may be each of them. */
  readonly flights: ReadonlySet<number> | 'any';
}

/** What has moved on flights since an event. A console that shows seats left learns it by the same topics. */
export async function flightsMoved(db: ReadDatabase, after: number): Promise<Moved> {
  const rows = await eventsAfter(db, after, EVENTS_MAX);
  const to = rows.at(-1)?.event ?? after;
  if (rows.length === EVENTS_MAX) return { to: await newestEvent(db), flights: 'any' };
  const flights = new Set<number>();
  for (const { event, at, type, user, desk, data } of rows)
    for (const topic of topicsOf({ event, at, type, user, desk, data: JSON.parse(data) } as JournalEvent)) {
      if (topic === 'everybody') return { to, flights: 'any' };
      if (topic.startsWith(FLIGHT)) flights.add(Number(topic.slice(FLIGHT.length)));
    }
  return { to, flights };
}
