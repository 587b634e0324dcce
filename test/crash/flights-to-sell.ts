import { loadReference } from '../../main/reference/load-reference.ts';
import type { SeededRandom } from '../../main/seeded-random.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { DAY_MS } from '../../shared/instants.ts';
import type { SoldFlight } from './agent.ts';

const FLIGHTS = 12;

/** A few flights of the sample day that leave late enough to be cancelled with a refund. */
export async function flightsToSell(file: string, random: SeededRandom): Promise<SoldFlight[]> {
  const db = new SqliteDatabase({ file, readOnly: true });
  const sql = "SELECT id FROM flights WHERE seat_map = 'a320' AND departs_at > ? ORDER BY departs_at DESC LIMIT 200";
  const rows = await db.query<{ id: number }>(sql).all(Date.now() + DAY_MS);
  db.close();
  const plan = loadReference().seatPlan('a320');
  const seats = plan?.seats.filter((seat) => seat.cabin === 'Y' && seat.sellable && !seat.exit).map(({ seat }) => seat) ?? [];
  return Array.from({ length: FLIGHTS }, () => ({ id: random.pick(rows).id, seats }));
}
