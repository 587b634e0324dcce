import { assert } from '../../shared/assert.ts';
import type { JsonQuery, Pause, Query } from '../queries/query.ts';
import { takesOwnSnapshot } from '../queries/takes-own-snapshot.ts';
import type { Reference } from '../reference/reference.ts';
import type { Locators } from '../store/locators.ts';
import type { SnapshotDatabase } from '../store/sliced-reads.ts';
import type { AskedQuery } from './messages.ts';

export type QueryTable = Readonly<Record<string, Query<never, unknown> | JsonQuery<never, unknown>>>;

/** Runs one query in one snapshot of the store. Returns the reply as JSON. */
export function answerQuery(
  db: SnapshotDatabase,
  facts: { readonly reference: Reference; readonly locators: Locators; readonly pause?: Pause },
  queries: QueryTable,
  asked: AskedQuery,
): Promise<string> {
  const query = queries[asked.name];
  assert(query, `no query is called ${asked.name}`);
  const { now, actor } = asked;
  const answer = async () => {
    const reply = await query({ db, now, actor, ...facts }, JSON.parse(asked.body) as never);
    return typeof reply === 'string' ? reply : JSON.stringify(reply);
  };
  return takesOwnSnapshot(asked.name) ? answer() : db.snapshot(answer);
}
