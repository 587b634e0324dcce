import { HOLD_CEILING_MS, PARTY_MAX } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { capacity, connect } from '../world.ts';
import { type ModelBooking, type ModelCommand, type ModelState, refuse } from './state.ts';

const FRESH = { state: 'HOLD', extended: false, payingSince: null, tenders: [], refunded: 0 } as const;

export function place(state: ModelState, input: Input<'holds.place'>, { now, actor: { desk } }: ModelCommand): object {
  const { legs, passengers: party, exitRowConfirmed } = input;
  // One line a refusal, in the order of shared/refusals.ts.
  refuse('GROUP', party.length > PARTY_MAX);
  const wanted = state.flown(legs);
  const flights = wanted.map(({ flight }) => flight);
  refuse(
    'FLIGHT_CANCELLED',
    flights.some(({ cancelled }) => cancelled),
  );
  refuse(
    'FLIGHT_DEPARTED',
    flights.some(({ departs }) => departs <= now),
  );
  refuse(
    'CABIN_UNKNOWN',
    wanted.some(({ flight, cabin }) => capacity(flight.map, cabin) === 0),
  );
  refuse('CONNECTION_INVALID', !connect(flights));
  refuse(
    'PARTY_MISMATCH',
    legs.some(({ seats }) => seats.length !== party.length),
  );

  const seats = wanted.flatMap(({ flightId, cabin, facts, seats: names }) =>
    names.map((seat, at) => {
      const by = state.bookings.get(state.claims.get(`${flightId} ${seat}`) ?? 0);
      return { seat, cabin, fact: facts[seat], who: party[at], twice: names.indexOf(seat) < at, by };
    }),
  );
  const refuseSeat = (code: RefusalCode, wrong: (seat: (typeof seats)[number]) => unknown): void => {
    const found = seats.find(wrong);
    refuse(code, found, { seat: found?.seat });
  };
  refuseSeat('SEAT_UNKNOWN', ({ fact }) => !fact);
  refuseSeat('SEAT_TWICE', ({ twice }) => twice);
  refuseSeat('SEAT_OTHER_CABIN', ({ fact, cabin }) => fact?.cabin !== cabin);
  refuseSeat('SEAT_BLOCKED', ({ fact }) => !fact?.sellable);
  refuseSeat('EXIT_ROW_REFUSED', ({ fact, who }) => fact?.exit && (who?.type !== 'ADT' || who.assistance));
  refuseSeat('EXIT_ROW_UNCONFIRMED', ({ fact }) => fact?.exit && !exitRowConfirmed);
  refuseSeat('SEAT_SOLD', ({ by }) => by && by.state !== 'HOLD');
  const taken = seats.find(({ by }) => by);
  refuse('SEAT_HELD', taken, { seat: taken?.seat, desk: taken?.by?.desk, until: taken?.by?.expiresAt });
  for (const { flightId, flight, cabin } of wanted) {
    const { authorised, held, sold } = state.counter(flight, cabin);
    const room = authorised - held - sold;
    refuse('CABIN_FULL', party.length > room, { flightId, cabin, free: Math.max(0, room) });
  }

  const expiresAt = Math.min(now + state.holdMinutes * 60_000, ...flights.map(({ departs }) => departs));
  const term = { createdAt: now, expiresAt, holdMs: expiresAt - now };
  const booked = wanted.map((leg) => ({ ...leg, fare: state.fare(leg.flight, leg.cabin) }));
  const total = booked.reduce((sum, { fare }) => sum + fare * party.length, 0);
  const booking: ModelBooking = { ...FRESH, ...term, bookingId: state.bookings.size + 1, desk, party, legs: booked, total };
  state.bookings.set(booking.bookingId, booking);
  state.turn(booking, 'HOLD', 'hold.placed', null, 'held');
  return state.view(booking);
}

export function extend(state: ModelState, { bookingId }: Input<'holds.extend'>, command: ModelCommand): object {
  const hold = state.booking(bookingId);
  state.checkHold(hold, command);
  refuse('HOLD_EXTENDED', hold.extended);
  const most = Math.min(hold.createdAt + HOLD_CEILING_MS, ...hold.legs.map(({ flight }) => flight.departs));
  const expiresAt = Math.min(hold.expiresAt + state.holdMinutes * 60_000, most);
  refuse('HOLD_CEILING', expiresAt <= hold.expiresAt);
  Object.assign(hold, { expiresAt, holdMs: expiresAt - hold.createdAt, extended: true });
  state.events.push(['hold.extended', bookingId]);
  return state.view(hold);
}

export function release(state: ModelState, { bookingId }: Input<'holds.release'>, command: ModelCommand): object {
  const hold = state.booking(bookingId);
  state.checkHold(hold, command);
  state.turn(hold, 'RELEASED', 'hold.released', 'held', null);
  return state.view(hold);
}
