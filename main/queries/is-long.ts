import type { Input } from '../../shared/contract.ts';
import type { AnyQueryName } from './registry.ts';

/**
 * Whether a query reads so much that others must not wait for it: a search or a comparison of carriers with stops, the board of all airports, the previews of an import and of an airport, the fleet,
 * the list and the heat table of pricing, a page of the journal for another system.
 * `body`: its input as JSON. All other queries take about a millisecond.
 */
export function isLong(name: string, body: string): boolean {
  switch (name as AnyQueryName) {
    case 'flights.search':
      return (JSON.parse(body) as Input<'flights.search'>).maxStops > 0;
    case 'flights.carriers':
      return (JSON.parse(body) as Input<'flights.carriers'>).maxStops > 0;
    case 'flights.board':
      return (JSON.parse(body) as Input<'flights.board'>).from === null;
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
      return true;
    default:
      return false;
  }
}
