import { HOUR_MS } from '../../../shared/instants.ts';
import { SEATS } from '../world.ts';
import type { Leg, Model, ModelBooking, ModelFlight } from './model.ts';
import { sittingOn } from './sale-checks.ts';

/** What is owed to a passenger who is denied boarding, or why nobody knows it. Minor units. */
export type ModelOwed =
  | {
      readonly known: true;
      readonly amount: number;
      readonly currency: string;
      readonly percent: number | null;
      readonly capped: boolean;
      readonly halved: boolean;
    }
  | { readonly known: false; readonly why: string };

const IN_US: ReadonlySet<string> = new Set(['JFK', 'LGA', 'BOS', 'ORD', 'DEN', 'LAX']);
/** Of the Union. It flies to no place that is 1,500 km away. */
const IN_EU: ReadonlySet<string> = new Set(['AMS']);
/** The United States count aircraft from so many seats on, and owe nothing up to an hour. From 2 hours on within the country, and 4 abroad, they owe more. */
const US = { seats: 30, free: HOUR_MS, domestic: 2 * HOUR_MS, abroad: 4 * HOUR_MS, low: 1_075_00, high: 2_150_00 };
const EU = { amount: 250_00, half: 2 * HOUR_MS };

type Route = Pick<ModelFlight, 'origin' | 'destination' | 'map'>;

/** The rule that a flight is under, as the screen shows it. */
export function ruleOf({ origin, destination, map }: Route): object {
  if (IN_US.has(origin)) {
    if (Object.values(SEATS[map] ?? {}).filter(({ sellable }) => sellable).length < US.seats)
      return { regime: null, why: 'small-aircraft' };
    const highHours = (IN_US.has(destination) ? US.domestic : US.abroad) / HOUR_MS;
    return { regime: 'US', since: '2025-01-22', currency: 'USD', low: US.low, high: US.high, highHours };
  }
  if (IN_EU.has(origin)) return { regime: 'EU', since: '2005-02-17', currency: 'EUR', amount: EU.amount, halfHours: EU.half / HOUR_MS };
  return { regime: null, why: IN_EU.has(destination) ? 'carrier' : 'no-rule' };
}

/** `lateMs`: by how much the other flight arrives later; null when none is offered. `fare`: to the destination or the first stopover. */
export function owedOn(flight: Route, lateMs: number | null, fare: number): ModelOwed {
  const rule = ruleOf(flight) as { readonly regime: string | null; readonly why: string };
  if (rule.regime === null) return { known: false, why: rule.why };
  if (rule.regime === 'EU') {
    const halved = lateMs !== null && lateMs <= EU.half;
    return { known: true, amount: halved ? EU.amount / 2 : EU.amount, currency: 'EUR', percent: null, capped: false, halved };
  }
  const owes = { known: true, currency: 'USD', halved: false } as const;
  if (lateMs !== null && lateMs <= US.free) return { ...owes, amount: 0, percent: 0, capped: false };
  if (fare === 0) return { known: false, why: 'no-fare' };
  const isShort = lateMs !== null && lateMs < (IN_US.has(flight.destination) ? US.domestic : US.abroad);
  const [percent, most] = isShort ? [200, US.low] : [400, US.high];
  const whole = (fare * percent) / 100;
  return { ...owes, percent, amount: Math.min(whole, most), capped: whole > most };
}

/** What a passenger pays for one flight, with an infant on the lap. */
export function fareOf(leg: Leg, party: ModelBooking['party'], passenger: number): number {
  const at = sittingOn(party, leg.segment).findIndex((held) => held.passenger === passenger);
  if (at < 0) return 0;
  const lap = leg.laps?.find((one) => one.at === at)?.fare ?? 0;
  return lap + (leg.others?.find((one) => one.at === at)?.fare ?? leg.fare);
}

/** What a passenger pays from a flight on. Who stays longer than 4 hours somewhere has stopped over. */
export function fareToStop({ party, legs }: Pick<ModelBooking, 'party' | 'legs'>, from: Leg, passenger: number): number {
  const onwards = legs.slice(legs.indexOf(from));
  const stop = onwards.findIndex((leg, at) => at > 0 && leg.departsAt - (onwards[at - 1]?.arrivesAt ?? 0) > 4 * HOUR_MS);
  return onwards.slice(0, stop < 0 ? undefined : stop).reduce((sum, leg) => sum + fareOf(leg, party, passenger), 0);
}

/** Milliseconds that a passenger arrives later by another flight; null without one. */
export const lateBy = (flight: ModelFlight, way: ModelFlight | undefined): number | null => (way ? way.arrives - flight.arrives : null);

/** What a seat on a flight of another carrier costs. */
export const rebookedOn = (model: Model, flight: ModelFlight, way: ModelFlight | undefined, cabin: Leg['cabin'], now: number): number =>
  way && way.carrier !== flight.carrier ? model.price(way, cabin, now).fare : 0;
