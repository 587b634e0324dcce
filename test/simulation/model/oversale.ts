import type { Input } from '../../../shared/contract.ts';
import type { CompensationKind } from '../../../shared/methods/compensation.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { capacity, SEATS } from '../world.ts';
import { fareToStop, lateBy, owedOn, rebookedOn } from './denied-rule.ts';
import { known, refused } from './expected.ts';
import { newestVoucher } from './give-back.ts';
import type { Commands, Leg, Model, ModelBooking, ModelCommand, ModelFlight } from './model.ts';
import { moveElsewhere } from './move-elsewhere.ts';
import { seatsLeft } from './open-left.ts';
import type { ModelDenial, ModelVolunteer } from './oversales.ts';
import { changeable, type Standing } from './plan-change.ts';
import { sittingOn } from './sale-checks.ts';
import { withoutSeat } from './unseated.ts';

/** A flight that has not left, some of whose passengers have no seat in a cabin. */
function oversold(model: Model, flightId: number, cabin: Cabin, now: number): ModelFlight {
  const flight = model.flight(flightId);
  if (flight.cancelled) throw refused('FLIGHT_CANCELLED');
  if (flight.departs <= now) throw refused('FLIGHT_DEPARTED');
  if (withoutSeat(model, flightId, cabin, 'over') > 0) return flight;
  throw refused(capacity(flight.map, cabin) === 0 ? 'CABIN_UNKNOWN' : 'OVERSALE_NONE');
}

/** Another flight that a passenger can be given instead. */
function wayFor(model: Model, from: ModelFlight, wayId: number, cabin: Cabin, now: number): ModelFlight {
  const no = (problem: string) => refused('WAY_REFUSED', { problem });
  const way = model.flights.get(wayId);
  if (!way) throw no('it is not in the schedule');
  if (way.id === from.id) throw no('it is the flight that is oversold');
  if (way.cancelled) throw no('it does not operate');
  if (way.origin !== from.origin || way.destination !== from.destination) throw no(`it does not fly ${from.origin} to ${from.destination}`);
  if (way.departs <= now) throw no('it has departed');
  if (capacity(way.map, cabin) === 0) throw no(`it has no cabin ${cabin}`);
  if (seatsLeft(model, { flightId: wayId, cabin }) <= 0) throw no('no seat is free');
  return way;
}

const legOn = ({ legs }: ModelBooking, flightId: number, cabin: Cabin): Leg | undefined =>
  legs.find((leg) => leg.flightId === flightId && leg.cabin === cabin);

/** What a passenger has in the place of a seat on a leg. */
const seatOf = ({ party }: ModelBooking, leg: Leg | undefined, passenger: number): string | undefined =>
  leg?.seats[sittingOn(party, leg.segment).findIndex((held) => held.passenger === passenger)];

/** The leg on which a passenger sits in a seat of the aircraft. */
function seated(
  booking: ModelBooking,
  { id, map }: ModelFlight,
  cabin: Cabin,
  passenger: number,
): { readonly leg: Leg; readonly seat: string } {
  const leg = legOn(booking, id, cabin);
  const seat = seatOf(booking, leg, passenger);
  if (!leg || seat === undefined || !SEATS[map]?.[seat]) throw refused('VOLUNTEER_UNSEATED');
  return { leg, seat };
}

/** Nobody is left behind while the party could be seated, or before others were asked to give a seat up, and all of them have answered. */
function lastResort(model: Model, flight: ModelFlight, cabin: Cabin, needs: number): void {
  const free = Math.max(0, seatsLeft(model, { flightId: flight.id, cabin }));
  if (free >= needs) throw refused('DENIAL_SEATS_FREE', { free });
  if (capacity(flight.map, cabin) === 0) return;
  const asked = model.oversale.volunteers.filter((one) => one.flightId === flight.id && one.cabin === cabin);
  if (asked.length === 0) throw refused('VOLUNTEERS_FIRST', { problem: 'nobody was asked' });
  if (asked.some(({ state }) => state === 'ASKED')) throw refused('VOLUNTEERS_FIRST');
}

function issue(model: Model, amount: number, currency: string): void {
  model.oversale.issued.push({ amount, currency });
  model.events.push(['voucher.issued', null, { voucherId: newestVoucher(model), amount, currency, forBooking: null }]);
}

/** A voucher is issued before. */
function tellPaid(model: Model, denial: ModelDenial, kind: CompensationKind, { now, actor }: ModelCommand): void {
  const { id: denialId, owed: amount, currency } = denial;
  denial.paid = { kind, at: now, desk: actor.desk };
  if (kind === 'cash') model.moveCash(-(amount ?? 0));
  const voucherId = kind === 'voucher' ? newestVoucher(model) : null;
  model.events.push(['compensation.paid', null, { denialId, kind, amount, currency, voucherId }]);
}

function tell(model: Model, type: string, { id, flightId, cabin, bookingId, wayId, amount }: ModelVolunteer): void {
  model.events.push([`volunteer.${type}`, null, { volunteerId: id, flightId, cabin, booking: bookingId, wayId, amount, currency: 'USD' }]);
}

function take(model: Model, volunteer: ModelVolunteer, command: ModelCommand): void {
  const { flightId, cabin, wayId, passenger, amount } = volunteer;
  const { now } = command;
  const flight = oversold(model, flightId, cabin, now);
  const way = wayFor(model, flight, wayId, cabin, now);
  const booking: ModelBooking & Standing = changeable(model, volunteer.bookingId, now);
  const { leg } = seated(booking, flight, cabin, passenger);
  const rebooked = rebookedOn(model, flight, way, cabin, now);
  const { bookingId } = moveElsewhere(model, { booking, leg, passenger, way }, command);
  if (amount > 0) issue(model, amount, 'USD');
  Object.assign(volunteer, { bookingId, state: 'TOOK', rebooked, answeredAt: now });
  tell(model, 'took', volunteer);
}

