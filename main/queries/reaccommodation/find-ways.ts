import { assert } from '../../../shared/assert.ts';
import type { Input } from '../../../shared/contract.ts';
import { dateOfDay, dayNumber, MINUTE_MS } from '../../../shared/instants.ts';
import type { MissedBy } from '../../../shared/methods/booking-view.ts';
import type { FlightSummary, Itinerary } from '../../../shared/methods/flights.ts';
import { accept } from '../../../shared/refusals.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import type { Airport, Reference } from '../../reference/reference.ts';
import { connectionProblem } from '../../rules/connections.ts';
import { bookingById, partyOf } from '../../store/tables/bookings-table.ts';
import { type FlightRow, flightById } from '../../store/tables/flights-table.ts';
import { readSetting } from '../../store/tables/settings-table.ts';
import { type ChangedLeg, changedLegs, wayAnswers } from '../../views/changed-legs.ts';
import type { FoundWay, FoundWays } from '../../views/found-way.ts';
import { searchWay } from '../flight-search.ts';
import type { Query, QueryContext } from '../query.ts';
import { localDateAt } from '../search/local-day.ts';
import { type BrokenWay, brokenPart, type Part } from './broken-part.ts';

/** Days after that of the flight on which other flights are looked for. */
const DAYS_AFTER = 3;
/** Ways of one booking: enough that a full flight can be filled with others who lost theirs, and each still finds another. */
const WAYS_FOUND_MAX = 40;
/** So many of later days, where the day itself has few. */
const LATER_MAX = 6;

export type FindWaysInput = Pick<Input<'reaccommodation.propose'>, 'bookingIds' | 'by'>;

/** What decides between two ways, the first figure that differs. */
type Rank = readonly number[];

interface Ranked extends FoundWay {
  readonly rank: Rank;
}

/** Answers of the search: all passengers of a flight that was cancelled ask the same. */
type Searches = Map<string, Promise<readonly Itinerary[]>>;

/**
 * Other ways for bookings whose flights the carrier changed, or for those whose passengers missed one by their own fault, by rules that the screen states:
 * 1. The same day and the same cabin. What leaves within the limit of a move before the flight belongs to its day, also on the evening before. Later days
 *    only fill up what the day lacks, up to DAYS_AFTER; a higher cabin, and never a lower one, only where none of these days has room in the same.
 * 2. The whole party on each flight.
 * 3. As many flights as can be are kept: those after the broken ones where they can still be reached.
 * 4. The fewest stops, then the earliest arrival. Of two that are alike in all of this, the one at the airports that were sold, then the earlier one.
 * A way begins and ends at the airports that were sold or at others of their cities. It leaves at the earliest by the limit of a move before what was
 * sold, and its sales are open. Whether seats are free for the party side by side is found out when they are kept.
 */
export const findWays: Query<FindWaysInput, { readonly found: readonly FoundWays[] }> = async (context, { bookingIds, by = 'carrier' }) => {
  const searches: Searches = new Map();
  const found: FoundWays[] = [];
  for (const bookingId of new Set(bookingIds)) found.push({ bookingId, ways: await waysOf(context, bookingId, by, searches) });
  return accept({ found });
};

async function waysOf(context: QueryContext, bookingId: number, by: MissedBy, searches: Searches): Promise<readonly FoundWay[]> {
  const row = await bookingById(context.db, bookingId);
  if (row?.state !== 'CONFIRMED') return [];
  const limitMinutes = await readSetting(context.db, 'movedMinutes');
  const legs = await changedLegs(context, row, limitMinutes);
  const broken = brokenPart(legs, context.now, by);
  if (!broken) return [];
  const party = partyOf(row).length;
  const own = broken.parts.flatMap(({ from, to }) => broken.way.slice(from, to + 1).map(({ leg }) => CABINS.indexOf(leg.cabin)));
  const highest = Math.min(...own);
  for (let cabin = highest; cabin >= 0; cabin--) {
    const ranked = await inCabin(context, { broken, legs, party, limitMinutes, cabin: CABINS[cabin] as Cabin }, searches);
    if (ranked.length > 0) return ranked.map(({ rank: _, ...way }) => way);
  }
  return [];
}

interface Wanted {
  readonly broken: BrokenWay;
  readonly legs: readonly ChangedLeg[];
  readonly party: number;
  readonly limitMinutes: number;
  readonly cabin: Cabin;
}

