import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { ReadDatabase } from '../database.ts';
import { OF_BOOKINGS, type SeatClaim, seatClaimOf } from '../tables/claims-table.ts';

interface Claimed {
  readonly flight_id: number;
  readonly seat: string;
  readonly kind: string;
  readonly booking_id: number;
  readonly segment: number;
  readonly passenger: number;
  readonly state: string | null;
  readonly party: string | null;
  readonly legs: string | null;
}
interface Counted {
  readonly flight_id: number;
  readonly cabin: string;
  readonly held: number;
  readonly sold: number;
}

const CLAIMED = `SELECT c.flight_id, c.seat, c.kind, c.owner AS booking_id, c.segment, c.passenger, b.state, b.party, b.legs
  FROM claims c LEFT JOIN bookings b ON b.id = c.owner WHERE c.kind ${OF_BOOKINGS} AND c.flight_id > ? AND c.flight_id <= ?`;
const COUNTED = 'SELECT flight_id, cabin, held, sold FROM cabin_counters WHERE flight_id > ? AND flight_id <= ?';

/**
 * Compares the claims and counters of the flights numbered in (after, upTo] with each other and with their bookings. Returns the first
 * problem, in words. Must run in one snapshot.
 */
export async function flightsProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  const tally = new Map<string, { held: number; sold: number }>();
  for (const claimed of await db.query<Claimed>(CLAIMED).all(after, upTo)) {
    const { flight_id, seat, booking_id, segment, passenger, state } = claimed;
    const where = `seat ${seat} of flight ${flight_id}`;
    if (state !== 'HOLD' && state !== 'CONFIRMED') return `${where} is claimed by booking ${booking_id}, which is ${state ?? 'nowhere'}`;
    const { leg, claim } = claimOfBooking(claimed) ?? {};
    if (!leg || !claim) return `${where} is claimed by booking ${booking_id}, which has another`;
    if (claim.segment !== segment || claim.passenger !== passenger)
      return `${where} is claimed for passenger ${passenger} on segment ${segment} of booking ${booking_id}, who has another`;
    const key = `${flight_id} ${leg.cabin}`;
    const count = tally.get(key) ?? { held: 0, sold: 0 };
    count[state === 'HOLD' ? 'held' : 'sold']++;
    tally.set(key, count);
  }
  for (const { flight_id, cabin, held, sold } of await db.query<Counted>(COUNTED).all(after, upTo)) {
    const key = `${flight_id} ${cabin}`;
    const count = tally.get(key) ?? { held: 0, sold: 0 };
    tally.delete(key);
    if (count.held !== held || count.sold !== sold)
      return `cabin ${cabin} of flight ${flight_id} counts ${held} held and ${sold} sold, where ${count.held} and ${count.sold} are claimed`;
  }
  const [uncounted] = tally.keys();
  return uncounted === undefined ? undefined : `flight and cabin ${uncounted} have claims and no counter`;
}

/** The claim of that seat as the booking would have it, and its leg. */
function claimOfBooking({ flight_id, seat, kind, booking_id, party, legs }: Claimed): { leg: BookedLeg; claim: SeatClaim } | undefined {
  const held = JSON.parse(party ?? '[]') as BookingView['party'];
  for (const leg of JSON.parse(legs ?? '[]') as BookedLeg[]) {
    if (leg.flightId !== flight_id || (kind === 'booking' && !leg.seats.includes(seat))) continue;
    const sitting = seatedOn(held, leg.segment);
    for (const place of leg.seats.keys()) {
      const claim = seatClaimOf(booking_id, leg, sitting, place);
      if (claim.seat === seat && claim.kind === kind) return { leg, claim };
    }
  }
  return undefined;
}

const SEATS_OF = `SELECT count(CASE WHEN b.state = 'HOLD' THEN 1 END) AS held, count(CASE WHEN b.state = 'CONFIRMED' THEN 1 END) AS sold
  FROM claims c JOIN bookings b ON b.id = c.owner WHERE c.flight_id IN (?) AND c.kind ${OF_BOOKINGS}`;
const COUNTS_OF = 'SELECT coalesce(sum(held), 0) AS held, coalesce(sum(sold), 0) AS sold FROM cabin_counters WHERE flight_id = ?';

/** A part of the same check, for one flight, quick enough to run before its first sale: the claims of existing bookings are as many as the counted seats. */
export async function seatsProblem(db: ReadDatabase, flightId: number): Promise<string | undefined> {
  const claimed = await db.query<{ held: number; sold: number }>(SEATS_OF).get(flightId);
  const counted = await db.query<{ held: number; sold: number }>(COUNTS_OF).get(flightId);
  if (!claimed || !counted || (claimed.held === counted.held && claimed.sold === counted.sold)) return undefined;
  return `flight ${flightId} counts ${counted.held} held and ${counted.sold} sold, where ${claimed.held} and ${claimed.sold} are claimed`;
}
