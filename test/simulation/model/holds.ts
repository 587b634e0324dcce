import { HOLD_CEILING_MS, PARTY_MAX } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { capacity, connect, SEATS } from '../world.ts';
import { type Asker, type Expected, type ModelBooking, type ModelState, no, yes } from './state.ts';

type Place = Omit<Input<'holds.place'>, 'requestId'>;

export function place(state: ModelState, now: number, asker: Asker, { legs, passengers, exitRowConfirmed }: Place): Expected {
  if (passengers.length > PARTY_MAX) return no('GROUP');
  const wanted = legs.flatMap((leg) => {
    const flight = state.flights.get(leg.flightId);
    return flight ? [{ ...leg, flight, facts: SEATS[flight.map] ?? {} }] : [];
  });
  if (wanted.length < legs.length) return no('FLIGHT_UNKNOWN');
  const flights = wanted.map(({ flight }) => flight);
  const seats = wanted.flatMap((leg) =>
    leg.seats.map((seat, at) => ({ ...leg, seat, at, fact: leg.facts[seat], who: passengers[at], key: `${leg.flightId} ${seat}` })),
  );

  // One line a refusal, in the order of shared/refusals.ts.
  if (flights.some(({ cancelled }) => cancelled)) return no('FLIGHT_CANCELLED');
  if (flights.some(({ departs }) => departs <= now)) return no('FLIGHT_DEPARTED');
  if (wanted.some(({ flight, cabin }) => capacity(flight.map, cabin) === 0)) return no('CABIN_UNKNOWN');
  if (!connect(flights)) return no('CONNECTION_INVALID');
  if (wanted.some((leg) => leg.seats.length !== passengers.length)) return no('PARTY_MISMATCH');
  const unknown = seats.find(({ fact }) => !fact);
  if (unknown) return no('SEAT_UNKNOWN', { seat: unknown.seat });
  const twice = seats.find((one) => one.seats.indexOf(one.seat) < one.at);
  if (twice) return no('SEAT_TWICE', { seat: twice.seat });
  const other = seats.find(({ fact, cabin }) => fact?.cabin !== cabin);
  if (other) return no('SEAT_OTHER_CABIN', { seat: other.seat });
  const blocked = seats.find(({ fact }) => !fact?.sellable);
  if (blocked) return no('SEAT_BLOCKED', { seat: blocked.seat });
  const unfit = seats.find(({ fact, who }) => fact?.exit && (who?.type !== 'ADT' || who.assistance));
  if (unfit) return no('EXIT_ROW_REFUSED', { seat: unfit.seat });
  const unspoken = seats.find(({ fact }) => fact?.exit && !exitRowConfirmed);
  if (unspoken) return no('EXIT_ROW_UNCONFIRMED', { seat: unspoken.seat });
  const taken = seats.flatMap(({ seat, key }) => {
    const by = state.bookings.get(state.claims.get(key) ?? 0);
    return by ? [{ seat, by }] : [];
  });
  const sold = taken.find(({ by }) => by.state !== 'HOLD');
  if (sold) return no('SEAT_SOLD', { seat: sold.seat });
  const [held] = taken;
  if (held) return no('SEAT_HELD', { seat: held.seat, desk: held.by.desk, until: held.by.expiresAt });
  for (const { flight, cabin } of wanted) {
    const count = state.counter(flight, cabin);
    const room = count.authorised - count.held - count.sold;
    if (passengers.length > room) return no('CABIN_FULL', { flightId: flight.id, cabin, free: Math.max(0, room) });
  }

  const expiresAt = Math.min(now + state.holdMinutes * 60_000, ...flights.map(({ departs }) => departs));
  const booked = wanted.map(({ flightId, flight, cabin, seats: names }) => {
    const { departs: departsAt, destination, day } = flight;
    return { flightId, cabin, seats: names, fare: state.fare(flight, cabin), departsAt, destination, day };
  });
  const booking: ModelBooking = {
    ...{ bookingId: state.bookings.size + 1, state: 'HOLD', desk: asker.desk, createdAt: now, expiresAt, holdMs: expiresAt - now },
    ...{ extended: false, payingSince: null, party: passengers, legs: booked, tenders: [], refunded: 0 },
    total: booked.reduce((sum, { fare }) => sum + fare * passengers.length, 0),
  };
  state.bookings.set(booking.bookingId, booking);
  state.holds.add(booking);
  for (const { key } of seats) state.claims.set(key, booking.bookingId);
  for (const { flight, cabin } of wanted) {
    const count = state.counter(flight, cabin);
    state.counters.set(`${flight.id} ${cabin}`, { ...count, held: count.held + passengers.length });
  }
  state.events.push(['hold.placed', booking.bookingId]);
  return yes(state.view(booking));
}

export function extend(state: ModelState, asker: Asker, bookingId: number): Expected {
  const hold = state.bookings.get(bookingId);
  const refused = state.holdRefused(hold, asker);
  if (refused || !hold) return refused ?? no('BOOKING_UNKNOWN');
  if (hold.extended) return no('HOLD_EXTENDED');
  const most = Math.min(hold.createdAt + HOLD_CEILING_MS, ...hold.legs.map(({ departsAt }) => departsAt));
  const expiresAt = Math.min(hold.expiresAt + state.holdMinutes * 60_000, most);
  if (expiresAt <= hold.expiresAt) return no('HOLD_CEILING');
  Object.assign(hold, { expiresAt, holdMs: expiresAt - hold.createdAt, extended: true });
  state.events.push(['hold.extended', bookingId]);
  return yes(state.view(hold));
}

export function release(state: ModelState, asker: Asker, bookingId: number): Expected {
  const hold = state.bookings.get(bookingId);
  const refused = state.holdRefused(hold, asker);
  if (refused || !hold) return refused ?? no('BOOKING_UNKNOWN');
  state.end(hold, 'RELEASED', 'hold.released', 'held');
  return yes(state.view(hold));
}
