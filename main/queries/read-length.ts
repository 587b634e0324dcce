import type { Input } from '../../shared/contract.ts';
import type { AnyQueryName } from './registry.ts';

/** quick: about a millisecond. search: some milliseconds of reads that many ask for. report: it may take much longer, and pauses between its statements. */
export type ReadLength = 'quick' | 'search' | 'report';

/**
 * How much a query reads. Searches and comparisons of carriers with stops are searches. The board of all airports, the previews of an import and of an airport, the fleet,
 * the list and the heat table of pricing are reports. `body`: its input as JSON.
 */
export function readLength(name: string, body: string): ReadLength {
  switch (name as AnyQueryName) {
    case 'flights.search':
      return (JSON.parse(body) as Input<'flights.search'>).maxStops > 0 ? 'search' : 'quick';
    case 'flights.carriers':
      return (JSON.parse(body) as Input<'flights.carriers'>).maxStops > 0 ? 'search' : 'quick';
    case 'flights.board':
      return (JSON.parse(body) as Input<'flights.board'>).from === null ? 'report' : 'quick';
    case 'airports.preview':
    case 'fleet.list':
    case 'fleet.map':
    case 'fleet.preview':
    case 'journal.page':
    case 'schedule.compare':
    case 'policies.salesToScore':
    case 'health.deniedFlights':
    case 'pricing.flights':
    case 'pricing.routeDays':
      return 'report';
    default:
      return 'quick';
  }
}
