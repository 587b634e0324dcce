import type { ReadDatabase } from '../../../main/store/database.ts';
import { claimsOfLeg } from '../../../main/store/tables/claims-table.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';

/** What is wrong with the seats of a store, in words; nothing when each seat belongs to one booking and every count is right. */
export async function seatProblems(db: ReadDatabase): Promise<string[]> {
  const rows = await db
    .query<{ id: number; state: string; party: string; legs: string }>(
      "SELECT id, state, party, legs FROM bookings WHERE state IN ('HOLD', 'CONFIRMED')",
    )
    .all();
  const problems: string[] = [];
  const owners = new Map<string, number>();
  const counts = new Map<string, { held: number; sold: number }>();
  for (const { id, state, party, legs } of rows) {
    for (const leg of JSON.parse(legs) as BookedLeg[]) {
      const cabin = `${leg.flightId} ${leg.cabin}`;
      const count = counts.get(cabin) ?? { held: 0, sold: 0 };
      count[state === 'HOLD' ? 'held' : 'sold'] += leg.seats.length;
      counts.set(cabin, count);
      for (const { seat } of claimsOfLeg({ id, party }, leg)) {
        const key = `${leg.flightId} ${seat}`;
        const owner = owners.get(key);
        if (owner !== undefined) problems.push(`seat ${key} belongs to bookings ${owner} and ${id}`);
        owners.set(key, id);
      }
    }
  }
  const claims = await db
    .query<{ flight_id: number; seat: string; booking_id: number }>(
      "SELECT flight_id, seat, owner AS booking_id FROM claims WHERE kind <> 'block'",
    )
    .all();
  for (const claim of claims)
    if (owners.get(`${claim.flight_id} ${claim.seat}`) !== claim.booking_id)
      problems.push(`claim of booking ${claim.booking_id} on ${claim.flight_id} ${claim.seat} is nobody's`);
  if (claims.length !== owners.size) problems.push(`${claims.length} claims for ${owners.size} seats`);
  const counters = await db
    .query<{ flight_id: number; cabin: string; authorised: number; held: number; sold: number }>('SELECT * FROM cabin_counters')
    .all();
  for (const { flight_id, cabin, authorised, held, sold } of counters) {
    const count = counts.get(`${flight_id} ${cabin}`) ?? { held: 0, sold: 0 };
    if (count.held !== held || count.sold !== sold)
      problems.push(`flight ${flight_id} ${cabin} counts ${held}/${sold}, has ${count.held}/${count.sold}`);
    if (held + sold > authorised) problems.push(`flight ${flight_id} ${cabin} is ${held + sold - authorised} over`);
  }
  return problems;
}
