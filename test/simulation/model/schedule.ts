import { isDeepStrictEqual } from 'node:util';
import type { CommandInput } from '../../../main/commands/registry.ts';
import { SCHEDULED_WIDTH } from '../../../main/store/tables/scheduled-flight.ts';
import { DRAFT_KEPT_MS, REPLY_KEPT_MS } from '../../../shared/bounds.ts';
import { capacity } from '../world.ts';
import { partOf } from './authorised.ts';
import { endOnOtherMaps } from './blocking.ts';
import { counted, owe } from './blocks.ts';
import { refused } from './expected.ts';
import type { Commands, Filed, Model } from './model.ts';
import { POLICIES, POLICY_NAMES } from './policies.ts';
import { shortenHolds } from './shortened-holds.ts';
import { oversoldCabins, unseatDisplaced } from './unseated.ts';
import { waitedFor } from './waitlist.ts';

type Apply = {
  importId: string;
  unseat?: boolean;
  generation: number;
  flights: number;
  scopes: { carrier: string; fromDay: number; toDay: number }[];
};

const keyOf = ({ carrier, number, origin, day }: Filed): string => `${carrier} ${String(number).padStart(4, '0')} ${origin} ${day}`;

/** A flight that an import moved or cancelled, as bookings are told of it. */
interface Told {
  readonly flightId: number;
  readonly flies: boolean;
  readonly destination: string;
  readonly departsAt: number;
  readonly arrivesAt: number;
  readonly leftAt: number;
}

/** Each sold booking hears once of all its flights that were moved or cancelled. */
function tellBookings(model: Model, told: readonly Told[]): void {
  for (const { bookingId, desk, state, legs } of model.bookings.values()) {
    const flights = state === 'CONFIRMED' ? told.filter(({ flightId }) => legs.some((leg) => leg.flightId === flightId)) : [];
    if (flights.length > 0) model.events.push(['booking.flightsChanged', bookingId, { bookingId, desk, amount: 0, legs: [], flights }]);
  }
}

export const SCHEDULE: Commands = {
  'policies.publish'(model, input: CommandInput<'policies.publish'>, { now }) {
    const { scope, rules, validFrom, validTo, basedOn } = input;
    const from = validFrom ?? now;
    if (scope.kind === 'flight') {
      const flight = model.flight(scope.flightId);
      if (flight.cancelled) throw refused('FLIGHT_CANCELLED');
      if (flight.departs <= now) throw refused('FLIGHT_DEPARTED');
    }
    if (from < now || (validTo !== null && validTo <= from)) throw refused('POLICY_DATES');
    const newest = model.policies.newestOf(scope);
    if (newest !== basedOn) throw refused('POLICY_CHANGED', { version: newest });
    if (!rules && scope.kind === 'network') throw refused('POLICY_WRONG');
    const name = rules && (POLICY_NAMES.find((one) => isDeepStrictEqual(POLICIES[one].rules, rules)) ?? null);
    const version = model.policies.add({ scope, name, from, to: validTo });
    model.events.push(['policy.published', null, { version, scope: scope.kind, validFrom: from, validTo }]);
    return { version, validFrom: from };
  },
  'schedule.stage'(model, { importId, values }: { importId: string; values: unknown[] }) {
    const flights: Filed[] = [];
    for (let at = 0; at < values.length; at += SCHEDULED_WIDTH) {
      const [carrier, number, , origin, destination, day, departs, arrives, equipment, map, fare] = values.slice(
        at,
        at + SCHEDULED_WIDTH,
      ) as never[];
      flights.push({ carrier, number, origin, destination, day, departs, arrives, equipment, map, fare } as unknown as Filed);
    }
    model.staged.set(importId, flights);
    return { staged: flights.length, marketed: 0 };
  },
  /** Adds what is new, changes what flies otherwise, cancels what the file no longer brings. */
  'schedule.applyStaged'(model, { importId, generation, flights, scopes, unseat }: Apply, { now }) {
    const staged = model.staged.get(importId) ?? [];
    if (staged.length !== flights) throw refused('IMPORT_UNKNOWN');
    if (generation !== model.generation) throw refused('IMPORT_STALE');
    const filed = new Map(staged.map((flight) => [keyOf(flight), flight]));
    endOnOtherMaps(model, (flightId) => {
      const flight = model.flight(flightId);
      return filed.get(keyOf(flight))?.map ?? flight.map;
    });
    const counts = { changed: 0, unchanged: 0, dropped: 0 };
    const moved: Told[] = [];
    const earlier: { flightId: number; leftAt: number }[] = [];
    const otherMap: number[] = [];
    const cancels: Told[] = [];
    for (const flight of model.flights.values()) {
      const next = filed.get(keyOf(flight));
      filed.delete(keyOf(flight));
      const { id, map, carrier, day, cancelled, departs } = flight;
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
        if (map !== next.map) otherMap.push(id);
        const { destination, departs: departsAt, arrives: arrivesAt } = next;
        const isMoved = cancelled || destination !== flight.destination || departsAt !== departs || arrivesAt !== flight.arrives;
        if (isMoved && departs > now) moved.push({ flightId: id, flies: true, destination, departsAt, arrivesAt, leftAt: departs });
        if (departsAt < departs) earlier.push({ flightId: id, leftAt: departs });
        model.flights.set(id, { ...flight, ...next, cancelled: false });
      } else if (!cancelled && departs > now && scopes.some((of) => of.carrier === carrier && of.fromDay <= day && day <= of.toDay)) {
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
    if (filed.size + counts.changed + counts.dropped > 0) {
      model.generation++;
      const { changed, dropped } = counts;
      model.events.push(['schedule.applied', null, { added: filed.size, changed, dropped }]);
      tellBookings(model, [...moved, ...cancels]);
      shortenHolds(
        model,
        earlier.sort((a, b) => a.flightId - b.flightId),
        now,
      );
      for (const id of unseat ? otherMap : []) unseatDisplaced(model, id, now);
      model.freed.push(...oversoldCabins(model), ...waitedFor(model));
    }
    return { counts: { ...counts, added: filed.size } };
  },
  'schedule.discard': ({ staged }) => staged.clear(),
  'replies.prune'({ replies, drafts, unheard, bookings, newestEntryAt: at }) {
    for (const kept of [drafts, unheard])
      for (const [id, one] of kept) {
        const { state = 'RELEASED', payBy, createdAt = 0, holdMs = 0 } = bookings.get(id) ?? {};
        const ended = payBy && (state === 'EXPIRED' || state === 'PAYMENT_FAILED') ? createdAt + holdMs : 0;
        if (one.at < at - DRAFT_KEPT_MS && state !== 'HOLD' && ended < at - DRAFT_KEPT_MS) kept.delete(id);
      }
    for (const [id, reply] of replies) if (reply.at < at - REPLY_KEPT_MS) replies.delete(id);
  },
};
