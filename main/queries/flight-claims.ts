import { instant, isDue } from '../../shared/instants.ts';
import { StoreError } from '../store/database.ts';
import type { QueryContext } from './query.ts';

/** A seat that cannot be had now, and the booking that has it. */
export interface SeatClaim {
  readonly seat: string;
  readonly booking_id: number;
  readonly state: string;
  readonly desk: string;
  readonly expires_at: number | null;
}

export const FLIGHT_CLAIMS = `SELECT c.flight_id, c.seat, c.owner AS booking_id, b.state, b.desk, b.expires_at
  FROM claims c JOIN bookings b ON b.id = c.owner WHERE c.flight_id IN (?) AND c.kind = 'booking' ORDER BY c.seat`;

type Context = Pick<QueryContext, 'db' | 'now'>;

async function readClaims({ db }: Context, flightId: number): Promise<SeatClaim[]> {
  const claims = await db.query<SeatClaim & { readonly flight_id: number }>(FLIGHT_CLAIMS).all(flightId);
  // The key is read in its order, so nothing is sorted here: a page that went back to an older state shows in rows out of their place.
  const astray = claims.find(({ flight_id, seat }, place) => flight_id !== flightId || seat <= (claims[place - 1]?.seat ?? ''));
  if (astray) throw new StoreError('corrupt', `seat ${astray.seat} is out of its place among the claims of flight ${flightId}`);
  return claims;
}

/** Of a hold that is due and has not been ended yet. */
const isOfDueHold = ({ state, expires_at }: SeatClaim, now: QueryContext['now']): boolean =>
  state === 'HOLD' && expires_at !== null && isDue(instant(expires_at), now);

/** Seats that are taken on a flight. A hold that is due has no seats any more, even before it was ended. */
export const flightClaims = async (context: Context, flightId: number): Promise<SeatClaim[]> =>
  (await readClaims(context, flightId)).filter((claim) => !isOfDueHold(claim, context.now));

/** Seats that holds still have which are due. */
export const dueSeats = async (context: Context, flightId: number): Promise<string[]> =>
  (await readClaims(context, flightId)).filter((claim) => isOfDueHold(claim, context.now)).map(({ seat }) => seat);
