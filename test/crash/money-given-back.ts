import { setTimeout as wait } from 'node:timers/promises';
import { SqliteDatabase } from '../../main/store/sqlite.ts';

const GIVEN_BACK_MS_MAX = 5_000;

/** Money is given back after the answer that promises it, so that is waited for. */
export async function moneyGivenBack(file: string): Promise<void> {
  const db = new SqliteDatabase({ file, readOnly: true });
  const due = db.query(
    `SELECT reference FROM payments WHERE state = 'REVERSAL_DUE'
      UNION ALL SELECT subject FROM jobs WHERE kind = 'refund' AND state = 'WAITING' AND not_before <= ? LIMIT 1`,
  );
  const until = performance.now() + GIVEN_BACK_MS_MAX;
  while ((await due.get(Date.now())) !== undefined && performance.now() < until) await wait(10);
  db.close();
}
