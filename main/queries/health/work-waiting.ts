import { accept } from '../../../shared/refusals.ts';
import type { Query } from '../query.ts';

interface Waiting {
  readonly count: number;
  /** Since when the oldest of them has waited; null: none waits. */
  readonly since: number | null;
}

export interface WorkWaiting {
  readonly jobs: Waiting;
  readonly messages: Waiting;
}

/** A job that was to be done later waits from then on. One that was tried waits since it was written down, however long its next wait is. */
const JOBS = `SELECT count(*) AS count, min(CASE WHEN tries > 0 THEN created_at ELSE max(created_at, not_before) END) AS since
  FROM jobs WHERE state = 'WAITING' AND (not_before <= ? OR tries > 0)`;
const MESSAGES = `SELECT count(*) AS count, min(created_at) AS since FROM messages WHERE state IN ('WAITING', 'BEHIND')`;

/** What is still to be done after commits, and since when the oldest of it waits. */
export const workWaiting: Query<Record<string, never>, WorkWaiting> = async ({ db, now }) => {
  const none: Waiting = { count: 0, since: null };
  return accept({
    jobs: (await db.query<Waiting>(JOBS).get(now)) ?? none,
    messages: (await db.query<Waiting>(MESSAGES).get()) ?? none,
  });
};
