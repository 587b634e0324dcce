import { fareGroups } from '../../shared/leg-fares.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import type { PassengerSale } from '../../shared/methods/passenger.ts';
import { isSeat } from '../../shared/open-seat.ts';
import { dueOf } from '../pay/tenders.ts';
import { changeDue } from '../sale/change-due.ts';
import { readName } from '../sale/name-entry.ts';
import type { Sale, SaleLeg } from '../sale/sale.ts';
import { type Quote, quoteKey } from '../seats/quote-store.ts';
import type { FlightSeats } from '../seats/seat-events.ts';

interface Known {
  readonly flights: Readonly<Record<number, FlightSeats>>;
  readonly quotes: Readonly<Record<string, Quote>>;
}

type Flown = Pick<FlightSummary, 'flight' | 'origin' | 'destination' | 'originZone' | 'destinationZone' | 'departsAt' | 'arrivesAt'>;

/** What passengers see of the sale on the screen; null while there is nothing to see. */
export function passengerView(sale: Sale, known: Known): PassengerSale | null {
  const kept = sale.stage === 'details' || sale.stage === 'confirmed' ? sale.booking : null;
  if (sale.stage === 'lost') return null;
  const flown = sale.legs.map(({ flightId }) => known.flights[flightId]?.answer.flight);
  const legs: readonly (Flown | undefined)[] = kept ? kept.legs : flown;
  const flights = legs.flatMap((leg, at) => (leg ? [flightOf(leg, sale.legs[at], kept?.legs[at])] : []));
  const currency = kept?.currency ?? flown[0]?.currency;
  // They are shown together, once all of them are known.
  if (!currency || flights.length === 0 || flights.length < legs.length) return null;
  const sold = sale.stage === 'confirmed';
  const tenders = sold && kept ? kept.tenders : sale.tenders.map((tender) => ({ given: null, ...tender }));
  return {
    language: sale.messages.language,
    stage: sold ? 'sold' : kept ? 'held' : 'choosing',
    locator: sold ? (kept?.locator ?? null) : null,
    flights,
    plan: planOf(sale, known),
    names: sold && kept && kept.passengers.length > 0 ? kept.passengers.map(nameOf) : namesTyped(sale),
    currency,
    fares: kept ? kept.legs.flatMap(faresOf) : sale.legs.flatMap((leg, at) => quotedFare(leg, at, known)),
    total: kept ? kept.total : null,
    given: tenders.map(({ kind, amount, given }) => ({ kind, amount: given ?? amount })),
    due: kept ? (sold ? 0 : dueOf(kept.total, sale.tenders)) : null,
    change: kept ? changeOf(tenders) : null,
  };
}

const flightOf = (leg: Flown, picked: SaleLeg | undefined, booked: BookedLeg | undefined): PassengerSale['flights'][number] => ({
  flight: leg.flight,
  origin: leg.origin,
  destination: leg.destination,
  originZone: leg.originZone,
  destinationZone: leg.destinationZone,
  departsAt: leg.departsAt,
  arrivesAt: leg.arrivesAt,
  cabin: booked?.cabin ?? picked?.cabin ?? null,
  seats: booked ? booked.seats.map((seat) => (isSeat(seat) ? seat : null)) : [...(picked?.seats ?? [])],
});

/** The cabin of the flight that the agent looks at. */
function planOf(sale: Sale, { flights }: Known): PassengerSale['plan'] {
  const leg = sale.legs[sale.active];
  const rows = leg && flights[leg.flightId]?.answer.map.rows;
  if (!rows || !leg.cabin) return null;
  return { flight: sale.active, rows: rows.filter(({ cabin }) => cabin === leg.cabin).map(({ row, layout }) => ({ row, layout })) };
}

/** What one adult would pay now. */
function quotedFare(leg: SaleLeg, flight: number, { quotes }: Known): PassengerSale['fares'] {
  const quote = leg.cabin ? quotes[quoteKey(leg.flightId, leg.cabin)] : undefined;
  return quote ? [{ flight, count: 1, each: quote.fare }] : [];
}

const faresOf = (leg: BookedLeg, flight: number): PassengerSale['fares'] =>
  fareGroups(leg).map(({ seats, fare }) => ({ flight, count: seats.length, each: fare }));

/** Null where no cash goes back. */
function changeOf(tenders: Parameters<typeof changeDue>[0]['tenders']): number | null {
  const change = changeDue({ tenders });
  return change > 0 ? change : null;
}

type Name = PassengerSale['names'][number];

const nameOf = ({ surname, given, type }: { surname: string; given: string; type: string }): Name => ({
  surname,
  given,
  infant: type === 'INF',
});

const namesTyped = ({ party }: Sale): Name[] => [
  ...party.map(({ name, host, type }): Name => ({ ...spelt(name, host), infant: type === 'INS' })),
  ...party.flatMap(({ infant, infantName, infantHost }): Name[] => (infant ? [{ ...spelt(infantName, infantHost), infant: true }] : [])),
];

/** A name as it is spelt so far: `smi`, `smith/`, `smith/jo`. One that cannot be read yet is shown as it was typed. */
export function spelt(entry: string, host: string): Pick<Name, 'surname' | 'given'> {
  const typed = entry.trim();
  const read = readName(typed, host);
  if (read.ok) return { surname: read.name.surname, given: read.name.given };
  const begun = readName(typed.includes('/') ? `${typed}X` : `${typed}/X`, host);
  return typed !== '' && begun.ok ? { surname: begun.name.surname, given: '' } : { surname: typed.slice(0, 200), given: '' };
}
