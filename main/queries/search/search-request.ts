import { PARTY_MAX, SALE_AHEAD_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, dayNumber } from '../../../shared/instants.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { lastDayOfSale } from '../../reference/last-day-of-sale.ts';
import type { Airport } from '../../reference/reference.ts';
import type { QueryContext } from '../query.ts';
import { localDateAt } from './local-day.ts';

export interface SearchRequest {
  readonly from: readonly Airport[];
  readonly to: readonly Airport[];
  readonly party: number;
}

type Asked = Pick<Input<'flights.search'>, 'from' | 'to' | 'date' | 'adults' | 'children' | 'leavesFrom' | 'leavesTo'>;

/** Finds the airports of both places, or refuses, in the order of the contract's refusals. */
export function searchRequest({ reference, now }: QueryContext, input: Asked): Reply<SearchRequest> {
  const party = input.adults + input.children;
  if (party === 0) return refuse('INPUT_INVALID', { field: 'adults', problem: 'at least one passenger is needed' });
  if (input.leavesFrom > input.leavesTo) return refuse('INPUT_INVALID', { field: 'leavesTo', problem: 'is earlier than leavesFrom' });
  if (party > PARTY_MAX) return refuse('GROUP', { count: party });

  const from = reference.airportsOf(input.from);
  const to = reference.airportsOf(input.to);
  const unknown = from.length === 0 ? input.from : input.to;
  if (from.length === 0 || to.length === 0) return refuse('PLACE_UNKNOWN', { code: unknown });
  // A city and one of its own airports are the same place too: nobody flies from London to Heathrow.
  if (within(from, to) || within(to, from)) return refuse('SAME_PLACE', { from: input.from, to: input.to });

  // A city may lie in two zones. A date is past only when it is past at all its airports.
  const zones = [...new Set(from.map(({ code, zone }) => reference.airportOn(code, dayNumber(input.date))?.zone ?? zone))];
  if (zones.every((zone) => input.date < localDateAt(now, zone))) return refuse('DATE_PAST', { date: input.date, place: input.from });
  if (zones.every((zone) => dayNumber(input.date) > lastDayOfSale(zone, now)))
    return refuse('DATE_TOO_FAR', { date: input.date, days: SALE_AHEAD_MS / DAY_MS });
  return accept({ from, to, party });
}

const within = (inner: readonly Airport[], outer: readonly Airport[]): boolean =>
  inner.every((airport) => outer.some((other) => other.code === airport.code));
