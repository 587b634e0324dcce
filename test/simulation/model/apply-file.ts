import { capacity } from '../world.ts';
import { partOf } from './authorised.ts';
import { endOnOtherMaps } from './blocking.ts';
import { counted, owe } from './blocks.ts';
import { legMeanings } from './leg-meaning.ts';
import type { Filed, Model, ModelFlight } from './model.ts';

/** What applying a file takes. */
export interface StagedFile {
  readonly importId: string;
  readonly generation: number;
  readonly flights: number;
  readonly scopes: readonly Scope[];
}

/** The days for which a file speaks: of a carrier, or of one of its flight numbers. */
interface Scope {
  readonly carrier: string;
  readonly flight?: { readonly number: number };
  readonly fromDay: number;
  readonly toDay: number;
}

/** Whether a file cancels a flight that it does not have. What has left is never cancelled. */
export const cancelledBy = ({ carrier, number, day, departs, cancelled }: ModelFlight, scopes: readonly Scope[], at: number): boolean =>
  !cancelled &&
  departs > at &&
  scopes.some((of) => of.carrier === carrier && (!of.flight || of.flight.number === number) && of.fromDay <= day && day <= of.toDay);

export const keyOf = ({ carrier, number, origin, day }: Filed): string => `${carrier} ${String(number).padStart(4, '0')} ${origin} ${day}`;

/** A flight that an import moved or cancelled, as bookings are told of it. */
interface Told {
  readonly flightId: number;
  readonly flies: boolean;
  readonly destination: string;
  readonly departsAt: number;
  readonly arrivesAt: number;
  readonly leftAt: number;
}

/** A booking that is sold hears of all its flights that were moved or cancelled, and what each of its legs means by now. `byHand`: the number of the change by a supervisor. Returns whether there was something to hear. */
export function tellBooking(model: Model, bookingId: number, told: readonly Told[], byHand?: number): boolean {
  const booking = model.booking(bookingId);
  const { desk, state, legs } = booking;
  const flights = state === 'CONFIRMED' ? told.filter(({ flightId }) => legs.some((leg) => leg.flightId === flightId)) : [];
  if (flights.length === 0) return false;
  const means = legMeanings(model, booking).flatMap(({ kind, movedMinutes }, at) =>
    kind === 'none' ? [] : [{ flightId: legs[at]?.flightId, kind, movedMinutes }],
  );
  model.history.toldOf.set(bookingId, new Map(means.map(({ flightId = 0, kind }) => [flightId, kind])));
  for (const { kind } of means) model.met.push(`told ${kind}`);
  model.events.push(['booking.flightsChanged', bookingId, { bookingId, desk, amount: 0, legs: [], flights, means, byHand }]);
  model.hand.told(bookingId, byHand);
  if (byHand !== undefined) model.met.push('told by hand');
  return true;
}

/** Each booking hears once. */
export function tellBookings(model: Model, told: readonly Told[], now: number, byHand?: number): void {
  const ever = new Set([...model.everOn.values()].flatMap((flights) => [...flights]));
  for (const { flightId } of told) if (ever.has(flightId)) model.queues.changed.set(flightId, now);
  for (const bookingId of model.bookings.keys()) tellBooking(model, bookingId, told, byHand);
}

/** What a file has done to the schedule. */
export interface FileApplied {
  readonly counts: Readonly<Record<'added' | 'changed' | 'unchanged' | 'dropped', number>>;
  readonly changes: boolean;
  /** The number of the change by a supervisor; a file has none. */
  readonly byHand: number | undefined;
  readonly moved: readonly Told[];
  /** Flights that leave earlier, and when they left before, in the order of their numbers. */
  readonly earlier: readonly { readonly flightId: number; readonly leftAt: number }[];
  /** Flights with another seat map, and the one that they had. */
  readonly otherMap: readonly { readonly flightId: number; readonly before: string }[];
}

/** Adds what is new, changes what flies otherwise, cancels what the file no longer brings. What has left `at` that time is neither cancelled nor told of. `byHand`: gives the number of the change by a supervisor. */
export function applyFile(model: Model, { importId, scopes }: StagedFile, at: number, byHand?: () => number): FileApplied {
  const staged = model.staged.get(importId) ?? [];
  const filed = new Map(staged.map((flight) => [keyOf(flight), flight]));
  endOnOtherMaps(model, (flightId) => {
    const flight = model.flight(flightId);
    return filed.get(keyOf(flight))?.map ?? flight.map;
  });
  const counts = { changed: 0, unchanged: 0, dropped: 0 };
  const moved: Told[] = [];
  const earlier: { flightId: number; leftAt: number }[] = [];
  const otherMap: { flightId: number; before: string }[] = [];
  const cancels: Told[] = [];
  for (const flight of model.flights.values()) {
    const next = filed.get(keyOf(flight));
    filed.delete(keyOf(flight));
    const { id, map, cancelled, departs } = flight;
    if (next) {
      const same = !cancelled && Object.entries(next).every(([field, value]) => flight[field as keyof Filed] === value);
      counts[same ? 'unchanged' : 'changed']++;
      // Another aircraft: as many more or fewer may be sold as it has seats more or fewer, or as that part of its seats is that was decided; none where the cabin is gone.
      for (const cabin of ['J', 'Y'] as const) {
        const counter = model.counters.get(`${id} ${cabin}`);
        const seats = capacity(next.map, cabin);
        if (!counter || map === next.map) continue;
        const percent = model.percents.get(`${id} ${cabin}`);
        if (percent !== undefined) model.met.push('percent of another aircraft');
        const part = partOf(seats, percent);
        const { owed } = counted(model, id, cabin);
        const more = part - partOf(capacity(map, cabin), percent);
        const left = part && Math.max(0, counter.authorised + owed + more);
        counter.authorised = Math.max(0, left - owed);
        if (left < owed) owe(model, id, cabin, left);
      }
      if (map !== next.map) otherMap.push({ flightId: id, before: map });
      const { destination, departs: departsAt, arrives: arrivesAt } = next;
      const isMoved = cancelled || destination !== flight.destination || departsAt !== departs || arrivesAt !== flight.arrives;
      if (isMoved && departs > at) moved.push({ flightId: id, flies: true, destination, departsAt, arrivesAt, leftAt: departs });
      if (departsAt < departs) earlier.push({ flightId: id, leftAt: departs });
      model.flights.set(id, { ...flight, ...next, cancelled: false });
    } else if (cancelledBy(flight, scopes, at)) {
      counts.dropped++;
      const { destination, arrives: arrivesAt } = flight;
      cancels.push({ flightId: id, flies: false, destination, departsAt: departs, arrivesAt, leftAt: departs });
      model.flights.set(id, { ...flight, cancelled: true });
    }
  }
  for (const [, next] of [...filed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = model.flights.size + 1;
    model.flights.set(id, { ...next, id, cancelled: false });
  }
  model.staged.delete(importId);
  const changes = filed.size + counts.changed + counts.dropped > 0;
  const number = changes ? byHand?.() : undefined;
  if (changes) {
    model.generation++;
    const { changed, dropped } = counts;
    model.events.push(['schedule.applied', null, { added: filed.size, changed, dropped, byHand: number }]);
  }
  return {
    counts: { ...counts, added: filed.size },
    changes,
    byHand: number,
    moved: [...moved, ...cancels],
    earlier: earlier.sort((a, b) => a.flightId - b.flightId),
    otherMap,
  };
}
