import type { ReadDatabase } from '../database.ts';

const UNEQUAL = `SELECT code, sum(used) AS used, sum(uses) AS uses FROM (
    SELECT code, used, 0 AS uses FROM promotions UNION ALL SELECT code, 0, uses FROM promotion_uses) AS counted
  GROUP BY code HAVING sum(used) <> sum(uses) ORDER BY code LIMIT 1`;

/** Compares how often each code was used with the bookings that use it. Their uses are compared with their legs. Must run in one snapshot. */
export async function promotionsProblem(db: ReadDatabase): Promise<string | undefined> {
  const row = await db.query<{ code: string; used: number; uses: number }>(UNEQUAL).get();
  return row && `promotion ${row.code} counts ${row.used} uses, where bookings have ${row.uses}`;
}
