import type { CommandInput } from '../../../main/commands/registry.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { localDate } from '../local-date.ts';
import { CLOSE_MS, cityOf, connect } from '../world.ts';
import { type LegMeaning, legMeanings } from './leg-meaning.ts';
import type { Leg, Model, ModelBooking, ModelFlight } from './model.ts';
import { withoutThem } from './without-them.ts';

type Found = CommandInput<'reaccommodation.hold'>['found'][number];
type FoundWay = Found['ways'][number];

/** A leg of a booking as it stands now. */
interface Now {
  readonly leg: Leg;
  readonly flight: ModelFlight;
  readonly kind: LegMeaning['kind'];
  /** It cannot be flown as it was sold, or somebody has no seat on it. */
  readonly broken: boolean;
  readonly left: boolean;
}

const CABINS: readonly Cabin[] = ['F', 'J', 'W', 'Y'];
/** No step of a run changes the limit of a move. */
const EARLIER_MS = HOUR_MS;
const DAYS_AFTER = 3;

function legsNow(model: Model, booking: ModelBooking, now: number): Now[] {
  const without = withoutThem(model, booking.legs, 'anybody');
  return legMeanings(model, booking).map(({ kind }, at) => {
    const leg = booking.legs[at] as Leg;
    const flight = model.flight(leg.flightId);
    const broken = (kind !== 'none' && kind !== 'moved') || leg.seats.includes('over');
    return { leg, flight, kind, broken, left: !without.has(leg) && flight.departs <= now };
  });
}

/** The flights of the first journey of a booking on which something is to be done. What leaves a day later begins another journey. */
function brokenWay(model: Model, booking: ModelBooking, now: number): readonly Now[] {
  const legs = legsNow(model, booking, now);
  const first = legs.find(({ broken, left }) => broken && !left);
  const way = legs.filter(({ leg }) => leg.back === first?.leg.back);
  const journeys: Now[][] = [];
  for (const one of way) {
    const before = journeys.at(-1);
    if (before && one.leg.departsAt - (before.at(-1)?.leg.arrivesAt ?? 0) < DAY_MS) before.push(one);
    else journeys.push([one]);
  }
  return journeys.find((journey) => first && journey.includes(first)) ?? [];
}

/** From the first flight that is broken on, and from the one before it where their connection is too short. */
function mayBeReplaced(model: Model, booking: ModelBooking, now: number): readonly Now[] {
  const way = brokenWay(model, booking, now);
  const at = way.findIndex(({ broken, left }) => broken && !left);
  return way.slice(way[at]?.kind === 'connection' && way[at - 1]?.left === false && way[at - 1]?.leg.missed !== 'passenger' ? at - 1 : at);
}

/** The day from which other flights are looked for, and by how many days a flight leaves after it. */
function daysAfter(first: Leg, flight: ModelFlight, origin: string, now: number): number {
  const today = localDate(origin, now);
  const from = first.date > today ? first.date : today;
  return Math.round((Date.parse(localDate(flight.origin, flight.departs)) - Date.parse(from)) / DAY_MS);
}

/** What is wrong with flights that are proposed instead of others of a booking; undefined where nothing is. */
function wayProblem(model: Model, booking: ModelBooking, found: FoundWay, now: number): string | undefined {
  const way = brokenWay(model, booking, now);
  const old = way.filter(({ leg }) => found.replaces.includes(leg.segment));
  const [first, last] = [old[0], old.at(-1)];
  if (!first || !last || old.length < found.replaces.length) return 'it replaces what is not broken';
  const from = way.indexOf(first);
  if (way.indexOf(last) - from !== old.length - 1) return 'what it replaces is not one after the other';
  if (old.some(({ left }) => left)) return 'it replaces what has left';
  const isMended = ({ kind }: Now, at: number): boolean => kind === 'connection' && old.includes(way[at - 1] as Now);
  if (way.some((one, at) => one.broken && !one.left && !old.includes(one) && !isMended(one, at))) return 'something stays broken';
  const flights = found.flights.map((id) => model.flights.get(id));
  if (flights.some((flight) => !flight || flight.cancelled)) return 'a flight does not fly';
  const flown = flights as readonly ModelFlight[];
  const [begins, ends] = [flown[0], flown.at(-1)];
  if (!begins || !ends) return 'it has no flight';
  if (flown.some(({ departs }) => departs - CLOSE_MS <= now)) return 'its sales are closed';
  if (flown.some(({ id }) => booking.legs.some(({ flightId }) => flightId === id))) return 'the booking has the flight already';
  if (cityOf(begins.origin) !== cityOf(first.flight.origin)) return `it leaves from ${begins.origin}`;
  if (cityOf(ends.destination) !== cityOf(last.leg.destination)) return `it goes to ${ends.destination}`;
  if (begins.departs < first.leg.departsAt - EARLIER_MS) return 'it leaves earlier than the limit';
  if (daysAfter(first.leg, begins, first.flight.origin, now) > DAYS_AFTER) return 'it leaves too many days later';
  const best = Math.min(...old.map(({ leg }) => CABINS.indexOf(leg.cabin)));
  if (CABINS.indexOf(found.cabin) > best) return 'the cabin is lower';
  if (!connect(flown)) return 'its flights do not connect';
  const [before, after] = [way[from - 1], way[from + old.length]];
  if (before && !connect([before.flight, begins])) return 'it cannot be reached';
  if (after && !connect([ends, after.flight])) return 'what comes after it cannot be reached';
  const narrow = flown.find(({ id }) => model.room(id, found.cabin) < booking.party.length);
  return narrow && `flight ${narrow.id} has no room for the party`;
}

