import type { ReadDatabase } from '../database.ts';
import { reportOf } from '../tables/shifts-table.ts';

interface Cash {
  readonly currency: string;
  readonly taken: number;
  readonly back: number;
  readonly compensated: number;
}

const CLOSES = `SELECT c.desk, c.z, c.event, c.report, s.opened_event FROM shift_closes c JOIN shifts s ON s.id = c.shift_id ORDER BY c.event`;
const CASH = `SELECT currency, sum(taken) AS taken, sum(back) AS back, sum(compensated) AS compensated FROM (
    SELECT b.currency, t.amount AS taken, 0 AS back, 0 AS compensated FROM tenders t JOIN bookings b ON b.id = t.booking_id
      WHERE t.desk IN (?) AND t.event > ? AND t.event < ? AND t.kind = 'cash'
    UNION ALL SELECT b.currency, 0, r.amount, 0 FROM refunds r JOIN tenders t ON t.booking_id = r.booking_id AND t.place = r.place
      JOIN bookings b ON b.id = r.booking_id
      WHERE r.desk IN (?) AND r.event > ? AND r.event < ? AND t.kind = 'cash' AND r.voucher IS NULL
    UNION ALL SELECT c.currency, 0, 0, c.amount FROM compensations c
      WHERE c.desk IN (?) AND c.event > ? AND c.event < ? AND c.kind = 'cash') AS moved
  GROUP BY currency ORDER BY currency`;

/** The cash of each Z follows from the tenders and refunds of its shift. Must run in one snapshot. */
export async function shiftsProblem(db: ReadDatabase): Promise<string | undefined> {
  const closes = await db.query<{ desk: string; z: number; event: number; report: string; opened_event: number }>(CLOSES).all();
  for (const { desk, z, event, report, opened_event } of closes) {
    const range = [desk, opened_event, event] as const;
    const moved = await db.query<Cash>(CASH).all(...range, ...range, ...range);
    const { cash } = reportOf({ report });
    for (const { currency, taken, back, compensated } of cash) {
      const of = moved.find((one) => one.currency === currency) ?? { taken: 0, back: 0, compensated: 0 };
      if (of.taken !== taken || of.back !== back)
        return `Z ${z} of desk ${desk} says ${taken} ${currency} of cash were taken and ${back} given back, the sales say ${of.taken} and ${of.back}`;
      if (of.compensated !== compensated)
        return `Z ${z} of desk ${desk} says ${compensated} ${currency} of cash went to who was denied boarding, the payments say ${of.compensated}`;
    }
    const left = moved.find(({ currency }) => !cash.some((one) => one.currency === currency));
    if (left) return `Z ${z} of desk ${desk} says nothing of its cash in ${left.currency}`;
  }
  return undefined;
}
