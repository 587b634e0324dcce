import { DAY_MS } from '../../../shared/instants.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import type { OverrideKind } from '../../../shared/rule-overrides.ts';
import { isBlocked, keptByBlock } from './blocks.ts';
import { own } from './bookings.ts';
import { refused } from './expected.ts';
import { follow, onWays } from './follow.ts';
import type { Leg, Model, ModelBooking, ModelCommand, ModelName } from './model.ts';
import { seatsLeft } from './open-left.ts';
import { planAdd } from './plan-add.ts';
import { planInfant, withoutLaps } from './plan-infant.ts';
import { priceOf } from './priced-leg.ts';
import { type GivenUp, givenUp, refundTerms } from './refund-policies.ts';
import { namesFit, sittingOn } from './sale-checks.ts';
import { otherLike, pricedAgain, withOthers } from './seat-fares.ts';
import { partsOf } from './shares-of.ts';
import { withoutThem } from './without-them.ts';

export type ChangeOf<Kind extends BookingChange['kind']> = Extract<BookingChange, { kind: Kind }>;

/** Who asks, and whether a supervisor waives the refund rule and all fees. */
export interface Asking extends ModelCommand {
  readonly waived: boolean;
}

/** Who a booking takes where. */
export interface Standing {
  readonly party: ModelBooking['party'];
  readonly legs: readonly Leg[];
  readonly names: readonly ModelName[];
}

/** What a change would make of a booking. `due`: to be paid, below 0 what goes back. */
export interface Plan {
  readonly after: Standing;
  readonly due: number;
  readonly hold?: ModelBooking;
  readonly overrides?: readonly OverrideKind[];
}

export const no = (problem: string) => refused('CHANGE_REFUSED', { problem });
/** Of a booking, both ways. */
const FLIGHTS_MOST = 6;
const CABINS = ['F', 'J', 'W', 'Y'];

/** A sold booking with the names on it. */
export function changeable(model: Model, bookingId: number, now: number): ModelBooking & Standing {
  const booking = model.booking(bookingId);
  if (booking.state !== 'CONFIRMED') throw refused('BOOKING_NOT_CONFIRMED');
  // A booking is flown once all its flights have left with its passengers; with one that leaves without them it never is.
  if (withoutThem(model, booking.legs, 'anybody').size === 0 && model.flown(booking.legs).every(({ departs }) => departs <= now))
    throw refused('BOOKING_FLOWN');
  return { ...booking, names: model.names.get(bookingId) ?? [] };
}

/** A leg that is as another one but for some facts, and is priced again as that one would be. */
export function legLike(model: Model, leg: Leg, facts: Partial<Leg>): Leg {
  const made = { ...leg, ...facts };
  const fareOf = model.soldAt.get(leg);
  if (fareOf) model.soldAt.set(made, fareOf);
  return made;
}

/** What goes back of prices that are not needed any more, below 0, less the fee of so many passengers. */
function backOf(model: Model, given: readonly GivenUp[], legs: readonly Leg[], passengers: number, asking: Asking): number {
  const { back, fee } = refundTerms(model, given, legs, asking);
  return fee('cancelFee', passengers, back) - back;
}

const hasAll = ({ flightId, seats }: Leg, others: readonly Leg[]): boolean => {
  const times = (of: readonly string[], seat: string): number => of.filter((one) => one === seat).length;
  const has = others.filter((leg) => leg.flightId === flightId).flatMap((leg) => leg.seats);
  return seats.every((seat) => times(seats, seat) <= times(has, seat));
};

/** Flights on which seats are taken are flown, those on which seats are taken or given up have not left, and they connect. */
export function flightsFit(model: Model, before: readonly Leg[], after: readonly Leg[], now: number, moved: readonly Leg[] = []): void {
  const taking = after.filter((leg) => !hasAll(leg, before));
  const without = withoutThem(model, before, 'anybody');
  const givenUp = before.filter((leg) => !hasAll(leg, after) && !without.has(leg));
  const touched = [...givenUp, ...taking, ...moved];
  if (model.flown(taking).some(({ cancelled }) => cancelled)) throw refused('FLIGHT_CANCELLED');
  if (model.flown(touched).some(({ departs }) => departs <= now)) throw refused('FLIGHT_DEPARTED');
  for (const [at, leg] of after.entries()) {
    const previous = after[at - 1];
    if (!previous || (!taking.includes(leg) && !taking.includes(previous))) continue;
    // What leaves a day later begins another journey.
    const one = leg.departsAt - previous.arrivesAt < DAY_MS || previous.back !== leg.back;
    if (one && !follow(onWays(model.flown([previous, leg]), [previous, leg]))) throw refused('CONNECTION_INVALID');
  }
}

