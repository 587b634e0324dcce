import { designator, parseDesignator } from '../../shared/flight-designator.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { call } from '../client/client.ts';
import { readDate } from '../format/read-date.ts';

/** A flight, spaced as on the screens or not, and the day behind it. */
const FLIGHT_AND_DAY = /^(\S{2}\s*\d{1,4}[A-Z]?)(?:\s+(.+))?$/;

/** The flights of a line like `AA1 02JAN, B6 9011`: each the next departure, unless it has a day. A text says what is wrong. */
export async function findFlights(line: string, today: string): Promise<readonly FlightSummary[] | string> {
  const found: FlightSummary[] = [];
  const typed = line
    .toUpperCase()
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  for (const part of typed) {
    const [, name = '', day] = FLIGHT_AND_DAY.exec(part) ?? [];
    const read = parseDesignator(name);
    if (!read?.number) return `${part} is no flight. Write AA9, or AA9 24NOV.`;
    const { carrier, number, suffix } = read;
    const date = day === undefined ? null : readDate(day, today, 'ahead');
    if (day !== undefined && !date) return `There is no day ${day}.`;
    const reply = await call('flights.find', { carrier, number, date: date ?? null });
    if (!reply.ok) return reply.refusal.message;
    const called = designator(carrier, number, suffix);
    const flight = reply.value.flights.find((one) => !suffix || one.flight === called);
    if (!flight) return `${called} has no such departure.`;
    found.push(flight);
  }
  return found;
}
