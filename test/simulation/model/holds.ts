import { HOLD_CEILING_MS, PARTY_MAX } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { capacity, connect } from '../world.ts';
import { type ModelBooking, type ModelCommand, type ModelState, no } from './state.ts';

const FRESH = { state: 'HOLD', extended: false, payingSince: null, tenders: [], refunded: 0 } as const;

export function place(state: ModelState, input: Input<'holds.place'>, { now, actor: { desk } }: ModelCommand): object {
  const { legs, passengers: party, exitRowConfirmed } = input;
  // One line a refusal, in the order of shared/refusals.ts.
  if (party.length > PARTY_MAX) throw no('GROUP');
  const wanted = state.flown(legs);
  const flights = wanted.map(({ flight }) => flight);
  if (flights.some(({ cancelled }) => cancelled)) throw no('FLIGHT_CANCELLED');
  if (flights.some(({ departs }) => departs <= now)) throw no('FLIGHT_DEPARTED');
  if (wanted.some(({ flight, cabin }) => capacity(flight.map, cabin) === 0)) throw no('CABIN_UNKNOWN');
  if (!connect(flights)) throw no('CONNECTION_INVALID');
  if (legs.some(({ seats }) => seats.length !== party.length)) throw no('PARTY_MISMATCH');

  const seats = wanted.flatMap(({ flightId, cabin, facts, seats: names }) =>
    names.map((seat, at) => {
      const by = state.bookings.get(state.claims.get(`${flightId} ${seat}`) ?? 0);
      return { seat, cabin, fact: facts[seat], who: party[at], twice: names.indexOf(seat) < at, by };
    }),
  );
  const refuseSeat = (code: RefusalCode, wrong: (seat: (typeof seats)[number]) => unknown): void => {
    const found = seats.find(wrong);
    if (found) throw no(code, { seat: found.seat });
  };
  refuseSeat('SEAT_UNKNOWN', ({ fact }) => !fact);
  refuseSeat('SEAT_TWICE', ({ twice }) => twice);
  refuseSeat('SEAT_OTHER_CABIN', ({ fact, cabin }) => fact?.cabin !== cabin);
  refuseSeat('SEAT_BLOCKED', ({ fact }) => !fact?.sellable);
  refuseSeat('EXIT_ROW_REFUSED', ({ fact, who }) => fact?.exit && (who?.type !== 'ADT' || who.assistance));
  refuseSeat('EXIT_ROW_UNCONFIRMED', ({ fact }) => fact?.exit && !exitRowConfirmed);
  refuseSeat('SEAT_SOLD', ({ by }) => by && by.state !== 'HOLD');
  for (const { seat, by } of seats) if (by) throw no('SEAT_HELD', { seat, desk: by.desk, until: by.expiresAt });
  for (const { flightId, flight, cabin } of wanted) {
    const { authorised, held, sold } = state.counter(flight, cabin);
    const room = authorised - held - sold;
    if (party.length > room) throw no('CABIN_FULL', { flightId, cabin, free: Math.max(0, room) });
  }

  const expiresAt = Math.min(now + state.holdMinutes * 60_000, ...flights.map(({ departs }) => departs));
  const term = { createdAt: now, expiresAt, holdMs: expiresAt - now };
  const booked = wanted.map((leg) => ({ ...leg, fare: state.fare(leg.flight, leg.cabin) }));
  const total = booked.reduce((sum, { fare }) => sum + fare * party.length, 0);
  const booking: ModelBooking = { ...FRESH, ...term, bookingId: state.bookings.size + 1, desk, party, legs: booked, total };
  state.bookings.set(booking.bookingId, booking);
  return state.turn(booking, 'HOLD', 'hold.placed', null, 'held');
}

export function extend(state: ModelState, { bookingId }: Input<'holds.extend'>, command: ModelCommand): object {
  const hold = state.hold(bookingId, command);
  if (hold.extended) throw no('HOLD_EXTENDED');
  const most = Math.min(hold.createdAt + HOLD_CEILING_MS, ...hold.legs.map(({ flight }) => flight.departs));
  const expiresAt = Math.min(hold.expiresAt + state.holdMinutes * 60_000, most);
  if (expiresAt <= hold.expiresAt) throw no('HOLD_CEILING');
  Object.assign(hold, { expiresAt, holdMs: expiresAt - hold.createdAt, extended: true });
  return state.tell('hold.extended', hold);
}

export function release(state: ModelState, { bookingId }: Input<'holds.release'>, command: ModelCommand): object {
  return state.turn(state.hold(bookingId, command), 'RELEASED', 'hold.released', 'held', null);
}
