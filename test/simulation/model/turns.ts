import { DAY_MS } from '../../../shared/instants.ts';
import { endBlocks, isOver } from './blocks.ts';
import type { Commands, Model } from './model.ts';
import { type FlightAndCabin, offerFreed, waitedFor } from './waitlist.ts';

/** Lists that are looked at by one command. Those of a flight stay together. */
const LISTS_AT_ONCE = 20;

const daysLeft = (departs: number, now: number): number => Math.max(0, Math.floor((departs - now) / DAY_MS));

/** Blocks whose time has come end, the earliest first, and their seats are offered. */
export function endOverBlocks(model: Model, now: number): void {
  const over = model.blocks.filter((block) => block.ended === null && isOver(block, now));
  endBlocks(
    model,
    over.sort((a, b) => (a.until ?? 0) - (b.until ?? 0) || a.id - b.id),
    'time',
  );
  model.freed.push(...over);
  offerFreed(model, now);
}

/** Whether a party of a list waits for a fare or a class, and its flight has a day less to go than it had. */
function isCheaper(model: Model, { flightId, cabin }: FlightAndCabin, since: number, now: number): boolean {
  const { departs } = model.flight(flightId);
  const priced = model.waits.some(
    (entry) =>
      entry.state === 'WAITING' &&
      entry.cabin === cabin &&
      entry.flights.includes(flightId) &&
      (entry.fareLimit !== null || entry.bookingClass !== null),
  );
  return priced && daysLeft(departs, now) < daysLeft(departs, since);
}

/** What the hub does by itself when only time has passed. */
export const TURNS: Commands = {
  'seats.endDue'(model, _input: object, { now }) {
    endOverBlocks(model, now);
    const ends = model.blocks.flatMap(({ ended, until }) => (ended === null && until !== null ? [until] : []));
    return { next: ends.length === 0 ? null : Math.min(...ends) };
  },
  'policies.turn'(model, { turn }: { turn: number }, { now }) {
    if (turn <= now) model.events.push(['policy.turned', null, { turn }]);
    return { next: model.policies.nextTurn(now) };
  },
  'waitlist.lookAgain'(model, { since, after }: { since: number | null; after: number }, { now }) {
    const lists = waitedFor(model).filter(({ flightId, cabin }, at, all) => {
      const { departs, cancelled } = model.flight(flightId);
      const first = all.findIndex((one) => one.flightId === flightId && one.cabin === cabin) === at;
      return first && !cancelled && departs > now && flightId > after;
    });
    const due = lists.filter((list) => since === null || isCheaper(model, list, since, now));
    const last = due[LISTS_AT_ONCE - 1]?.flightId ?? Number.POSITIVE_INFINITY;
    const some = due.filter(({ flightId }) => flightId <= last);
    model.freed.push(...some);
    const offered = offerFreed(model, now);
    if (offered.length > 0) model.met.push(since === null ? 'offers of all lists' : 'offers a day later');
    return { offered, after: some.length < due.length ? last : null };
  },
};
