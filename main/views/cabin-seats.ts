import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';

/** The seats of one cabin, and who has none. */
export interface CabinSeats {
  readonly seats: number;
  /** Seats that are not blocked. */
  readonly usable: number;
  /** Seats that nobody has, less those that are left for passengers who choose later. */
  readonly free: number;
  /** Passengers who were sold or held above the seats. */
  readonly unseated: number;
}

const CLAIMS = 'SELECT seat, kind FROM claims WHERE flight_id IN (?)';

/** Counts the seats of a cabin by the claims of its flight. */
export async function cabinSeats(db: ReadDatabase, flightId: number, plan: SeatPlan, cabin: Cabin): Promise<CabinSeats> {
  const claims = await db.query<{ seat: string; kind: string }>(CLAIMS).all(flightId);
  const kinds = new Map(claims.map(({ seat, kind }) => [seat, kind]));
  // A claim without a seat is named for its cabin (claims-table.ts).
  const without = (kind: string): number => claims.filter((one) => one.kind === kind && one.seat[1] === cabin).length;
  const own = plan.seats.filter((seat) => seat.cabin === cabin && seat.sellable);
  const blocked = own.filter(({ seat }) => kinds.has(seat) && kinds.get(seat) !== 'booking').length;
  const taken = own.filter(({ seat }) => kinds.has(seat)).length;
  return {
    ...{ seats: own.length, usable: own.length - blocked },
    ...{ free: Math.max(0, own.length - taken - without('open')), unseated: without('over') },
  };
}
