import { takesFromStock } from '../../shared/seat-blocks.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { blocksOfFlight } from '../store/tables/seat-blocks-table.ts';

/** The seats of one cabin, and who has none. */
export interface CabinSeats {
  readonly seats: number;
  /** Seats that do not count as none: a block may leave a seat to be sold last, or to who needs assistance. */
  readonly usable: number;
  /** Seats that nobody has, less those that are left for passengers who choose later. */
  readonly free: number;
  /** How many passengers too many have a seat or choose one later: for so many who choose, none is left. */
  readonly short: number;
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
  const own = (plan.ofCabin.get(cabin) ?? []).filter(({ sellable }) => sellable);
  const blocks = claims.some(({ kind }) => kind === 'block') ? await blocksOfFlight(db, flightId) : [];
  const never = blocks.filter((block) => block.cabin === cabin && takesFromStock(block.code));
  const unusable = new Set(never.map(({ seat }) => seat)).size;
  const taken = own.filter(({ seat }) => kinds.has(seat)).length;
  const seated = own.filter(({ seat }) => kinds.get(seat) === 'booking').length;
  const usable = own.length - unusable;
  return {
    ...{ seats: own.length, usable, free: Math.max(0, own.length - taken - without('open')) },
    ...{ short: Math.max(0, seated + without('open') - usable), unseated: without('over') },
  };
}
