import type { Input } from '../../../shared/contract.ts';
import { capacity } from '../world.ts';
import { counted, owe } from './blocks.ts';
import { refused } from './expected.ts';
import type { Commands } from './model.ts';

/** So many percent of some seats, in whole seats; all of them where no part was decided. */
export const partOf = (seats: number, percent = 100): number => (seats * percent - ((seats * percent) % 100)) / 100;

/** The most of the seats of a cabin that may be sold. */
const PERCENT_MOST = 150;

export const AUTHORISED_SEATS: Commands = {
  'pricing.authorise'(model, { flightId, cabin, authorised, seen, percent }: Input<'pricing.authorise'>, { now }) {
    const flight = model.flight(flightId);
    if (flight.cancelled) throw refused('FLIGHT_CANCELLED');
    if (flight.departs <= now) throw refused('FLIGHT_DEPARTED');
    const seats = capacity(flight.map, cabin);
    if (seats === 0) throw refused('CABIN_UNKNOWN');
    const key = `${flightId} ${cabin}`;
    const counter = model.counter(flightId, cabin);
    const before = counter.authorised;
    const taken = counter.held + counter.sold;
    if (before !== seen) throw refused('AUTHORISED_CHANGED', { authorised: before });
    const { seats: none, owed: owedBefore } = counted(model, flightId, cabin);
    const part = Math.max(0, partOf(seats, percent) - none);
    if (percent !== undefined && authorised !== part) throw refused('AUTHORISED_PERCENT', { percent, seats: part });
    if (authorised < taken || authorised > Math.max(taken, partOf(seats, PERCENT_MOST))) throw refused('AUTHORISED_RANGE', { taken });
    const after = { ...counter, authorised };
    // Nobody sells a seat of a cabin that sells none. A part is never more than that part, whatever is given back.
    const all = percent === undefined ? none : partOf(seats, percent);
    const owed = authorised === 0 && percent === undefined ? 0 : Math.min(none, all);
    if (authorised !== before || owed !== owedBefore || model.percents.get(key) !== percent) {
      owe(model, flightId, cabin, owed);
      model.counters.set(key, after);
      if (percent === undefined) model.percents.delete(key);
      else model.percents.set(key, percent);
      if (percent !== undefined) model.met.push('by percent');
      if (authorised > before) model.freed.push({ flightId, cabin });
      model.events.push(['cabin.authorised', null, { flightId, cabin, before, percent, ...after }]);
    }
    return { flightId, cabin, ...after };
  },
};
