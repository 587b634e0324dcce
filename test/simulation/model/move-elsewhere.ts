import type { Input } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { bestFor } from './best-for.ts';
import { CHANGES, makeChange } from './changes.ts';
import { refused } from './expected.ts';
import { giveBack } from './give-back.ts';
import type { Leg, Model, ModelBooking, ModelCommand, ModelFlight } from './model.ts';
import { changeable, flightsFit, legLike, no, partyMayPart, type Standing, without } from './plan-change.ts';
import { priceOf } from './priced-leg.ts';
import { childrenMayTravel, namesFit, sittingOn } from './sale-checks.ts';
import { offerFreed } from './waitlist.ts';
import { tooHeavy } from './weights.ts';

interface Move {
  readonly booking: ModelBooking & Standing;
  readonly leg: Leg;
  readonly passenger: number;
  /** Undefined: none, and what this flight cost goes back whole. */
  readonly way: ModelFlight | undefined;
}

/** What a passenger holds alone, without the others of the party, if all may part. */
function aloneOf(model: Model, booking: ModelBooking & Standing, passenger: number): Standing {
  const { party } = booking;
  if (party.length === 1) return booking;
  partyMayPart(booking, [passenger]);
  if (party.some(({ seatFrom }) => seatFrom)) throw no('an infant gets its seat on the way');
  const others = party.map((held) => held.passenger).filter((number) => number !== passenger);
  const [stays, goes] = [without(model, booking, [passenger]), without(model, booking, others)];
  for (const side of [stays, goes]) childrenMayTravel(side, booking.minorsBy);
  return goes;
}

/** The same with a seat on the way instead of one leg, at what was paid for it. */
function onTheWay(model: Model, alone: Standing, { booking, leg, way }: Move, now: number): Standing | undefined {
  const old = alone.legs.find(({ segment }) => segment === leg.segment);
  if (!way || !old) return undefined;
  const sitting = sittingOn(alone.party, old.segment).map((held) => ({ ...held, infant: held.carries }));
  const seats = bestFor(model, { flightId: way.id, cabin: old.cabin }, sitting);
  if (!seats) throw refused('WAY_REFUSED', { problem: 'no seat is free that may be given without being asked for' });
  const segment = Math.max(...alone.legs.map((one) => one.segment)) + 1;
  const { id: flightId, destination, departs: departsAt, arrives: arrivesAt, equipment, day } = way;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  const taken = legLike(model, old, { flightId, destination, equipment, date, departsAt, arrivesAt, segment, seats: [...seats] });
  const legs = alone.legs.map((one) => (one === old ? taken : one)).sort((a, b) => a.departsAt - b.departsAt);
  flightsFit(model, alone.legs, legs, now);
  namesFit(model, { ...alone, legs }, alone.names, booking.minorsBy);
  const heavy = tooHeavy(model, way.id, alone.party);
  if (heavy) throw heavy;
  return { ...alone, legs };
}

/** The flight is not flown, and nothing of what it cost is kept. */
function giveUp(model: Model, booking: ModelBooking & Standing, flightId: number, now: number): ModelBooking {
  const { bookingId, party, names, total } = booking;
  const [gone, rest] = [booking.legs.filter((leg) => leg.flightId === flightId), booking.legs.filter((leg) => leg.flightId !== flightId)];
  if (rest.length > 0) return makeChange(model, booking, { after: { party, legs: rest, names } }, { due: -priceOf(gone), now });
  const tenders = giveBack(model, bookingId, booking.tenders, total, now);
  const { names: _, ...plain } = booking;
  return model.write('booking.cancelled', { ...plain, state: 'CANCELLED', refunded: booking.refunded + total, tenders }, total);
}

/**
 * A passenger leaves a flight, for another one at the same price, or for the money. One of a party gets a booking of its own first. Nothing of it
 * happens where a part of it may not. What came free goes on. The booking that the passenger has then.
 */
export function moveElsewhere(model: Model, move: Move, command: ModelCommand): ModelBooking {
  const { booking, leg, passenger } = move;
  const { now } = command;
  const alone = aloneOf(model, booking, passenger);
  const after = onTheWay(model, alone, move, now);
  const { bookingId, version, party } = booking;
  if (party.length > 1) {
    const { phone = '', email = '' } = model.contacts.get(bookingId) ?? {};
    const split: Input<'bookings.split'> = {
      ...{ requestId: '', bookingId, version, passengers: [passenger], contact: { phone, email, askedBy: 'the same' } },
    };
    CHANGES['bookings.split']?.(model, split as never, command);
    model.met.push('out of a party');
  }
  const own = changeable(model, party.length > 1 ? model.bookings.size : bookingId, now);
  const moved = after ? makeChange(model, own, { after }, { due: 0, now }) : giveUp(model, own, leg.flightId, now);
  model.met.push(after ? 'another flight' : moved.state === 'CANCELLED' ? 'nothing else' : 'other flights alone');
  offerFreed(model, now);
  return moved;
}
