import { fareGroups } from '../../shared/leg-fares.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { PassengerSale } from '../../shared/methods/passenger.ts';
import { dueOf } from '../pay/tenders.ts';
import { changeDue } from '../sale/change-due.ts';
import { readName } from '../sale/name-entry.ts';
import type { Sale, SaleLeg } from '../sale/sale.ts';
import { type Quote, quoteKey } from '../seats/quote-store.ts';
import { type Flown, type KnownFlights, type ShownName, shownFlight, shownPlan } from './shown-flight.ts';

interface Known {
  readonly flights: KnownFlights;
  readonly quotes: Readonly<Record<string, Quote>>;
}

/** What passengers see of the sale on the screen; null while there is nothing to see. */
export function saleShown(sale: Sale, known: Known): PassengerSale | null {
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
    what: 'sale',
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

const flightOf = (leg: Flown, picked: SaleLeg | undefined, booked: BookedLeg | undefined) =>
  shownFlight(leg, booked?.cabin ?? picked?.cabin ?? null, booked?.seats ?? picked?.seats ?? []);

/** The cabin of the flight that the agent looks at. */
function planOf(sale: Sale, { flights }: Known): PassengerSale['plan'] {
  const leg = sale.legs[sale.active];
  return leg ? shownPlan(sale.active, leg.flightId, leg.cabin, flights) : null;
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

const nameOf = ({ surname, given, type }: { surname: string; given: string; type: string }): ShownName => ({
  surname,
  given,
  infant: type === 'INF',
});

const namesTyped = ({ party }: Sale): ShownName[] => [
  ...party.map(({ name, host, type }): ShownName => ({ ...spelt(name, host), infant: type === 'INS' })),
  ...party.flatMap(({ infant, infantName, infantHost }): ShownName[] =>
    infant ? [{ ...spelt(infantName, infantHost), infant: true }] : [],
  ),
];

/** A name as it is spelt so far: `smi`, `smith/`, `smith/jo`. One that cannot be read yet is shown as it was typed. */
export function spelt(entry: string, host: string): Pick<ShownName, 'surname' | 'given'> {
  const typed = entry.trim();
  const read = readName(typed, host);
  if (read.ok) return { surname: read.name.surname, given: read.name.given };
  const begun = readName(typed.includes('/') ? `${typed}X` : `${typed}/X`, host);
  return typed !== '' && begun.ok ? { surname: begun.name.surname, given: '' } : { surname: typed.slice(0, 200), given: '' };
}
