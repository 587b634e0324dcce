import type { CommandInput } from '../../../main/commands/registry.ts';
import { WAY_KEPT_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { CLOSE_MS } from '../world.ts';
import { bestFor } from './best-for.ts';
import { makeChange } from './changes.ts';
import { type Expected, refused } from './expected.ts';
import { legMeanings } from './leg-meaning.ts';
import type { Commands, Leg, Model, ModelBooking, ModelCommand } from './model.ts';
import { changeable, flightsFit, type Standing, who } from './plan-change.ts';
import { planAsItIs, planWay, type WayAsked, worstOf } from './plan-way.ts';
import { priceOf } from './priced-leg.ts';
import { namesFit } from './sale-checks.ts';
import { offerFreed } from './waitlist.ts';
import { tooHeavy } from './weights.ts';

/** Seats that are kept for a sold booking: for which, and instead of which of its segments. */
export interface ModelWay {
  readonly of: number;
  readonly replaces: readonly number[];
}

type Found = CommandInput<'reaccommodation.hold'>['found'][number];
type FoundWay = Found['ways'][number];

/** A way that is kept now, and the booking as it would be with it. */
interface Held {
  readonly hold: ModelBooking;
  readonly after: Standing;
}

interface Asked {
  readonly booking: ModelBooking & Standing;
  readonly left: FoundWay[];
  readonly held: Held[];
}

const waysOf = (model: Model, bookingId: number): ModelBooking[] =>
  [...model.ways]
    .filter(([, way]) => way.of === bookingId)
    .map(([hold]) => model.booking(hold))
    .filter(({ state }) => state === 'HOLD');

/** What is kept for a booking goes back to sale. */
function giveUp(model: Model, holds: readonly ModelBooking[]): void {
  for (const hold of holds) model.write('hold.released', { ...hold, state: 'RELEASED' });
}

export const giveWaysUp = (model: Model, bookingId: number): void => giveUp(model, waysOf(model, bookingId));

/** A rule that says no says so by a refusal. */
function allowed<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return undefined;
  }
}

/** The seats of the whole party on each flight of a way, or nothing. */
function hold(model: Model, booking: ModelBooking & Standing, found: FoundWay, { now, actor }: ModelCommand): Held | undefined {
  const { party, minorsBy } = booking;
  const flights: WayAsked['flights'][number][] = [];
  for (const flightId of found.flights) {
    const flight = model.flights.get(flightId);
    if (!flight || flight.cancelled || flight.departs - CLOSE_MS <= now || tooHeavy(model, flightId, party)) return undefined;
    const seats = bestFor(model, { flightId, cabin: found.cabin }, party);
    if (!seats) return undefined;
    flights.push({ flightId, cabin: found.cabin, seats });
  }
  const { replaces, change } = found;
  if (change === 'none' || change === null) return undefined;
  const after = allowed(() => {
    const planned = planWay(model, booking, { replaces, flights, given: change });
    flightsFit(model, booking.legs, planned.legs, now);
    namesFit(model, planned, planned.names, minorsBy);
    return planned;
  });
  if (!after) return undefined;
  const legs = after.legs.filter(({ flightId }) => found.flights.includes(flightId)).map(asHeld);
  const expiresAt = Math.min(now + WAY_KEPT_MS, ...flights.map(({ flightId }) => model.flight(flightId).departs - CLOSE_MS));
  const bookingId = model.bookings.size + 1;
  const total = priceOf(legs);
  const fresh = { extended: false, payingSince: null, tenderFailedAt: null, tenders: [], refunded: 0, fees: 0, sale: null };
  const about = { bookingId, state: 'HOLD', desk: actor.desk, party, legs, total, minorsBy: undefined } as const;
  model.ways.set(bookingId, { of: booking.bookingId, replaces });
  const kept = model.write('way.kept', { ...about, createdAt: now, expiresAt, holdMs: expiresAt - now, ...fresh }, total);
  const told = model.events.at(-1);
  if (told) model.events[model.events.length - 1] = [told[0], told[1], { ...(told[2] as object), forBooking: booking.bookingId, replaces }];
  return { hold: kept, after };
}

