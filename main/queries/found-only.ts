import { DAY_MS, isDue } from '../../shared/instants.ts';
import type { FoundOnly } from '../../shared/methods/bookings.ts';
import { refundState } from '../../shared/refund-state.ts';
import { type BookingRow, bookingById } from '../store/tables/bookings-table.ts';
import type { BookingsByKey } from '../store/tables/find-keys-table.ts';
import { departingIds, flightById, origins } from '../store/tables/flights-table.ts';
import { reversalDue, reversalsDueOf } from '../store/tables/payments-table.ts';
import { refundDue, refundsBefore, refundsDueOf } from '../store/tables/refunds-table.ts';
import { flownAt } from '../views/flown-at.ts';
import type { QueryContext } from './query.ts';

// What became of a booking stands in no index, because a hold and a sale would write it. The newest of such bookings are found from what is written
// anyway: refunds in the order in which they were made, what jobs still have to give back, and flights in the order in which they leave.

async function fits({ db, now }: QueryContext, only: FoundOnly, row: BookingRow): Promise<boolean> {
  switch (only) {
    case 'FLOWN': {
      const at = await flownAt(db, row);
      return at !== undefined && isDue(at, now);
    }
    case 'REFUNDED_PART':
      return refundState(row) === 'PART';
    case 'REFUNDED_WHOLE':
      return refundState(row) === 'WHOLE';
    case 'REFUND_DUE':
      return (await refundDue(db, row.id)) + (await reversalDue(db, row.id)) > 0;
  }
}

/** Those of some bookings of which this became, in their order. */
export async function keepOnly(context: QueryContext, only: FoundOnly, ids: readonly number[]): Promise<number[]> {
  const kept: number[] = [];
  for (const id of ids) {
    const row = await bookingById(context.db, id);
    if (row && (await fits(context, only, row))) kept.push(id);
    await context.pause?.();
  }
  return kept;
}

/** The newest bookings of which this became, at most `most`. */
export async function newestOnly(context: QueryContext, only: FoundOnly, most: number): Promise<BookingsByKey> {
  switch (only) {
    case 'FLOWN':
      return newestFlown(context, most);
    case 'REFUND_DUE': {
      const due = [...(await refundsDueOf(context.db, most)), ...(await reversalsDueOf(context.db, most))];
      const ids = [...new Set(due)].sort((a, b) => b - a);
      return { ids: ids.slice(0, most), all: due.length < most };
    }
    default:
      return newestRefunded(context, only, most);
  }
}

/** Refunds that are read at most: those of the other kind stand among them. */
const REFUNDS_READ_MAX = 5_000;
const REFUNDS_AT_ONCE = 500;

async function newestRefunded(context: QueryContext, only: FoundOnly, most: number): Promise<BookingsByKey> {
  const seen = new Set<number>();
  const found: number[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (let read = 0; read < REFUNDS_READ_MAX; read += REFUNDS_AT_ONCE) {
    const rows = await refundsBefore(context.db, before, REFUNDS_AT_ONCE);
    const ids = [...new Set(rows.map(({ booking_id }) => booking_id))].filter((id) => !seen.has(id));
    for (const id of ids) seen.add(id);
    found.push(...(await keepOnly(context, only, ids)));
    if (rows.length < REFUNDS_AT_ONCE) return { ids: found.slice(0, most), all: found.length <= most };
    if (found.length >= most) break;
    before = rows.at(-1)?.id ?? 0;
  }
  return { ids: found.slice(0, most), all: false };
}

/** How far back flights are read, in days. The next step is taken while too few bookings are found. The last one is said in the contract. */
const FLOWN_DAYS = [1, 7, 31];
/** Flights that leave one airport within such a time, at most: more than the busiest has in a month. */
const DEPARTURES_MAX = 100_000;

const OF_FLIGHT = 'SELECT booking_id AS id FROM booking_legs WHERE flight_id IN (?) ORDER BY booking_id DESC LIMIT ?';

/** From the flight that left last. The days are read one stretch after the other, so that a short one is enough where many fly. */
async function newestFlown(context: QueryContext, most: number): Promise<BookingsByKey> {
  const { db, now } = context;
  const found = new Set<number>();
  let until: number = now + 1;
  for (const days of FLOWN_DAYS) {
    const from = now - days * DAY_MS;
    for (const flightId of await leftBetween(context, from, until)) {
      const booked = await db.column<number>(OF_FLIGHT).all(flightId, most);
      const others = booked.filter((id) => !found.has(id));
      for (const id of await keepOnly(context, 'FLOWN', others)) found.add(id);
      if (found.size >= most) return { ids: [...found].slice(0, most), all: false };
    }
    until = from;
  }
  return { ids: [...found], all: true };
}

/** Flights that left in [from, until), the last one first. */
async function leftBetween({ db, pause }: QueryContext, from: number, until: number): Promise<number[]> {
  const left: { id: number; at: number }[] = [];
  for (const origin of await origins(db)) {
    for (const id of await departingIds(db, origin, from, until, false, DEPARTURES_MAX)) {
      const flight = await flightById(db, id);
      if (flight) left.push({ id, at: flight.departs_at });
    }
    await pause?.();
  }
  return left.sort((a, b) => b.at - a.at || b.id - a.id).map(({ id }) => id);
}
