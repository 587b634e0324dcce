import { expect, test } from 'vitest';
import { applySeatEvent, type FlightSeats, fromAnswer } from '../../../renderer/seats/seat-events.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { Reply } from '../../../shared/refusals.ts';
import { ANA, JONAS, openTestHub, sale, value } from '../../main/support/test-hub.ts';

/** The open seat map of Jonas, who hears what Ana does at another desk. */
async function openMap() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  value(await store.hold(flight.id, ['30A', '30B']));
  const asked = async () => fromAnswer(value(await store.hub.ask('flights.seatMap', { flightId: flight.id }, JONAS)));
  let seats: FlightSeats = await asked();
  store.hub.on((events) => {
    seats = events.reduce(applySeatEvent, seats);
  });
  const told = ({ claims }: FlightSeats) =>
    Object.entries(claims).map(([seat, { state, desk, until }]) => [seat, state, state === 'held' ? desk : '', until]);
  const held = value(await store.hold(flight.id, ['15A', '15B']));
  return { ...store, held, followed: () => told(seats).sort(), answered: async () => told(await asked()).sort() };
}

test('a seat map that was followed says what the hub answers: also the new deadline of a hold of another desk, extended or paying', async () => {
  const store = await openMap();
  const { bookingId } = store.held;
  const charge = { reference: 'the-charge', amount: 100_00 };
  const failed = { bookingId, reason: 'no funds', charges: [{ ...charge, approvalCode: null, mayBeCharged: false }] };
  const steps: readonly [minutes: number, step: () => Promise<Reply<unknown>>][] = [
    [1, () => store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId: 1 }, ANA)],
    [1, () => store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId }, ANA)],
    // In the last minute of the hold, so that the grace of the payment moves its deadline.
    [7.5, () => store.hub.change('payments.begin', { ...sale(store.held), charges: [charge], terminal: true }, ANA, store.requestId())],
    [1, () => store.hub.change('payments.fail', { ...failed, final: false }, ANA, store.requestId())],
    [3, () => store.hub.change('holds.expireDue', {}, ANA, store.requestId())],
  ];
  for (const [minutes, step] of steps) {
    store.clock.advance(minutes * MINUTE_MS);
    const before = store.followed();
    value(await step());
    expect(store.followed()).toEqual(await store.answered());
    expect(store.followed()).not.toEqual(before);
  }
  expect(store.followed()).toEqual([]);
});
