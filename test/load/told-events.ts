import { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { type Topic, topicsOf } from '../../shared/topics.ts';

/** The numbers of all events of a store, by what they are about. */
export async function eventsByTopic(file: string): Promise<ReadonlyMap<Topic, readonly number[]>> {
  const db = new SqliteDatabase({ file, readOnly: true });
  const rows = await db
    .query<Omit<JournalEvent, 'data'> & { data: string }>(
      'SELECT event, at, type, user_name AS user, desk, data FROM journal ORDER BY event',
    )
    .all();
  db.close();
  const found = new Map<Topic, number[]>();
  for (const row of rows) {
    for (const topic of topicsOf({ ...row, data: JSON.parse(row.data) } as JournalEvent)) {
      const same = found.get(topic);
      if (same) same.push(row.event);
      else found.set(topic, [row.event]);
    }
  }
  return found;
}

/** What has been lost on the way to a console: events of its topics that it did not hear. */
export function lostOn(
  console: { readonly topics: readonly Topic[]; unheard(events: readonly number[]): readonly number[] },
  events: ReadonlyMap<Topic, readonly number[]>,
): readonly number[] {
  const wanted = new Set((['everybody', ...console.topics] as const).flatMap((topic) => events.get(topic) ?? []));
  return console.unheard([...wanted]);
}