async function inCabin(context: QueryContext, wanted: Wanted, searches: Searches): Promise<readonly Ranked[]> {
  const found = new Map<string, Ranked>();
  for (let days = 0; days <= DAYS_AFTER; days++) {
    const before = found.size;
    for (const part of wanted.broken.parts) {
      for (const way of await onDay(context, wanted, part, days, searches)) {
        const key = `${way.replaces} ${way.flights}`;
        if (!found.has(key)) found.set(key, way);
      }
    }
    if (days > 0 && found.size >= Math.max(before, LATER_MAX)) break;
  }
  return [...found.values()].toSorted((one, other) => byRank(one.rank, other.rank)).slice(0, WAYS_FOUND_MAX);
}

function byRank(one: Rank, other: Rank): number {
  const at = one.findIndex((figure, place) => figure !== other[place]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** The ways of one day instead of a part of the flights. */
async function onDay(context: QueryContext, wanted: Wanted, part: Part, days: number, searches: Searches): Promise<readonly Ranked[]> {
  const { reference, now } = context;
  const { way } = wanted.broken;
  const old = way.slice(part.from, part.to + 1);
  const [first, last] = [old[0], old.at(-1)];
  assert(first && last, 'a part has flights');
  const [from, to] = [airportsOfCity(reference, first.leg.origin), airportsOfCity(reference, last.leg.destination)];
  const today = localDateAt(now, first.leg.originZone);
  const day = dayNumber(first.leg.date > today ? first.leg.date : today) + days;
  const [before, after] = [way[part.from - 1], way[part.to + 1]];
  const earliest = Math.max(now, first.leg.departsAt - wanted.limitMinutes * MINUTE_MS);
  const eve = dayNumber(localDateAt(earliest, first.leg.originZone));
  const others = new Set(wanted.legs.map(({ leg }) => leg.flightId));
  const itineraries: Itinerary[] = [];
  for (const date of days === 0 && eve < day ? [eve, day] : [day]) {
    itineraries.push(...(await search(context, { from, to, day: date, ...wanted }, searches)));
  }
  const ranked: Ranked[] = [];
  for (const { flights, cabin } of itineraries) {
    const [begins, ends] = [flights[0], flights.at(-1)];
    if (cabin !== wanted.cabin || !begins || !ends || begins.departsAt < earliest) continue;
    if (flights.some(({ flightId }) => others.has(flightId))) continue;
    if (before && connectionProblem(before.flight, await rowOf(context, begins), reference)) continue;
    if (after && connectionProblem(await rowOf(context, ends), after.flight, reference)) continue;
    const kept = way.length - old.length;
    const stops = kept + flights.length - 1;
    const arrives = way.at(-1);
    ranked.push({
      ...{ replaces: old.map(({ leg }) => leg.segment), flights: flights.map(({ flightId }) => flightId), cabin: wanted.cabin },
      change: wayAnswers(old),
      rank: [
        ...[days, -kept, stops, after ? (arrives?.flight.arrives_at ?? 0) : ends.arrivesAt],
        ...[Number(begins.origin !== first.leg.origin) + Number(ends.destination !== last.leg.destination), begins.departsAt],
        ...flights.map(({ flightId }) => flightId),
      ],
    });
  }
  return ranked;
}

/** The flight of the store, because a list does not say whether its number goes on with the same aircraft. */
async function rowOf({ db }: QueryContext, { flightId }: FlightSummary): Promise<FlightRow> {
  const row = await flightById(db, flightId);
  assert(row, `flight ${flightId} was found and is not in the table`);
  return row;
}

/** The airport itself first, then the others of its city. */
function airportsOfCity(reference: Reference, code: string): readonly Airport[] {
  const airport = reference.airport(code);
  assert(airport, `airport ${code} is flown to and not known`);
  const others = reference.airportsOf(airport.cityCode).filter((one) => one.code !== code && one.cityCode === airport.cityCode);
  return [airport, ...others];
}

interface Asked {
  readonly from: readonly Airport[];
  readonly to: readonly Airport[];
  readonly day: number;
  readonly party: number;
  readonly cabin: Cabin;
}

function search(context: QueryContext, { from, to, day, party, cabin }: Asked, searches: Searches): Promise<readonly Itinerary[]> {
  const key = [from[0]?.code, to[0]?.code, day, party, cabin].join(' ');
  let answer = searches.get(key);
  if (!answer) {
    const asked = { date: dateOfDay(day), cabin, leavesFrom: 0, leavesTo: 1_440, sort: 'stops' as const };
    const within = async (maxStops: number) => (await searchWay(context, { ...asked, maxStops }, { from, to, party })).itineraries;
    // Two stops take long to find, and are wanted only where fewer do not lead there.
    answer = within(1).then((itineraries) => (itineraries.some((one) => one.cabin === cabin) ? itineraries : within(2)));
    searches.set(key, answer);
  }
  return answer;
}
