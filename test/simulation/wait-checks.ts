import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { HOUR_MS } from '../../shared/instants.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';

/** Each offer, with its hold and the first leg of it. Whatever was sold may have changed since. */
const OFFERS = `SELECT e.id, e.state, e.flights, e.cabin, json_array_length(e.party) AS passengers, b.state AS hold,
    json_extract(b.legs, '$[0].flightId') AS flight, json_extract(b.legs, '$[0].cabin') AS held_cabin,
    json_array_length(b.legs) AS legs, (SELECT count(*) FROM claims c WHERE c.owner = b.id) AS seats
  FROM waitlist e LEFT JOIN bookings b ON b.id = e.hold_id WHERE e.hold_id IS NOT NULL OR e.state IN ('OFFERED', 'CLEARED')`;

interface Offer {
  readonly id: number;
  readonly state: string;
  readonly flights: string;
  readonly cabin: string;
  readonly passengers: number;
  readonly hold: string | null;
  readonly flight: number;
  readonly held_cabin: string;
  readonly legs: number;
  readonly seats: number;
}

/** How a hold stands when an offer stands so. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  OFFERED: ['HOLD'],
  CLEARED: ['CONFIRMED', 'CANCELLED', 'MERGED'],
  UNABLE: ['EXPIRED', 'RELEASED', 'PAYMENT_FAILED'],
};

/** Of one event: when the flight leaves by the hold that was just offered. */
const LEAVES = `SELECT json_extract(b.legs, '$[0].departsAt') AS departs FROM waitlist e JOIN bookings b ON b.id = e.hold_id
  WHERE e.id = ? AND b.state = 'HOLD'`;

/**
 * A party that takes no more seats than the one that was offered some, pays any fare in any class, and came before it on the list: it would have fitted. Who was
 * moved or joined at that time may have come before it only afterwards.
 */
const PASSED = `SELECT e.id FROM waitlist e JOIN waitlist_flights f ON f.entry_id = e.id JOIN waitlist o ON o.id = ?
  WHERE f.flight_id = ? AND f.cabin = o.cabin AND e.state = 'WAITING' AND e.fare_limit IS NULL AND e.booking_class IS NULL
    AND json_array_length(e.party) <= json_array_length(o.party) AND (e.priority > o.priority OR (e.priority = o.priority AND e.id < o.id))
    AND e.joined_at < o.offered_at
    AND NOT EXISTS (SELECT 1 FROM waitlist_moves m WHERE m.entry_id IN (e.id, o.id) AND m.at >= o.offered_at) LIMIT 1`;

/**
 * What must be true of waitlists whatever was done: an offer holds exactly the seats of its party, on one of its flights; nothing is offered within the
 * hour before departure; and who came first is served first.
 */
export function checkWaits(reader: ReadDatabase, events: readonly SeenEvent[]): void {
  const db = reader as SqliteDatabase;
  const told = events.filter(({ type }) => type.startsWith('waitlist.'));
  if (told.length === 0) return;
  for (const offer of db.query<Offer>(OFFERS).all() as Offer[]) checkOffer(offer);
  for (const { event, at, type, data } of told) {
    if (type !== 'waitlist.offered') continue;
    const { entryId, flightId } = JSON.parse(data) as { entryId: number; flightId: number };
    const [leaves] = db.query<{ departs: number }>(LEAVES).all(entryId) as { departs: number }[];
    if (leaves && at >= leaves.departs - HOUR_MS)
      throw new Failure(
        'offered too late',
        `event ${event} offers seats to party ${entryId} at ${at}, the flight leaves at ${leaves.departs}`,
      );
    const [passed] = db.query<{ id: number }>(PASSED).all(entryId, flightId) as { id: number }[];
    if (passed) throw new Failure('passed over', `party ${entryId} was offered seats of flight ${flightId}, party ${passed.id} came first`);
  }
}

function checkOffer({ id, state, flights, cabin, passengers, hold, flight, held_cabin, legs, seats }: Offer): void {
  if (!HOLDS[state]?.includes(hold ?? 'none')) throw new Failure('offer', `party ${id} is ${state}, and its hold is ${hold}`);
  if (state !== 'OFFERED') return;
  if (legs !== 1 || held_cabin !== cabin || !(JSON.parse(flights) as number[]).includes(flight))
    throw new Failure('offer', `party ${id} waits for ${cabin} of ${flights} and has ${held_cabin} of ${flight}`);
  if (seats !== passengers) throw new Failure('offer', `party ${id} has ${passengers} passengers and ${seats} seats`);
}