export const OVERSALE: Commands = {
  'oversale.ask'(model, { flightId, cabin, bookingId, passenger, amount, wayId }: Input<'oversale.ask'>, { now }) {
    const flight = oversold(model, flightId, cabin, now);
    const way = wayFor(model, flight, wayId, cabin, now);
    const { seat } = seated(changeable(model, bookingId, now), flight, cabin, passenger);
    const { volunteers } = model.oversale;
    const isSame = (one: ModelVolunteer) =>
      one.flightId === flightId && one.cabin === cabin && one.bookingId === bookingId && one.passenger === passenger;
    const before = volunteers.find(isSame);
    if (before) throw refused('VOLUNTEER_ASKED', { volunteerId: before.id, state: before.state });
    const lateMs = lateBy(flight, way) ?? 0;
    const about = { flightId, cabin, bookingId, passenger, seat, amount, wayId, lateMs };
    const asked: ModelVolunteer = {
      ...{ id: volunteers.length + 1, ...about, askedAt: now, state: 'ASKED' as const, answeredAt: null, rebooked: 0 },
    };
    volunteers.push(asked);
    tell(model, 'asked', asked);
    return { volunteerId: asked.id, state: 'ASKED', bookingId };
  },
  'oversale.answer'(model, { volunteerId, answer }: Input<'oversale.answer'>, command) {
    const volunteer = known(model.oversale.volunteers[volunteerId - 1], 'VOLUNTEER_UNKNOWN');
    if (volunteer.state !== 'ASKED') throw refused('VOLUNTEER_ANSWERED', { state: volunteer.state });
    if (answer === 'took') take(model, volunteer, command);
    else {
      Object.assign(volunteer, { state: answer === 'no' ? 'NO' : 'WITHDRAWN', answeredAt: command.now });
      tell(model, answer === 'no' ? 'declined' : 'withdrew', volunteer);
    }
    model.met.push(answer);
    return { volunteerId, state: volunteer.state, bookingId: volunteer.bookingId };
  },
  'oversale.deny'(model, { flightId, cabin, bookingId, passenger, wayId, voucher }: Input<'oversale.deny'>, command) {
    const { now } = command;
    const flight = oversold(model, flightId, cabin, now);
    const way = wayId === null ? undefined : wayFor(model, flight, wayId, cabin, now);
    const booking = changeable(model, bookingId, now);
    const leg = legOn(booking, flightId, cabin);
    lastResort(model, flight, cabin, Math.max(1, leg?.seats.filter((seat) => seat === 'over').length ?? 1));
    if (!leg || seatOf(booking, leg, passenger) !== 'over') throw refused('DENIAL_SEATED');
    const fare = fareToStop(booking, leg, passenger);
    const lateMs = lateBy(flight, way);
    const owed = owedOn(flight, lateMs, fare);
    const rebooked = rebookedOn(model, flight, way, cabin, now);
    const moved = moveElsewhere(model, { booking, leg, passenger, way }, command);
    const due = owed.known ? owed : { amount: null, currency: null, percent: null };
    const { amount, currency, percent } = due;
    const { denials } = model.oversale;
    const denial: ModelDenial = {
      ...{ id: denials.length + 1, flightId, cabin, bookingId: moved.bookingId, passenger, wayId, lateMs, fare, percent, rebooked },
      ...{ owed: amount, currency, at: now, paid: null },
    };
    const takesVoucher = voucher && amount !== null && currency !== null && amount > 0;
    if (takesVoucher) issue(model, amount, currency);
    denials.push(denial);
    const told = { denialId: denial.id, flightId, cabin, booking: moved.bookingId, wayId, owed: amount, currency };
    model.events.push(['boarding.denied', null, told]);
    if (takesVoucher) tellPaid(model, denial, 'voucher', command);
    model.met.push(owed.known ? `${currency} ${percent ?? (owed.halved ? 'half' : 'whole')}${owed.capped ? ' capped' : ''}` : owed.why);
    return { denialId: denial.id, bookingId: moved.bookingId, owed };
  },
  'oversale.pay'(model, { denialId, kind }: Input<'oversale.pay'>, command) {
    const denial = known(model.oversale.denials[denialId - 1], 'DENIAL_UNKNOWN');
    const { owed: amount, currency, paid } = denial;
    if (amount === null || currency === null || amount === 0) throw refused('DENIAL_NOT_OWED');
    if (paid) throw refused('DENIAL_PAID', { kind: paid.kind, desk: paid.desk, at: paid.at });
    if (kind === 'voucher') issue(model, amount, currency);
    tellPaid(model, denial, kind, command);
    model.met.push(kind);
    return { denialId, kind, amount, currency };
  },
  'oversale.printed'(model, { kind, id }: Input<'oversale.printed'>, { now }) {
    const { volunteers, denials, letters } = model.oversale;
    known((kind === 'volunteer' ? volunteers : denials)[id - 1], 'LETTER_UNKNOWN');
    letters.set(`${kind} ${id}`, now);
    model.events.push(['oversale.letterPrinted', null, { kind, id }]);
    model.met.push(kind);
    return { kind, id, printedAt: now };
  },
};
