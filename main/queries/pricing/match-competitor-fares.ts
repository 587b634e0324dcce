import { FARES_SET_MAX, PROBLEMS_SHOWN_MAX } from '../../../shared/bounds.ts';
import type { Output } from '../../../shared/contract.ts';
import { DAY_MS, dateOfDay, dayNumber } from '../../../shared/instants.ts';
import type { FareOfFlight } from '../../../shared/methods/competitor-fares.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { type FareLine, isKnown, mayBeSet } from '../../rules/competitor-fare.ts';
import { flightsOfNumber, flightsOfRouteDay } from '../../store/tables/competitor-fares.ts';
import { type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import type { Query, QueryContext } from '../query.ts';

interface Found {
  readonly line: FareLine;
  readonly flight: FlightRow;
}

interface FareLines {
  readonly lines: readonly FareLine[];
  /** Of lines that could not be read. */
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}

/** What the lines of a file of competitors’ fares would change. A line for a flight beats one for its route. */
export const matchCompetitorFares: Query<FareLines, Output<'pricing.readFares'>> = async (context, file) => {
  const problems = [...file.problems];
  const found = new Map<number, Found>();
  for (const line of [...file.lines].sort((one, other) => ranked(one) - ranked(other) || one.line - other.line)) {
    const flights = await flightsOf(context, line);
    const problem = flights.length === 0 ? await whyNone(context, line) : takeInto(found, line, flights);
    if (problem !== undefined) problems.push({ line: line.line, problem: `${line.told} on ${line.date} ${problem}` });
  }
  const all = [...found.values()].sort((one, other) => one.line.line - other.line.line || one.flight.id - other.flight.id);
  const fares = all.filter(({ flight, line }) => !isKnown(flight, line)).map(fareOfFlight);
  if (fares.length > FARES_SET_MAX)
    return refuse('FARES_UNREADABLE', { problem: `it is about ${fares.length} flights, and one file sets ${FARES_SET_MAX}` });
  problems.sort((one, other) => one.line - other.line);
  const shown = problems.slice(0, PROBLEMS_SHOWN_MAX);
  return accept({
    ...{ lines: file.lines.length + file.problems.length, known: all.length - fares.length },
    ...{ fares, problems: shown, problemsMore: problems.length - shown.length },
  });
};

/** Lines for one flight come first. */
const ranked = ({ of }: FareLine): number => ('carrier' in of ? 0 : 1);

async function onDay({ db }: QueryContext, { of, date }: FareLine): Promise<FlightRow[]> {
  const day = dayNumber(date);
  if ('carrier' in of) return flightsOfNumber(db, of, day);
  // A local day lies within a day and a half of the same day in UTC.
  const span = [(day - 1) * DAY_MS, (day + 2) * DAY_MS] as const;
  return flightsOfRouteDay(db, of, day, span);
}

const flightsOf = async (context: QueryContext, line: FareLine): Promise<FlightRow[]> =>
  (await onDay(context, line)).filter((flight) => flight.currency === line.currency && mayBeSet(flight, context.now));

async function whyNone(context: QueryContext, line: FareLine): Promise<string> {
  const flights = await onDay(context, line);
  const toCome = flights.filter((flight) => mayBeSet(flight, context.now));
  const currencies = [...new Set(toCome.map(({ currency }) => currency))];
  if (currencies.length > 0) return `is sold in ${currencies.join(', ')}, and not in ${line.currency}`;
  return flights.length > 0 ? 'has departed' : 'is not in the schedule';
}

/** A second line about the same flight would leave it open which of the two is right. */
function takeInto(found: Map<number, Found>, line: FareLine, flights: readonly FlightRow[]): string | undefined {
  const twice = flights.map(({ id }) => found.get(id)?.line).find((other) => other && ranked(other) === ranked(line));
  if (twice) return `stands in line ${twice.line} already`;
  for (const flight of flights) if (!found.has(flight.id)) found.set(flight.id, { line, flight });
  return undefined;
}

const fareOfFlight = ({ line, flight }: Found): FareOfFlight => ({
  ...{ flightId: flight.id, fare: line.fare, currency: line.currency, readAt: line.readAt, line: line.line },
  ...{ flight: flightName(flight), origin: flight.origin, destination: flight.destination, date: dateOfDay(flight.service_day) },
  before:
    flight.competitor_fare === null || flight.competitor_read_at === null
      ? null
      : { fare: flight.competitor_fare, readAt: flight.competitor_read_at },
});
