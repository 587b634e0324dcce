import { UNDO_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { SEATS } from '../world.ts';
import { blocksOn, COUNTS_AS_NONE, endBlocks, shiftAuthorised } from './blocks.ts';
import { refused } from './expected.ts';
import type { Commands, Model } from './model.ts';
import { seatsLeft } from './open-left.ts';
import { offerFreed } from './waitlist.ts';

/** The seats that are named one by one, with commas between them: all are sold, and in one cabin. */
function named(model: Model, flightId: number, what: string): { readonly cabin: Cabin; readonly seats: readonly string[] } {
  const facts = SEATS[model.flight(flightId).map] ?? {};
  const asked = what.split(', ');
  const [cabin, ...others] = new Set(asked.map((seat) => facts[seat]?.cabin));
  if (!cabin || others.length > 0 || asked.some((seat) => !facts[seat]?.sellable)) throw refused('BLOCK_SEATS');
  return { cabin, seats: Object.keys(facts).filter((seat) => asked.includes(seat)) };
}

export const BLOCKING: Commands = {
  'seats.block'(model, { flightId, what, code, until }: Input<'seats.block'>, { now, actor }) {
    const flight = model.flight(flightId);
    if (flight.cancelled) throw refused('FLIGHT_CANCELLED');
    if (flight.departs <= now) throw refused('FLIGHT_DEPARTED');
    if (COUNTS_AS_NONE.has(code) && actor.role !== 'supervisor') throw refused('BLOCK_ROLE');
    const { cabin, seats: all } = named(model, flightId, what);
    if (until !== null && (until <= now || until > flight.departs)) throw refused('BLOCK_UNTIL');
    if (until !== null) model.met.push('until a time');
    const standing = blocksOn(model, flightId);
    const on = (seat: string) => standing.filter((block) => block.seat === seat);
    const seats = all.filter((seat) => !on(seat).some((block) => block.code === code));
    if (seats.length === 0) throw refused('BLOCK_THERE');
    const taken = seats.filter((seat) => model.claims.has(`${flightId} ${seat}`));
    if (taken.length > 0) throw refused('BLOCK_TAKEN', { seats: taken.map((seat) => ({ seat })) });
    const waiting = -seatsLeft(model, { flightId, cabin }, seats);
    if (waiting > 0) throw refused('BLOCK_LEFT', { short: waiting });
    if (seats.some((seat) => on(seat).length > 0)) model.met.push('a second block of a seat');
    shiftAuthorised(model, flightId, cabin, 0);
    for (const seat of seats) {
      const stock = model.counter(flightId, cabin).authorised;
      const fromStock = COUNTS_AS_NONE.has(code) && stock > 0 && !on(seat).some((block) => block.fromStock);
      if (fromStock) shiftAuthorised(model, flightId, cabin, -1);
      const id = model.blocks.length + 1;
      model.blocks.push({ id, flightId, seat, cabin, code, desk: actor.desk, at: now, until, fromStock, ended: null });
    }
    const counters = model.counter(flightId, cabin);
    model.events.push(['seats.blocked', null, { flightId, cabin, code, seats, until, ...counters }]);
    return { flightId, cabin, seats, ...counters };
  },
  'seats.unblock'(model, { flightId, what, code }: Input<'seats.unblock'>, { now, actor }) {
    if (model.flight(flightId).departs <= now) throw refused('FLIGHT_DEPARTED');
    const { cabin, seats } = named(model, flightId, what);
    const asked = blocksOn(model, flightId).filter((block) => seats.includes(block.seat) && (!code || block.code === code));
    if (asked.length === 0) throw refused('BLOCK_NONE');
    const other = asked.find(({ desk, at }) => desk !== actor.desk || now >= at + UNDO_MS);
    if (other && actor.role !== 'supervisor') throw refused('BLOCK_OVERRIDE', { seat: other.seat });
    if (
      asked.some(
        ({ fromStock, seat, code: own }) => fromStock && blocksOn(model, flightId).some((one) => one.seat === seat && one.code !== own),
      )
    )
      model.met.push('another block of the seat');
    endBlocks(model, asked, 'freed', other ? { overrides: ['blockFreed'] } : {});
    model.freed.push(...asked.map((block) => ({ flightId, cabin: block.cabin })));
    offerFreed(model, now);
    return { flightId, cabin, seats: [...new Set(asked.map(({ seat }) => seat))], ...model.counter(flightId, cabin) };
  },
};

/** Blocks of seats that other aircraft of a schedule do not have. `mapOf`: what a flight flies with then. */
export function endOnOtherMaps(model: Model, mapOf: (flightId: number) => string): void {
  const gone = model.blocks.filter(({ flightId, seat, cabin, ended }) => {
    const map = mapOf(flightId);
    const there = SEATS[map]?.[seat];
    return ended === null && map !== model.flight(flightId).map && !(there?.sellable && there.cabin === cabin);
  });
  endBlocks(
    model,
    [...gone].sort((a, b) => a.flightId - b.flightId || a.id - b.id),
    'aircraft',
  );
}