/** Under which rules it was sold is said by the booking. */
function asHeld({ priced: _, refund: __, given: ___, others, ...leg }: Leg): Leg {
  return { ...leg, ...(others ? { others: others.map(({ at, fare }) => ({ at, fare })) } : {}) };
}

/** Who flies on comes first, then families, then as they were booked. */
function inOrder(asked: readonly Asked[]): readonly Asked[] {
  const rank = ({ booking: { bookingId, legs, party }, left }: Asked): readonly number[] => {
    const replaced = legs.filter(({ segment }) => left[0]?.replaces.includes(segment));
    const fliesOn = replaced.some(({ arrivesAt }) =>
      legs.some(({ departsAt }) => departsAt >= arrivesAt && departsAt - arrivesAt < DAY_MS),
    );
    return [fliesOn ? 0 : 1, party.every(({ type }) => type === 'ADT') ? 1 : 0, bookingId];
  };
  return asked.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

/** What the desk is told of a way. */
function wayTold(model: Model, { legs }: ModelBooking, { hold: { bookingId, expiresAt }, after }: Held) {
  const replaces = model.ways.get(bookingId)?.replaces ?? [];
  const back = legs.find(({ segment }) => replaces.includes(segment))?.back;
  const ofWay = (all: readonly Leg[]) => all.filter((leg) => leg.back === back);
  const told = ofWay(after.legs).map((leg) => {
    const { flightId, destination, departsAt, arrivesAt, cabin, seats } = leg;
    return { flightId, destination, departsAt, arrivesAt, cabin, seats, kept: legs.includes(leg) };
  });
  const laterMs = (ofWay(after.legs).at(-1)?.arrivesAt ?? 0) - (ofWay(legs).at(-1)?.arrivesAt ?? 0);
  return { hold: bookingId, expiresAt, replaces, legs: told, laterMs, back: priceOf(legs) - priceOf(after.legs) };
}

/** The hold of a way, if this desk may take it for the booking. */
function mayTake(model: Model, bookingId: number, holdId: number, { actor }: ModelCommand): ModelBooking {
  const held = model.bookings.get(holdId);
  if (!held || model.ways.get(holdId)?.of !== bookingId) throw refused('BOOKING_UNKNOWN');
  const { state, desk } = held;
  if (state === 'HOLD' && desk !== actor.desk) throw refused('HOLD_OF_OTHER_DESK', { desk });
  if (state === 'EXPIRED') throw refused('HOLD_EXPIRED');
  if (state !== 'HOLD') throw refused('HOLD_ENDED', { state });
  return held;
}

function planTaken(model: Model, booking: ModelBooking & Standing, held: ModelBooking, now: number) {
  const replaces = model.ways.get(held.bookingId)?.replaces ?? [];
  const replaced = legMeanings(model, booking).flatMap(({ kind }, at) => {
    const leg = booking.legs[at];
    return leg && replaces.includes(leg.segment) ? [{ kind, leg }] : [];
  });
  if (who(held) !== who(booking)) throw refused('CHANGE_REFUSED');
  // What they missed by their own fault is not given.
  const isOwed = replaced.some(({ kind, leg }) => (kind !== 'none' && kind !== 'moved') || leg.seats.includes('over'));
  if (!isOwed && replaced.some(({ leg }) => leg.missed === 'passenger') && replaced.length === replaces.length)
    throw refused('CHANGE_REFUSED');
  const given = worstOf(replaced.map(({ kind }) => kind)) ?? 'seatGone';
  const after = planWay(model, booking, { replaces, flights: held.legs, given });
  flightsFit(model, booking.legs, after.legs, now);
  namesFit(model, after, after.names, booking.minorsBy);
  return { after, given };
}

export const WAYS: Commands = {
  'reaccommodation.hold'(model, { found, most }: CommandInput<'reaccommodation.hold'>, command) {
    const { now, actor } = command;
    const proposals = new Map<number, object>();
    const asked: Asked[] = [];
    for (const { bookingId, ways } of found) {
      let booking: ModelBooking & Standing;
      try {
        booking = changeable(model, bookingId, now);
      } catch (refusal) {
        if (refusal instanceof Error) throw refusal;
        model.met.push(`settled ${(refusal as Extract<Expected, { ok: false }>).refusal.code}`);
        proposals.set(bookingId, { bookingId, version: 0, outcome: 'settled', ways: [], desk: null, until: null });
        continue;
      }
      const about = { bookingId, version: booking.version };
      const elsewhere = waysOf(model, bookingId).find(({ desk }) => desk !== actor.desk);
      if (elsewhere) {
        const { desk, expiresAt: until } = elsewhere;
        model.met.push('elsewhere');
        proposals.set(bookingId, { ...about, outcome: 'elsewhere', ways: [], desk, until });
        continue;
      }
      giveUp(model, waysOf(model, bookingId));
      // Whose infant gets a seat on the way is served by hand.
      if (booking.party.some(({ seatFrom }) => seatFrom))
        proposals.set(bookingId, { ...about, outcome: 'byHand', ways: [], desk: null, until: null });
      else asked.push({ booking, left: [...ways], held: [] });
    }
    const order = inOrder(asked);
    for (let turn = 0; turn < most; turn++)
      for (const { booking, left, held } of order)
        for (let next = left.shift(); next; next = left.shift()) {
          const kept = hold(model, booking, next, command);
          if (!kept) continue;
          held.push(kept);
          break;
        }
    for (const { booking, held } of asked) {
      const { bookingId, version } = booking;
      const outcome = held.length > 0 ? 'kept' : 'none';
      model.met.push(held.length > 1 ? `${held.length} ways` : outcome);
      const ways = held.map((one) => wayTold(model, booking, one));
      proposals.set(bookingId, { bookingId, version, outcome, ways, desk: null, until: held[0]?.hold.expiresAt ?? null });
    }
    return { proposals: found.map(({ bookingId }) => proposals.get(bookingId)) };
  },
  'reaccommodation.keep'(model, { bookingIds }: Input<'reaccommodation.keep'>, { actor }) {
    const kept: object[] = [];
    for (const bookingId of new Set(bookingIds))
      for (const way of waysOf(model, bookingId)) {
        const { desk, extended, legs, createdAt } = way;
        if (desk !== actor.desk || extended) continue;
        const until = way.expiresAt ?? 0;
        const expiresAt = Math.max(until, Math.min(until + WAY_KEPT_MS, ...legs.map(({ departsAt }) => departsAt)));
        model.write('hold.extended', { ...way, extended: true, expiresAt, holdMs: expiresAt - createdAt });
        kept.push({ bookingId, hold: way.bookingId, expiresAt });
      }
    model.met.push(kept.length > 0 ? 'kept longer' : 'nothing to keep');
    return { kept };
  },
  'reaccommodation.release'(model, { bookingIds }: Input<'reaccommodation.release'>, { now, actor }) {
    const released = [...new Set(bookingIds)].filter((bookingId) => {
      const own = waysOf(model, bookingId).filter(({ desk }) => desk === actor.desk);
      giveUp(model, own);
      offerFreed(model, now);
      return own.length > 0;
    });
    model.met.push(released.length > 0 ? 'given up' : 'nothing to give up');
    return { released };
  },
  'reaccommodation.take'(model, { bookingId, version, hold: holdId }: CommandInput<'reaccommodation.take'>, command) {
    const { now } = command;
    if (model.booking(bookingId).version !== version) {
      model.met.push('changed meanwhile');
      return { done: false, event: model.history.changedBy.get(bookingId) ?? model.history.newestOf.get(bookingId) };
    }
    const booking = changeable(model, bookingId, now);
    const held = holdId === null ? undefined : mayTake(model, bookingId, holdId, command);
    const { after, given } = held ? planTaken(model, booking, held, now) : planAsItIs(model, booking);
    const due = priceOf(after.legs) - priceOf(booking.legs);
    const changed = makeChange(model, booking, { after, ...(held ? { hold: held } : {}) }, { due, now, given });
    offerFreed(model, now);
    giveUp(model, waysOf(model, bookingId));
    model.met.push(holdId === null ? `as it is ${given}` : `given ${given}`, ...(due < 0 ? ['money back'] : []));
    return { done: true, version: changed.version };
  },
};
