import { loadReference } from '../../../../main/reference/load-reference.ts';
import { assert } from '../../../../shared/assert.ts';
import { DAY_MS } from '../../../../shared/instants.ts';
import type { TestHub } from '../../support/test-hub.ts';

const seatsOf = (map: string) =>
  loadReference()
    .seatPlan(map)
    ?.seats.filter(({ cabin, sellable }) => cabin === 'Y' && sellable) ?? [];
let bookings = 1_000_000;

/** Seats sold so many days before departure; below 0 seats that were sold a day earlier and are cancelled then. */
export type Sold = readonly (readonly [daysBefore: number, seats: number])[];

/** Writes sales of a flight as a store keeps them long after: bookings, claims, legs, counters and the journal's moments of cancellation. */
export async function sellFlight(
  { db }: Pick<TestHub, 'db'>,
  flight: { readonly id: number; readonly departs_at: number; readonly seat_map: string },
  sold: Sold,
  authorised = 178,
): Promise<void> {
  const seats = seatsOf(flight.seat_map);
  let taken = 0;
  for (const [daysBefore, count] of sold) {
    const id = ++bookings;
    const at = flight.departs_at - daysBefore * DAY_MS;
    const gone = count < 0;
    const of = Array.from({ length: Math.abs(count) }, () => seats[gone ? 0 : taken++]?.seat ?? '');
    assert(!of.includes(''), 'the aircraft has as many seats');
    await db
      .change(
        `INSERT INTO bookings (id, state, desk, user_name, created_at, hold_ms, party, legs, currency, total, sold_at)
         VALUES (?, ?, 'T1-04', 'ruiz', 0, 1, '[]', ?, 'USD', 0, ?)`,
      )
      .run(id, gone ? 'CANCELLED' : 'CONFIRMED', JSON.stringify([{ flightId: flight.id, cabin: 'Y', seats: of }]), gone ? at - DAY_MS : at);
    await db.change('INSERT INTO booking_legs (flight_id, booking_id) VALUES (?, ?)').run(flight.id, id);
    if (gone)
      await db
        .change(
          "INSERT INTO journal (at, type, booking_id, user_name, desk, data, hash) VALUES (?, 'booking.cancelled', ?, '', '', '', '')",
        )
        .run(at, id);
    else for (const seat of of) await db.change('INSERT INTO claims (flight_id, seat, owner) VALUES (?, ?, ?)').run(flight.id, seat, id);
  }
  await db
    .change("INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, 'Y', ?, 0, ?)")
    .run(flight.id, authorised, taken);
}