function planSeats(model: Model, booking: ModelBooking & Standing, change: ChangeOf<'seats'>, { now }: Asking): Plan {
  const { bookingId, legs, party, names } = booking;
  const leg = legs.find(({ segment }) => segment === change.segment);
  if (!leg) throw no('it has no such flight');
  const sitting = sittingOn(party, leg.segment);
  const seats = [...leg.seats];
  for (const { passenger, seat } of change.seats) {
    const at = sitting.findIndex((held) => held.passenger === passenger);
    if (at < 0) throw no('no such passenger has a seat there');
    seats[at] = seat;
  }
  const changed = pricedAgain(model, leg, seats, sitting);
  const after = legs.map((one) => (one === leg ? changed : one));
  flightsFit(model, legs, after, now, seats.some((seat, at) => seat !== leg.seats[at]) ? [leg] : []);
  const asked = model.seats([{ ...leg, seats }]);
  if (asked.some(({ fact }) => !fact)) throw refused('SEAT_UNKNOWN');
  if (new Set(asked.map(({ seat }) => seat)).size < asked.length) throw refused('SEAT_TWICE');
  if (asked.some(({ fact }) => fact?.cabin !== leg.cabin)) throw refused('SEAT_OTHER_CABIN');
  if (asked.some(({ fact }) => !fact?.sellable)) throw refused('SEAT_BLOCKED');
  const mayNot = ({ type, assistance, carries }: (typeof sitting)[number]): boolean => type !== 'ADT' || assistance || carries;
  const exit = asked.some(({ fact, at }) => fact?.exit && ((sitting[at] && mayNot(sitting[at])) || !change.exitRowConfirmed));
  if (exit && keptByBlock(model, [{ ...leg, seats }], () => sitting)) throw refused('SEAT_BLOCKED');
  if (asked.some(({ fact, at }) => fact?.exit && sitting[at] && mayNot(sitting[at]))) throw refused('EXIT_ROW_REFUSED');
  if (asked.some(({ fact }) => fact?.exit) && !change.exitRowConfirmed) throw refused('EXIT_ROW_UNCONFIRMED');
  if (seats.some((seat) => isBlocked(model, leg.flightId, seat))) throw refused('SEAT_BLOCKED');
  const elsewhere = asked.flatMap(({ by }) => (by && by.bookingId !== bookingId ? [by] : []));
  if (elsewhere.some(({ state }) => state !== 'HOLD')) throw refused('SEAT_SOLD');
  for (const { desk, expiresAt } of elsewhere) throw refused('SEAT_HELD', { desk, until: expiresAt });
  const unseated = leg.seats.filter((seat, at) => seat === 'over' && seats[at] !== seat).length;
  if (unseated > Math.max(0, seatsLeft(model, leg))) throw no('no seat is left for who was sold without one');
  if (unseated > 0) model.met.push('seats for who had none');
  return { after: { party, legs: after, names }, due: priceOf(after) - priceOf(legs) };
}

export const who = ({ party }: ModelBooking): string =>
  party.map(({ type, infant, assistance }) => `${type} ${infant} ${assistance}`).join();

/** Whether flights that come lead back to where a journey began. */
function leadsBack(model: Model, kept: readonly Leg[], added: readonly Leg[]): boolean {
  const [first, last, begins, ends] = [kept[0], kept.at(-1), added[0], added.at(-1)];
  if (!first || !last || !begins || !ends || kept.some(({ back }) => back)) return false;
  const from = ({ flightId }: Leg): string => model.flight(flightId).origin;
  return last.destination === from(begins) && from(first) === ends.destination && last.arrivesAt <= begins.departsAt;
}