/** Whether one way comes before another that replaces the same: the day, the stops, and when it arrives. */
function inOrder(model: Model, booking: ModelBooking, [one, other]: readonly [FoundWay, FoundWay], now: number): boolean {
  if (`${one.replaces}` !== `${other.replaces}`) return true;
  const first = booking.legs.find(({ segment }) => one.replaces.includes(segment)) as Leg;
  const origin = model.flight(first.flightId).origin;
  const goesOn = brokenWay(model, booking, now).at(-1)?.leg.segment !== one.replaces.at(-1);
  const rank = ({ flights }: FoundWay): readonly number[] => {
    const flown = flights.map((id) => model.flight(id));
    return [Math.max(0, daysAfter(first, flown[0] as ModelFlight, origin, now)), flown.length, goesOn ? 0 : (flown.at(-1)?.arrives ?? 0)];
  };
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((figure, place) => figure !== b[place]);
  return at < 0 || (a[at] ?? 0) < (b[at] ?? 0);
}

/** A flight that alone would have done, where nothing was found in that cabin. */
function overlooked(model: Model, booking: ModelBooking, cabin: Cabin, now: number): ModelFlight | undefined {
  const way = brokenWay(model, booking, now);
  const from = way.findIndex(({ broken, left }) => broken && !left);
  const first = way[from];
  if (!first) return undefined;
  const replaces = way.slice(from).map(({ leg }) => leg.segment);
  return [...model.flights.values()].find((flight) => {
    const days = daysAfter(first.leg, flight, first.flight.origin, now);
    // What leaves within the limit on the evening before belongs to the day.
    return days >= -1 && !wayProblem(model, booking, { replaces, flights: [flight.id], cabin, change: 'cancelled' }, now);
  });
}

/** What is wrong with the ways that were found for bookings, by the rules alone: which of them is the best one is not foretold. */
export function waysProblem(model: Model, found: readonly Found[], now: number): string | undefined {
  for (const { bookingId, ways } of found) {
    const booking = model.bookings.get(bookingId);
    if (booking?.state !== 'CONFIRMED') {
      if (ways.length > 0) return `booking ${bookingId} is not sold`;
      continue;
    }
    const own = mayBeReplaced(model, booking, now).map(({ leg }) => CABINS.indexOf(leg.cabin));
    for (const [at, way] of ways.entries()) {
      const problem = wayProblem(model, booking, way, now);
      if (problem) return `booking ${bookingId}, ${way.flights} instead of ${way.replaces}: ${problem}`;
      const next = ways[at + 1];
      if (next && !inOrder(model, booking, [way, next], now)) return `booking ${bookingId}: ${next.flights} comes after ${way.flights}`;
    }
    const tried = ways[0] ? CABINS.indexOf(ways[0].cabin) + 1 : 0;
    for (const cabin of CABINS.slice(tried, own.length > 0 ? Math.min(...own) + 1 : 0)) {
      const flight = overlooked(model, booking, cabin, now);
      if (flight) return `booking ${bookingId}: flight ${flight.id} in ${cabin} was overlooked`;
    }
  }
  return undefined;
}
