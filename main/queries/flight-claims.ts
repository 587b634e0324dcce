import { instant, isDue } from '../../shared/instants.ts';
import type { QueryContext } from './query.ts';

/** A seat that cannot be had now, and the booking that has it. */
export interface SeatClaim {
  readonly seat: string;
  readonly booking_id: number;
  readonly state: string;
  readonly desk: string;
  readonly expires_at: number | null;
}

export const FLIGHT_CLAIMS = `SELECT c.seat, c.owner AS booking_id, b.state, b.desk, b.expires_at
  FROM claims c JOIN bookings b ON b.id = c.owner WHERE c.flight_id IN (?) AND c.kind = 'booking'`;

/** Seats taken on a flight. A hold whose time is up gives its seats back at that instant, also before the sweep has come to it. */
export async function flightClaims({ db, now }: Pick<QueryContext, 'db' | 'now'>, flightId: number): Promise<SeatClaim[]> {
  const claims = await db.query<SeatClaim>(FLIGHT_CLAIMS).all(flightId);
  return claims.filter(({ state, expires_at }) => state !== 'HOLD' || expires_at === null || !isDue(instant(expires_at), now));
}
