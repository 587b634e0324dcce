import { CHANGE_GROUPS, type ChangeGroup } from '../../../shared/methods/reaccommodation.ts';
import { changedAt } from './changed-at.ts';
import { type LegMeaning, legMeanings } from './leg-meaning.ts';
import type { Model, ModelBooking } from './model.ts';
import { worstOf } from './plan-way.ts';
import { stillMatters } from './still-matters.ts';
import { withoutThem } from './without-them.ts';

/** A booking as the desk for changes lists it. */
interface Listed {
  readonly bookingId: number;
  readonly group: ChangeGroup;
  readonly done: boolean;
  /** When the first flight leaves that was changed. */
  readonly departs: number;
}

const isBroken = (kind: LegMeaning['kind'] | undefined): boolean => kind !== undefined && kind !== 'none' && kind !== 'moved';

/** A sold booking whose flights to come were changed: what is worst, or what it was given for that. */
function sold(model: Model, booking: ModelBooking, now: number): Listed | undefined {
  const { bookingId, legs } = booking;
  const kinds = legMeanings(model, booking).map(({ kind }) => kind);
  const without = withoutThem(model, legs, 'anybody');
  const all = legs.map((leg, at) => ({
    leg,
    kind: kinds[at] ?? 'none',
    departs: model.flight(leg.flightId).departs,
    without: without.has(leg),
  }));
  const ahead = all.filter((one) => stillMatters(one, now));
  const changed = ahead.filter(({ kind }) => kind !== 'none');
  const given = ahead.filter(({ leg }) => leg.given);
  const worst = worstOf(changed.map(({ kind }) => kind));
  const group = isBroken(worst) || given.length === 0 ? worst : worstOf(given.map(({ leg }) => leg.given ?? 'none'));
  const first = changed[0] ?? given[0];
  if (!group || !first) return undefined;
  // What became of a flight that it has no more is no news of it.
  if (isBroken(worst) && !legs.some(({ flightId }) => changedAt(model, flightId, now) > 0)) return undefined;
  return { bookingId, group, done: !isBroken(worst), departs: first.departs };
}

/** A booking that its passengers cancelled because of what they had been told. */
function ended(model: Model, { bookingId, legs }: ModelBooking, now: number): Listed | undefined {
  const told = model.history.toldOf.get(bookingId);
  const without = withoutThem(model, legs, 'anybody');
  const all = legs.map((leg) => {
    const kind =
      told?.get(leg.flightId) ??
      leg.given ??
      (model.history.unseatedOnce.has(bookingId) && leg.seats.includes('over') ? 'seatGone' : 'none');
    return { kind, departs: model.flight(leg.flightId).departs, without: without.has(leg) };
  });
  const ahead = all.filter((one) => stillMatters(one, now));
  const group = worstOf(ahead.map(({ kind }) => kind));
  const first = ahead.find(({ kind }) => isBroken(kind));
  return group && first ? { bookingId, group, done: true, departs: first.departs } : undefined;
}

/** The bookings that the carrier did something to, by the worst of it, and those of one group in the order of the desk. */
export function changedLook(model: Model, chosen: ChangeGroup, now: number) {
  const all = [...model.bookings.values()].flatMap((booking): Listed[] => {
    const { bookingId, state } = booking;
    if (![...(model.everOn.get(bookingId) ?? [])].some((flightId) => changedAt(model, flightId, now) > 0)) return [];
    const listed = state === 'CONFIRMED' ? sold(model, booking, now) : state === 'CANCELLED' ? ended(model, booking, now) : undefined;
    return listed ? [listed] : [];
  });
  const groups = CHANGE_GROUPS.map((group) => {
    const own = all.filter((one) => one.group === group);
    return { group, todo: own.filter(({ done }) => !done).length, done: own.filter(({ done }) => done).length };
  });
  const own = all.filter(({ group }) => group === chosen);
  own.sort((a, b) => Number(a.done) - Number(b.done) || a.departs - b.departs || a.bookingId - b.bookingId);
  return { ok: true, value: { groups, bookings: own.map(({ bookingId, done, group }) => ({ bookingId, done, group })), more: 0 } };
}
