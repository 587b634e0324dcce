import { FARE_UNITS_MAX } from '../../../shared/bounds.ts';
import { decimalsOf, isCurrency } from '../../../shared/currencies.ts';
import { designator } from '../../../shared/flight-designator.ts';
import { dateOfDay, dayNumber } from '../../../shared/instants.ts';
import type { NewFlight } from '../../../shared/methods/hand-changes.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import { FARE_CURRENCY } from '../../reference/base-fare.ts';
import type { Airport, SeatPlan } from '../../reference/reference.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import type { ScheduledLeg } from '../../store/tables/legs-of-number.ts';
import type { ScheduledFlight } from '../../store/tables/scheduled-flight.ts';
import { ThroughNumbers } from '../../store/through-numbers.ts';
import { configurationSaid } from '../configuration-said.ts';
import { expandLeg } from '../expand-leg.ts';
import { PERIOD_DAYS_MAX } from '../import-bounds.ts';
import { type LegPattern, weekdayOf } from '../leg-pattern.ts';
import { ReadReport } from '../read-report.ts';
import type { HandMoment, Planned } from './hand-plan.ts';
import { legOrderProblem } from './leg-order.ts';
import { routeWords } from './leg-words.ts';
import { minutesOf } from './local-moment.ts';
import { planOf } from './plan-aircraft.ts';

/** A flight that is new, as one row of a file would say it. `legs`: what its number flies on these days already. */
export function planNewFlight(asked: NewFlight, legs: readonly ScheduledLeg[], { now, reference, ownMaps }: HandMoment): Planned {
  const { carrier, number, suffix } = asked;
  const flight = designator(carrier, number, suffix);
  const [from, to] = [reference.airport(asked.origin), reference.airport(asked.destination)];
  if (!from || !to) return noAirport(from ? asked.destination : asked.origin, reference);
  if (from === to) return refuse('SAME_PLACE');
  const plan = planOf(asked, reference);
  if ('ok' in plan) return plan;
  const soldAs = [...new Map(asked.soldAs.map((one) => [designator(one.carrier, one.number, one.suffix), one]))];
  const wrong = daysProblem(asked) ?? fareProblem(asked) ?? thereProblem(asked, legs);
  if (wrong) return wrong;

  const pattern = patternOf(asked, from, to, plan);
  const report = new ReadReport();
  const flights: ScheduledFlight[] = [];
  for (const one of expandLeg(pattern, reference, report)) {
    const seatMap = ownMaps.of(pattern, one.serviceDay);
    flights.push(seatMap === undefined ? one : { ...one, seatMap });
  }
  const found = report.findings('csv').problems;
  const refused = found.find(({ severity }) => severity === 'refused');
  if (refused || !flights[0]) return refuse('HAND_TIMES', { flight, problem: refused?.problem ?? 'no flight is left' });
  const gone = flights.find(({ departsAt }) => departsAt <= now);
  if (gone) return refuse('HAND_TIMES', { flight, problem: `on ${dateOfDay(gone.serviceDay)} it would have left already` });
  for (const one of flights) {
    const others = legs.filter(({ operating_day }) => operating_day === one.operatingDay);
    const order = legOrderProblem(rowOf(one), undefined, others);
    if (order) return refuse('HAND_LEGS', { flight, problem: `on ${dateOfDay(one.serviceDay)} ${order}` });
  }
  const own = ownNumberProblem(flight, soldAs);
  if (own) return own;
  const through = new ThroughNumbers();
  for (const leg of legs) if (leg.cancelled === 0) through.add(carrier, number, suffix, leg.origin, leg.destination);
  through.add(carrier, number, suffix, asked.origin, asked.destination);
  const last = flights.at(-1) ?? flights[0];
  return accept({
    ...{ flights, scopes: [], through: through.found, attention: found.map(({ problem }) => problem) },
    soldAs: soldAs.map(([, one]) => one),
    change: {
      ...{ kind: 'schedule', flightId: null, carrier, number, suffix },
      ...{ fromDay: flights[0].serviceDay, toDay: last.serviceDay },
      said: [
        `${routeWords(asked)} scheduled`,
        flights.length === 1 ? 'one flight' : `${flights.length} flights`,
        ...(soldAs.length > 0 ? [`also sold as ${soldAs.map(([called]) => called).join(', ')}`] : []),
      ].join(', '),
    },
  });
}

