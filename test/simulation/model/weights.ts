import { refused } from './expected.ts';
import type { Model, ModelBooking } from './model.ts';

type Party = readonly { readonly type: string }[];

/** Kilograms of a passenger with a seat, bags counted: it is November wherever flights leave, and an infant on a lap adds nothing. */
export const ADULT = 88 + 14;
const CHILD = 39 + 14;

export const weighs = (party: Party): number => party.reduce((sum, { type }) => sum + (type === 'ADT' ? ADULT : CHILD), 0);

/** What those weigh who are held or sold on a flight, but for some bookings. */
export function aboard(model: Model, flightId: number, without: readonly number[]): number {
  const on = new Set<number>();
  for (const [key, bookingId] of model.claims) if (key.startsWith(`${flightId} `)) on.add(bookingId);
  return [...on].filter((id) => !without.includes(id)).reduce((sum, id) => sum + weighs(model.booking(id).party), 0);
}

/** How a flight says no to a party that is too heavy for it; undefined when it is not. `before`: those of it who are aboard. */
export function tooHeavy(model: Model, flightId: number, party: Party, without: readonly number[] = [], before: Party = []) {
  const limit = model.limits.get(flightId) ?? null;
  if (limit === null) return undefined;
  const taken = aboard(model, flightId, without);
  const more = weighs(party);
  if (taken + more <= limit || more <= weighs(before)) return undefined;
  model.met.push('too heavy');
  return refused('TOO_HEAVY', { flightId, limit, taken, more, over: taken + more - limit });
}

/** A booking that is to stand so. Throws when one of its flights cannot carry it. */
export function carry(
  model: Model,
  booking: Pick<ModelBooking, 'bookingId' | 'party' | 'legs'>,
  after: Pick<ModelBooking, 'party' | 'legs'>,
  hold?: number,
): void {
  for (const { flightId } of after.legs) {
    const before = booking.legs.some((leg) => leg.flightId === flightId) ? booking.party : [];
    const no = tooHeavy(model, flightId, after.party, hold === undefined ? [booking.bookingId] : [booking.bookingId, hold], before);
    if (no) throw no;
  }
}