function planFlights(model: Model, booking: ModelBooking & Standing, change: ChangeOf<'flights'>, command: Asking): Plan {
  const { legs, party, names } = booking;
  const hold = own(model, change.hold, command);
  const old = legs.filter(({ segment }) => change.replaces.includes(segment));
  if (old.length < new Set(change.replaces).size) throw no('it has no such flight');
  if (hold.tenderFailedAt !== null) throw no('a card stands taken for the hold');
  if (party.some(({ seatFrom }) => seatFrom)) throw no('an infant gets its seat on the way');
  if (who(hold) !== who(booking) || hold.party.some(({ seatFrom }) => seatFrom)) throw no('the seats are held for other passengers');
  const kept = legs.filter((leg) => !old.includes(leg));
  if (hold.legs.some(({ flightId }) => kept.some((leg) => leg.flightId === flightId))) throw refused('CHANGE_REFUSED');
  const last = Math.max(...legs.map(({ segment }) => segment));
  if (kept.length + hold.legs.length > FLIGHTS_MOST) throw no(`it would have more than ${FLIGHTS_MOST} flights`);
  const isBack = old.length > 0 ? old.every(({ back }) => back) : leadsBack(model, kept, hold.legs);
  const way = isBack && hold.legs.every((leg) => !leg.back) ? { back: true as const } : {};
  const added = hold.legs.map((leg, at) => legLike(model, leg, { segment: last + 1 + at, ...way }));
  const difference = priceOf(added) - priceOf(old);
  const otherCabin = old.length > 0 && old.length === added.length && old.every(({ flightId }, at) => added[at]?.flightId === flightId);
  const lower = added.some((leg) =>
    old.some(({ flightId, cabin }) => flightId === leg.flightId && CABINS.indexOf(leg.cabin) > CABINS.indexOf(cabin)),
  );
  const mayLower = command.actor.role === 'supervisor' && change.reason;
  const downgrade = lower || (otherCabin && difference < 0);
  const overrides: OverrideKind[] = downgrade ? ['downgrade'] : [];
  if (downgrade && !mayLower) throw no('a lower cabin or price is a downgrade');
  if (otherCabin) model.met.push(lower ? 'downgrade' : difference > 0 ? 'upgrade' : 'same cabin');
  const after = { party, legs: [...kept, ...added].sort((a, b) => a.departsAt - b.departsAt), names };
  if (old.length === 0) return { after, hold, due: difference, overrides };
  // What is given up of each flight when only a part of their price is: in proportion.
  const less = Math.max(0, -difference);
  const whole = old.flatMap((leg) => givenUp(leg));
  const parts = partsOf(
    less,
    whole.map(({ price }) => ({ amount: price, refunded: 0 })),
  );
  const given = whole.map((part, at) => ({ ...part, price: parts[at] ?? 0 }));
  const { back, fee } = refundTerms(model, given, legs, command);
  const isKept = less - back + (otherCabin ? 0 : fee('changeFee', party.length));
  return { after, hold, due: difference + isKept, overrides };
}

function planDrop(model: Model, { legs, party, names }: ModelBooking & Standing, { segments }: ChangeOf<'drop'>, asking: Asking): Plan {
  const dropped = legs.filter(({ segment }) => segments.includes(segment));
  if (dropped.length < new Set(segments).size) throw no('it has no such flight');
  if (dropped.length === legs.length) throw no('no flight would be left on it');
  if (party.some(({ seatFrom }) => seatFrom)) throw no('an infant gets its seat on the way');
  const after = { party, legs: legs.filter((leg) => !dropped.includes(leg)), names };
  const given = dropped.flatMap((leg) => givenUp(leg));
  return { after, due: backOf(model, given, legs, party.length, asking) };
}