/** A flight leaves from an airport, not from a city. */
function noAirport(code: string, reference: HandMoment['reference']): Refused {
  const airports = reference.airportsOf(code).map((airport) => airport.code);
  return airports.length > 0 ? refuse('HAND_CITY', { code, airports: airports.join(', ') }) : refuse('PLACE_UNKNOWN', { code });
}

const rowOf = ({ origin, destination, departsAt, arrivesAt }: ScheduledFlight) => ({
  ...{ origin, destination, departs_at: departsAt, arrives_at: arrivesAt },
});

const patternOf = (asked: NewFlight, from: Airport, to: Airport, plan: SeatPlan): LegPattern => ({
  ...{ line: 1, carrier: asked.carrier, number: asked.number, suffix: asked.suffix, times: 'local', everyWeeks: 1 },
  departure: { airport: from, minute: minutesOf(asked.departs), dayShift: 0, variation: undefined },
  arrival: { airport: to, minute: minutesOf(asked.arrives.time), dayShift: asked.arrives.day ?? undefined, variation: undefined },
  ...{ fromDay: dayNumber(asked.from), toDay: dayNumber(asked.to) },
  weekdays: Array.from({ length: 7 }, (_, weekday) => fliesOn(asked, weekday)),
  ...{ equipment: asked.equipment, configuration: configurationSaid(asked.configuration), plan },
  ...{ fare: asked.fare ?? undefined, currency: asked.currency },
});

/** `weekday`: 0 is Monday. */
const fliesOn = ({ days }: NewFlight, weekday: number): boolean => days.includes(String(weekday + 1));

/** The number leaves the airport on one of the days already, at whatever time. */
function thereProblem(asked: NewFlight, legs: readonly ScheduledLeg[]): Refused | undefined {
  const [from, to] = [dayNumber(asked.from), dayNumber(asked.to)];
  const isAsked = ({ origin, service_day: day }: ScheduledLeg): boolean =>
    origin === asked.origin && day >= from && day <= to && fliesOn(asked, weekdayOf(day));
  const there = legs.find(isAsked);
  const { carrier, number, suffix } = asked;
  return (
    there &&
    refuse('HAND_EXISTS', {
      ...{ flight: flightName(there), origin: there.origin, date: dateOfDay(there.service_day) },
      how: there.cancelled === 1 ? ' and is cancelled' : '',
      another: designator(carrier, number, suffixAfter(suffix)),
    })
  );
}

/** The letter for a second flight of a number on one day. */
const suffixAfter = (suffix: string): string => (suffix === '' || suffix === 'Z' ? 'A' : String.fromCharCode(suffix.charCodeAt(0) + 1));

const ownNumberProblem = (flight: string, soldAs: readonly (readonly [string, unknown])[]): Refused | undefined =>
  soldAs.some(([called]) => called === flight)
    ? refuse('HAND_SOLD_AS', { flight, number: flight, problem: 'it is its own number' })
    : undefined;

function daysProblem({ from, to }: NewFlight): Refused | undefined {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) return refuse('HAND_DAYS', { problem: 'the last day is before the first' });
  return days > PERIOD_DAYS_MAX ? refuse('HAND_DAYS', { problem: `they are more than ${PERIOD_DAYS_MAX}` }) : undefined;
}

function fareProblem({ fare, currency }: NewFlight): Refused | undefined {
  if (!isCurrency(currency)) return refuse('HAND_FARE', { problem: `no currency is called ${currency}` });
  if (fare === null && currency !== FARE_CURRENCY)
    return refuse('HAND_FARE', { problem: `a fare by distance is in ${FARE_CURRENCY}, and the flight is priced in ${currency}` });
  const most = FARE_UNITS_MAX * 10 ** decimalsOf(currency);
  return fare !== null && fare > most ? refuse('HAND_FARE', { problem: `it is more than ${FARE_UNITS_MAX} ${currency}` }) : undefined;
}
