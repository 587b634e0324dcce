import type { EventData } from '../../../shared/events.ts';
import type { QueryContext } from '../query.ts';

/** When a booking lost seats to another aircraft, and who brought it. */
export interface Displaced {
  readonly at: number;
  readonly user: string;
  readonly desk: string;
}

interface Entry extends Displaced {
  readonly event: number;
  readonly type: 'booking.unseated' | 'hold.unseated' | 'booking.split';
  readonly data: string;
}

const TOLD = `SELECT event, at, user_name AS user, desk, type, data FROM journal
  WHERE booking_id IN (?) AND event < ? AND type IN ('booking.unseated', 'hold.unseated', 'booking.split') ORDER BY event DESC`;

/**
 * When passengers of a booking lost a seat on a flight to another aircraft, the last time; undefined when they did not. What happened before a booking
 * was split off stands with the booking that it came from.
 */
export async function whenDisplaced(
  db: QueryContext['db'],
  bookingId: number,
  flightId: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<Displaced | undefined> {
  for (const { event, at, user, desk, type, data } of await db.query<Entry>(TOLD).all(bookingId, before)) {
    if (type === 'booking.split') return whenDisplaced(db, (JSON.parse(data) as EventData<'booking.split'>).from, flightId, event);
    if ((JSON.parse(data) as EventData<'booking.unseated'>).flightId === flightId) return { at, user, desk };
  }
  return undefined;
}
