import type { Output } from '../../../shared/contract.ts';
import type { SeatsMoved } from '../../../shared/events/seats-moved.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { Proposal, Way } from '../../../shared/methods/reaccommodation.ts';
import { sum } from '../../../shared/money.ts';
import { accept } from '../../../shared/refusals.ts';
import { sameWay } from '../../../shared/ways.ts';
import { goesOn, seatedFirst } from '../../rules/unseated-order.ts';
import { waysFor } from '../../store/tables/bookings-table.ts';
import type { FoundWay, FoundWays } from '../../views/found-way.ts';
import { changing } from '../changes/plan-change.ts';
import type { Changing } from '../changes/planned-change.ts';
import type { Command, CommandContext } from '../command.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { endWays } from './end-ways.ts';
import { type HeldWay, holdWay } from './hold-way.ts';

export interface HoldWaysInput {
  readonly found: readonly FoundWays[];
  /** So many for each booking at most. */
  readonly most: number;
}

interface Asked {
  readonly booking: Changing;
  readonly left: FoundWay[];
  readonly held: HeldWay[];
}

/**
 * Keeps seats on ways on for bookings whose flights the carrier changed, or whose passengers missed one by their own fault.
 * 1. What this desk kept for them before is given up first. What another desk keeps stays, and the booking gets nothing here.
 * 2. Where seats are short, who flies on is served first, then families, then as they were booked: each first gets one way, then each a second one.
 * 3. A party is kept together: all of it on each flight, or the next way is tried. Exit rows and seats that cost extra are not given.
 */
export const holdWays: Command<HoldWaysInput, Output<'reaccommodation.propose'>> = async (context, { found, most }) => {
  const proposals = new Map<number, Proposal>();
  const asked: Asked[] = [];
  const freed: SeatsMoved[] = [];
  for (const { bookingId, ways } of found) {
    const booking = await changing(context, bookingId);
    const about = { bookingId, locator: context.locators.of(bookingId), version: booking.ok ? booking.value.row.version : 0, ways: [] };
    const none = { ...about, desk: null, until: null };
    if (!booking.ok) {
      proposals.set(bookingId, { ...none, outcome: 'settled' });
      continue;
    }
    const elsewhere = (await waysFor(context.db, bookingId)).find(
      (way) => way.desk !== context.actor.desk && !isDue(instant(way.expires_at ?? 0), context.now),
    );
    if (elsewhere) {
      proposals.set(bookingId, { ...about, outcome: 'elsewhere', desk: elsewhere.desk, until: elsewhere.expires_at });
      continue;
    }
    freed.push(...(await endWays(context, bookingId)));
    // Whose infant gets its seat on the way is served by hand.
    if (booking.value.party.some(({ seatFrom }) => seatFrom)) proposals.set(bookingId, { ...none, outcome: 'byHand' });
    else asked.push({ booking: booking.value, left: [...ways], held: [] });
  }
  await holdInTurns(asked, most);
  for (const { booking, held } of asked) proposals.set(booking.row.id, proposalOf(context, booking, held));
  await offerFreed(context, freed);
  return accept({ proposals: found.flatMap(({ bookingId }) => proposals.get(bookingId) ?? []) });
};

async function holdInTurns(asked: readonly Asked[], most: number): Promise<void> {
  const inOrder = asked.toSorted((one, other) => seatedFirst(orderOf(one), orderOf(other)));
  for (let turn = 0; turn < most; turn++) {
    for (const { booking, left, held } of inOrder) {
      for (let next = left.shift(); next; next = left.shift()) {
        const way = await holdWay(booking, next);
        if (!way) continue;
        held.push(way);
        break;
      }
    }
  }
}

const orderOf = ({ booking: { row, legs, party }, left }: Asked) => ({
  bookingId: row.id,
  connects: legs.some((leg) => left[0]?.replaces.includes(leg.segment) && goesOn(legs, leg)),
  adults: party.every(({ type }) => type === 'ADT'),
});

function proposalOf({ locators }: CommandContext, { row, legs }: Changing, held: readonly HeldWay[]): Proposal {
  return {
    ...{ bookingId: row.id, locator: locators.of(row.id), version: row.version, desk: null },
    ...{ outcome: held.length > 0 ? 'kept' : 'none', until: held[0]?.row.expires_at ?? null },
    ways: held.map((way) => wayOf(legs, way)),
  };
}

function wayOf(before: Changing['legs'], { row, planned }: HeldWay): Way {
  const replaces = JSON.parse(row.way_replaces ?? '[]') as number[];
  const old = before.filter(({ segment }) => replaces.includes(segment));
  const { legs } = planned.after;
  const added = legs.filter((leg) => !before.includes(leg));
  const same = <Leg extends Changing['legs'][number]>(all: readonly Leg[]) => all.filter((leg) => old[0] && sameWay(leg, old[0]));
  const [sold, now] = [same(before).at(-1), same(legs).at(-1)];
  const back = sum(before.map(legTotal)) - sum(legs.map(legTotal));
  return {
    ...{ hold: row.id, expiresAt: row.expires_at ?? 0, replaces },
    legs: same(legs).map((leg) => ({
      ...{ flightId: leg.flightId, flight: leg.flight, origin: leg.origin, destination: leg.destination },
      ...{ originZone: leg.originZone, destinationZone: leg.destinationZone, departsAt: leg.departsAt, arrivesAt: leg.arrivesAt },
      ...{ cabin: leg.cabin, seats: leg.seats, kept: before.includes(leg) },
    })),
    laterMs: (now?.arrivesAt ?? 0) - (sold?.arrivesAt ?? 0),
    otherAirports: [...otherAirport(old[0]?.origin, added[0]?.origin), ...otherAirport(old.at(-1)?.destination, added.at(-1)?.destination)],
    ...(planned.given ? { back, cost: null } : { back: 0, cost: { total: planned.kept - back, kept: planned.kept } }),
  };
}

const otherAirport = (sold = '', now = ''): Way['otherAirports'] => (sold === now ? [] : [{ sold, now }]);