/** Those who are left when some go. Infants go with the lap that they sit on. */
export function without(model: Model, { party, legs, names }: Standing, going: readonly number[]): Standing {
  const goes = (place: number): boolean => going.includes(party[place]?.passenger ?? 0);
  const place = (before: number): number => party.slice(0, before).filter((_, at) => !goes(at)).length;
  return {
    party: party.flatMap((held, at) =>
      goes(at) ? [] : [held.seatFrom ? { ...held, seatFrom: { ...held.seatFrom, with: place(held.seatFrom.with) } } : held],
    ),
    legs: legs.map((leg) => {
      const stays = sittingOn(party, leg.segment).map((held) => !goes(held.place));
      const moved = (fares: Leg['others'] = []) =>
        fares.flatMap((other) => (stays[other.at] ? [otherLike(model, other, stays.slice(0, other.at).filter(Boolean).length)] : []));
      const left = withOthers({ ...leg, seats: leg.seats.filter((_, at) => stays[at]) }, moved(leg.others), moved(leg.laps));
      const fareOf = model.soldAt.get(leg);
      if (fareOf) model.soldAt.set(left, fareOf);
      return left;
    }),
    names: names.flatMap((name, at) => (goes(name.with ?? at) ? [] : [name.with === null ? name : { ...name, with: place(name.with) }])),
  };
}

/** Why some passengers cannot leave the others. */
export function partyMayPart({ party }: Standing, going: readonly number[]): void {
  if (going.some((number) => !party.some(({ passenger }) => passenger === number))) throw no('no such passenger has a seat');
  if (party.every(({ passenger }) => going.includes(passenger))) throw no('nobody would be left on it');
}

function planLeave(model: Model, booking: ModelBooking & Standing, { passengers, laps = [] }: ChangeOf<'leave'>, asking: Asking): Plan {
  const { party, legs } = booking;
  partyMayPart(booking, passengers);
  const goes = (number: number | undefined): boolean => passengers.includes(number ?? 0);
  if (party.some(({ seatFrom, passenger }) => seatFrom && goes(party[seatFrom.with]?.passenger) && !goes(passenger)))
    throw no('an infant would lose its lap on the way');
  if (laps.some((number) => !party.some(({ passenger, infant }) => passenger === number && infant))) throw no('no infant is on that lap');
  const freed = laps.filter((number) => !goes(number));
  if (freed.length > 0) model.met.push('leaves an infant at home');
  const after = without(model, withoutLaps(model, booking, freed), passengers);
  const given = legs.flatMap((leg, at) => givenUp(leg, after.legs[at]));
  return { after, due: backOf(model, given, legs, new Set(passengers).size + new Set(freed).size, asking) };
}

/** Who it is, however it is spelt. The letter after the first name makes two names two letters apart at most, which is a correction. */
const person = (given: string): string | undefined => given.replace('Elenna', 'Elena').split(' ')[0];

function planNames(booking: ModelBooking & Standing, { names: asked, reason }: ChangeOf<'names'>, { actor }: ModelCommand): Plan {
  const { party, legs } = booking;
  const names = [...booking.names];
  let another = false;
  for (const { place, surname, given } of asked) {
    const before = names[place];
    if (!before) throw no('it has no such passenger');
    another ||= person(before.given) !== person(given);
    names[place] = { ...before, surname, given };
  }
  if (another && actor.role !== 'supervisor') throw refused('ROLE_REQUIRED');
  if (another && !reason) throw no('another person gets the seat, and no reason is given');
  return { after: { party, legs, names }, due: 0, overrides: another ? ['otherName'] : [] };
}

/** What a change would make of a booking, or the refusal that comes first. It changes nothing. */
export function planned(
  model: Model,
  booking: ModelBooking & Standing,
  change: BookingChange,
  command: ModelCommand,
  waived: boolean,
): Plan {
  const plan = planOf(model, booking, change, { ...command, waived });
  const { after } = plan;
  flightsFit(model, booking.legs, after.legs, command.now);
  namesFit(model, after, after.names, booking.minorsBy);
  return plan;
}

function planOf(model: Model, booking: ModelBooking & Standing, change: BookingChange, command: Asking): Plan {
  switch (change.kind) {
    case 'seats':
      return planSeats(model, booking, change, command);
    case 'flights':
      return planFlights(model, booking, change, command);
    case 'drop':
      return planDrop(model, booking, change, command);
    case 'leave':
      return planLeave(model, booking, change, command);
    case 'names':
      return planNames(booking, change, command);
    case 'add':
      return planAdd(model, booking, change, command);
    case 'infant':
      return planInfant(model, booking, change, command);
  }
}
