import { DAY_MS, dayNumber, MINUTE_MS } from '../../../shared/instants.ts';
import type { HandChange, NewFlight } from '../../../shared/methods/hand-changes.ts';
import { CITIES, MAP_OF } from '../world.ts';
import { ZONES } from '../zones.ts';
import { clockAt, momentAt } from './airport-clock.ts';
import { known, refused } from './expected.ts';
import type { Filed, Model, ModelFlight } from './model.ts';

/** A change of the schedule by a supervisor, as a file would say it. */
export interface HandPlan {
  readonly kind: HandChange['kind'];
  /** The leg that it is about; null for a new flight. */
  readonly flightId: number | null;
  readonly carrier: string;
  readonly number: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly flights: readonly Filed[];
  /** The days for which it speaks. What else flies on them under its number, and is not among its flights, is cancelled. */
  readonly scopes: readonly {
    readonly carrier: string;
    readonly flight: { readonly number: number };
    readonly fromDay: number;
    readonly toDay: number;
  }[];
}

interface LocalTime {
  readonly time: string;
  readonly day: number | null;
}
type Flown = Pick<ModelFlight, 'origin' | 'destination' | 'departs' | 'arrives'>;

const DAY_MINUTES = DAY_MS / MINUTE_MS;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** The moment at which it is that time at an airport, on the day of a flight or beside it. */
const at = (airport: string, day: number, { time, day: after }: LocalTime): number =>
  momentAt(airport, (day + (after ?? 0)) * DAY_MINUTES + minutesOf(time));

const filed = ({ id: _, cancelled: __, ...flight }: ModelFlight): Filed => flight;
const legsOf = (model: Model, { carrier, number, day }: Pick<ModelFlight, 'carrier' | 'number' | 'day'>): ModelFlight[] =>
  [...model.flights.values()].filter((one) => one.carrier === carrier && one.number === number && one.day === day);

/** Which seats an aircraft has. */
const mapOf = (equipment: string): string => known(MAP_OF[equipment], 'EQUIPMENT_UNKNOWN');

/** One aircraft flies the legs of a number on a day: none leaves before the one before it has landed. `before`: the leg as it flies now, if it does. */
function inOrder(leg: Flown, before: Flown | undefined, others: readonly ModelFlight[]): void {
  for (const other of others.filter(({ cancelled }) => !cancelled)) {
    const [goesOn, comesIn] = [other.origin === leg.destination, other.destination === leg.origin];
    if (!before && (goesOn || comesIn) && leg.departs < other.arrives && other.departs < leg.arrives) throw refused('HAND_LEGS');
    if (before && goesOn && before.arrives <= other.departs && other.departs < leg.arrives) throw refused('HAND_LEGS');
    if (before && comesIn && other.arrives <= before.departs && leg.departs < other.arrives) throw refused('HAND_LEGS');
  }
}

/** No flight has left already, arrives before it leaves, or takes more than a day. */
function timesFit({ departs, arrives }: Flown, now: number): void {
  if (departs <= now || arrives <= departs || arrives - departs > DAY_MS) throw refused('HAND_TIMES');
}

function planNew(model: Model, asked: NewFlight, now: number): HandPlan {
  const { carrier, number, origin, destination, equipment, fare, currency } = asked;
  for (const place of [origin, destination])
    if (!ZONES[place]) throw refused(Object.values(CITIES).includes(place) ? 'HAND_CITY' : 'PLACE_UNKNOWN', { code: place });
  if (origin === destination) throw refused('SAME_PLACE');
  const map = mapOf(equipment);
  const [fromDay, toDay] = [dayNumber(asked.from), dayNumber(asked.to)];
  if (toDay < fromDay) throw refused('HAND_DAYS');
  if (currency !== 'USD') throw refused('HAND_FARE');
  const flights = Array.from({ length: toDay - fromDay + 1 }, (_, place) => fromDay + place)
    .filter((day) => asked.days.includes(String(((day + 3) % 7) + 1)))
    .map((day): Filed => {
      const departs = at(origin, day, { time: asked.departs, day: 0 });
      const sameDay = at(destination, day, { ...asked.arrives, day: asked.arrives.day ?? -1 });
      const arrives = asked.arrives.day === null ? sameDay + Math.ceil((departs + 1 - sameDay) / DAY_MS) * DAY_MS : sameDay;
      return { carrier, number, origin, destination, day, departs, arrives, equipment, map, fare: fare ?? 0 };
    });
  const legs = flights.map((flight) => legsOf(model, flight));
  if (flights.some((_, place) => legs[place]?.some((leg) => leg.origin === origin))) throw refused('HAND_EXISTS');
  const [first, last] = [flights[0], flights.at(-1)];
  if (!first || !last) throw refused('HAND_TIMES');
  for (const flight of flights) timesFit(flight, now);
  for (const [place, flight] of flights.entries()) inOrder(flight, undefined, legs[place] ?? []);
  return { kind: 'schedule', flightId: null, carrier, number, fromDay: first.day, toDay: last.day, flights, scopes: [] };
}

function planRetime(leg: ModelFlight, others: readonly ModelFlight[], asked: Extract<HandChange, { kind: 'retime' }>, now: number): Filed {
  const departs = at(leg.origin, leg.day, asked.departs);
  const arrives = asked.arrives ? at(leg.destination, leg.day, asked.arrives) : departs + leg.arrives - leg.departs;
  const after = { ...filed(leg), departs, arrives };
  timesFit(after, now);
  inOrder(after, leg, others);
  if (departs === leg.departs && arrives === leg.arrives) throw refused('HAND_SAME');
  return after;
}

/** What a change by hand does to the schedule, or why it is refused. Nothing is changed yet. */
export function planByHand(model: Model, change: HandChange, now: number): HandPlan {
  if (change.kind === 'schedule') return planNew(model, change, now);
  const leg = model.flight(change.flightId);
  const { carrier, number, day, cancelled } = leg;
  if (cancelled && change.kind !== 'flyAgain') throw refused('FLIGHT_CANCELLED');
  if (leg.departs <= now) throw refused('FLIGHT_DEPARTED');
  const others = legsOf(model, leg).filter(({ id }) => id !== leg.id);
  const about = { kind: change.kind, flightId: leg.id, carrier, number, fromDay: day, toDay: day, scopes: [] };
  switch (change.kind) {
    case 'retime':
      return { ...about, flights: [planRetime(leg, others, change, now)] };
    case 'aircraft': {
      const { equipment } = change;
      const map = mapOf(equipment);
      if (equipment === leg.equipment && map === leg.map) throw refused('HAND_SAME');
      return { ...about, flights: [{ ...filed(leg), equipment, map }] };
    }
    case 'flyAgain':
      if (!cancelled) throw refused('HAND_SAME');
      inOrder(leg, undefined, others);
      return { ...about, flights: [filed(leg)] };
    case 'cancel': {
      const flies = others.filter((other) => !other.cancelled && other.departs > now);
      const scopes = [{ carrier, flight: { number }, fromDay: day, toDay: day }];
      return { ...about, flights: change.allLegs ? [] : flies.map(filed), scopes };
    }
  }
}

/** What the clocks of an airport show at a moment, as a change by hand of a flight of that day says it. */
export function localTime(airport: string, day: number, moment: number): { readonly time: string; readonly day: number } {
  const minutes = clockAt(airport, moment);
  const [hour, minute] = [Math.floor((minutes % DAY_MINUTES) / 60), minutes % 60];
  return { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, day: Math.floor(minutes / DAY_MINUTES) - day };
}
