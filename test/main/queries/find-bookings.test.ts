import { describe, expect, test } from 'vitest';
import type { Input } from '../../../shared/contract.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { ANA, openTestHub, sale, value } from '../support/test-hub.ts';

/** A flight of 178 seats with so many bookings of one seat each, sold to Petrov. */
async function withBookings(count: number, sold: boolean) {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const seats = (store.reference.seatPlan('a320')?.seats ?? []).filter(({ sellable, exit }) => sellable && !exit).map(({ seat }) => seat);
  for (const seat of seats.slice(0, count)) {
    const held = value(await store.hold(flight.id, [seat]));
    if (sold) value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()));
  }
  return {
    byFlight: { by: 'flight', carrier: flight.carrier, number: flight.number, date: dateOfDay(flight.service_day) },
    async find(input: Input<'bookings.find'>) {
      const { bookings, more } = value(await store.hub.ask('bookings.find', input, ANA));
      return { ids: bookings.map(({ bookingId }) => bookingId), more };
    },
  } as const;
}

describe('bookings that are found', () => {
  test.each([
    [0, 0, 0],
    [1, 1, 0],
    [99, 99, 0],
    [100, 100, 0],
    [101, 100, 1],
    [130, 100, 30],
  ])('%i of a flight or a name: the newest %i are shown, and %i more are told', async (count, shown, more) => {
    const newestFirst = Array.from({ length: shown }, (_, place) => count - place);
    const holds = await withBookings(count, false);
    expect(await holds.find(holds.byFlight)).toEqual({ ids: newestFirst, more });
    expect(await holds.find({ by: 'name', name: 'PETROV' }), 'a hold has no name yet').toEqual({ ids: [], more: 0 });
    const sales = await withBookings(count, true);
    expect(await sales.find(sales.byFlight)).toEqual({ ids: newestFirst, more });
    expect(await sales.find({ by: 'name', name: 'Petrov/El' })).toEqual({ ids: newestFirst, more });
    expect(await sales.find({ by: 'name', name: 'pet' })).toEqual({ ids: newestFirst, more });
    expect(await sales.find({ by: 'name', name: 'Petrova' })).toEqual({ ids: [], more: 0 });
  });
});
