import { bookingEffect, isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { parseDesignator } from '../../shared/flight-designator.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { call, onEvents, onResync } from '../client/client.ts';
import { renew } from './board-search.ts';
import { takeFlights, useBoard } from './board-store.ts';

/** Changes that come close together are asked for in one go. */
const WAIT_MS = 250;
/** Flights asked for in one go: a rush on the whole board must not become a rush of questions. */
const FLIGHTS_MAX = 10;

/** The flights whose prices may be others after an event. Seats that stay with their hold change no load, and so no price. */
function flightsOf(event: JournalEvent): readonly number[] {
  if (isAbout(event, 'cabin')) return [event.data.flightId];
  if (!isAbout(event, 'booking') || bookingEffect(event.type).seats === 'keep') return [];
  return event.data.legs.map(({ flightId }) => flightId);
}

/** Reads the flights of rows and pins, by id. An answer is indexed once, however many events follow. */
function shownFlightsReader(): () => ReadonlyMap<number, FlightSummary> {
  let indexed: { of: unknown; pins: unknown; flights: Map<number, FlightSummary> } | undefined;
  return () => {
    const { answer, pins } = useBoard.getState();
    if (indexed?.of !== answer || indexed?.pins !== pins) {
      const all = [...(answer?.rows ?? []), ...pins].flatMap(({ flights }) => flights);
      indexed = { of: answer, pins, flights: new Map(all.map((flight) => [flight.flightId, flight])) };
    }
    return indexed.flights;
  };
}

/** All legs of the flight's number on its day, as the hub knows them now. */
async function look(flight: FlightSummary): Promise<readonly FlightSummary[]> {
  const named = parseDesignator(flight.flight);
  if (!named) return [];
  const reply = await call('flights.find', { carrier: named.carrier, number: named.number, date: flight.date });
  return reply.ok ? reply.value.flights : [];
}

/**
 * Keeps prices up with seats: events carry counters, not prices, so flights on the board that moved are looked up
 * again, a few at a time. Until the returned function is called.
 */
export function followFlights(): () => void {
  const shownFlights = shownFlightsReader();
  const waiting = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const round = async (): Promise<void> => {
    const known = shownFlights();
    const now = [...waiting].slice(0, FLIGHTS_MAX);
    for (const id of now) waiting.delete(id);
    const flights = now.map((id) => known.get(id)).filter((flight) => flight !== undefined);
    const found = (await Promise.all(flights.map(look))).flat().filter(({ flightId }) => known.has(flightId));
    timer = undefined;
    if (stopped) return;
    if (found.length > 0) takeFlights(found);
    arm();
  };
  const arm = (): void => {
    if (waiting.size > 0) timer ??= setTimeout(() => void round(), WAIT_MS);
  };

  const stopEvents = onEvents((events) => {
    const known = shownFlights();
    let priced = false;
    for (const event of events) {
      if (isAbout(event, 'schedule')) void renew();
      if (isAbout(event, 'pricing')) priced = true;
      for (const id of flightsOf(event)) if (known.has(id)) waiting.add(id);
    }
    // One policy may price all flights of the board, so that it is asked for as a whole.
    if (priced) void renew();
    arm();
  });
  const stopResync = onResync(() => void renew());
  return () => {
    stopped = true;
    stopEvents();
    stopResync();
    clearTimeout(timer);
  };
}
