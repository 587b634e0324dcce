import { expect, test } from 'vitest';
import { applySeatEvent, type FlightSeats, fromAnswer } from '../../../renderer/seats/seat-events.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { Reply } from '../../../shared/refusals.ts';
import { ANA, JONAS, openTestHub, sale, value } from '../../main/support/test-hub.ts';

/** The open seat map of Jonas, who hears what Ana does at another desk. */
async function openMap() {
  const it = await openTestHub();
  const flight = await it.addFlight();
  value(await it.hold(flight.id, ['30A', '30B']));
  const asked = async () => fromAnswer(value(await it.hub.ask('flights.seatMap', { flightId: flight.id }, JONAS)));
  let seats: FlightSeats = await asked();
  it.hub.on((events) => {
    seats = events.reduce(applySeatEvent, seats);
  });
  const told = ({ claims }: FlightSeats) =>
    Object.entries(claims).map(([seat, { state, desk, until }]) => [seat, state, state === 'held' ? desk : '', until]);
  const held = value(await it.hold(flight.id, ['15A', '15B']));
  return { ...it, held, followed: () => told(seats).sort(), answered: async () => told(await asked()).sort() };
}

test('a seat map that was followed says what the hub answers: also the new deadline of a hold of another desk, extended or paying', async () => {
  const it = await openMap();
  const { bookingId } = it.held;
  const steps: readonly [minutes: number, step: () => Promise<Reply<unknown>>][] = [
    [1, () => it.hub.execute('holds.extend', { requestId: it.requestId(), bookingId: 1 }, ANA)],
    [1, () => it.hub.execute('holds.extend', { requestId: it.requestId(), bookingId }, ANA)],
    // In the last minute of the hold, so that the grace of the payment moves its deadline.
    [7.5, () => it.hub.change('payments.begin', { ...sale(it.held), charges: [], terminal: true }, ANA, it.requestId())],
    [1, () => it.hub.change('payments.fail', { bookingId, reason: 'no funds', charges: [] }, ANA, it.requestId())],
  ];
  for (const [minutes, step] of steps) {
    it.clock.advance(minutes * MINUTE_MS);
    const before = it.followed();
    value(await step());
    expect(it.followed()).toEqual(await it.answered());
    expect(it.followed()).not.toEqual(before);
  }
  expect(it.followed()).toEqual([]);
});
