import { assertNever } from '../../../shared/assert.ts';
import type { WaitlistMoved } from '../../../shared/events/waitlist-events.ts';
import type { EventType } from '../../../shared/events.ts';
import type { WaitState } from '../../../shared/methods/waitlist.ts';
import type { ReadDatabase } from '../database.ts';
import { type BookingRow, bookingById, legsOf, partyOf } from '../tables/bookings-table.ts';
import type { WaitRow } from '../tables/wait-row.ts';
import { flightsOf, waitEntriesBetween, waitlistMoved } from '../tables/waitlist-table.ts';

type WaitEventType = Extract<EventType, `waitlist.${string}`>;

/** What the journal says last of each party. */
export class WaitlistSummary {
  readonly #parties = new Map<number, string>();

  follow(type: WaitEventType, moved: WaitlistMoved): void {
    this.#parties.set(moved.entryId, told(stateAfter(type, moved), moved));
  }

  async problem(db: ReadDatabase): Promise<string | undefined> {
    for (const row of await waitEntriesBetween(db, 0, Number.MAX_SAFE_INTEGER)) {
      if (this.#parties.get(row.id) !== told(row.state, waitlistMoved(row)))
        return `party ${row.id} of the waitlist is not as the journal says`;
      this.#parties.delete(row.id);
    }
    for (const id of this.#parties.keys()) return `party ${id} of the waitlist is in the journal and nowhere else`;
    return undefined;
  }
}

const told = (state: WaitState, { flightId: _, ...moved }: WaitlistMoved): string => JSON.stringify([state, moved]);

function stateAfter(type: WaitEventType, { why }: WaitlistMoved): WaitState {
  switch (type) {
    case 'waitlist.joined':
    case 'waitlist.moved':
      return 'WAITING';
    case 'waitlist.offered':
    case 'waitlist.answered':
      return 'OFFERED';
    case 'waitlist.cleared':
      return 'CLEARED';
    case 'waitlist.ended':
      return why === 'dropped' ? 'DROPPED' : 'UNABLE';
    default:
      return assertNever(type);
  }
}

/** What a hold must be whose offer stands, was taken, or was not. */
const HOLD_IS: Partial<Readonly<Record<WaitState, readonly BookingRow['state'][]>>> = {
  OFFERED: ['HOLD'],
  CLEARED: ['CONFIRMED', 'CANCELLED', 'MERGED'],
  UNABLE: ['EXPIRED', 'RELEASED', 'PAYMENT_FAILED'],
};

const ON_FLIGHTS = 'SELECT flight_id, cabin, priority, waits FROM waitlist_flights WHERE entry_id = ? ORDER BY flight_id';
const CLAIMED = "SELECT count(*) AS seats FROM claims WHERE owner = ? AND kind = 'booking' AND flight_id = ?";

/** Compares parties numbered in (after, upTo] with their flights and offers: an offer holds the seats of its party, and no others. The first problem, in words. */
export async function waitlistProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  for (const row of await waitEntriesBetween(db, after, upTo)) {
    const flights = flightsOf(row).sort((a, b) => a - b);
    const on = await db.query<{ flight_id: number; cabin: string; priority: number; waits: number }>(ON_FLIGHTS).all(row.id);
    const waits = Number(row.state === 'WAITING');
    const agrees = on.every((one, at) => one.flight_id === flights[at] && one.cabin === row.cabin && one.priority === row.priority);
    if (on.length !== flights.length || !agrees || on.some((one) => one.waits !== waits))
      return `party ${row.id} of the waitlist is not on its lists as it says`;
    const problem = row.hold_id === null ? withoutHold(row) : await holdProblem(db, row, row.hold_id);
    if (problem) return problem;
  }
  return undefined;
}

const withoutHold = ({ id, state }: WaitRow): string | undefined =>
  state === 'OFFERED' || state === 'CLEARED' ? `party ${id} of the waitlist is ${state} without a hold` : undefined;

async function holdProblem(db: ReadDatabase, row: WaitRow, holdId: number): Promise<string | undefined> {
  const hold = await bookingById(db, holdId);
  if (!hold || !HOLD_IS[row.state]?.includes(hold.state))
    return `party ${row.id} of the waitlist is ${row.state}, and its hold ${holdId} is ${hold?.state ?? 'gone'}`;
  if (row.state !== 'OFFERED') return undefined;
  const [leg, ...more] = legsOf(hold);
  const party = partyOf(hold).map(({ passenger: _, ...one }) => one);
  const flights = flightsOf(row);
  const fits = leg && more.length === 0 && flights.includes(leg.flightId) && leg.cabin === row.cabin && hold.desk === row.desk;
  const claimed = (await db.query<{ seats: number }>(CLAIMED).get(holdId, leg?.flightId ?? 0))?.seats;
  if (!fits || JSON.stringify(party) !== row.party || leg.seats.length !== party.length || claimed !== party.length)
    return `hold ${holdId} is not what was offered to party ${row.id} of the waitlist`;
  return undefined;
}
