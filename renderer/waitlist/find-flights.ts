import { designator } from '../../shared/flight-designator.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { call } from '../client/client.ts';
import { readDate } from '../format/read-date.ts';

const FLIGHT = /^([A-Z][A-Z0-9]|[0-9][A-Z])(\d{1,4})([A-Z]?)$/;

/** The flights of a line like `AA1 02JAN, AA9`: each the next departure, unless it has a day. A text says what is wrong. */
export async function findFlights(line: string, today: string): Promise<readonly FlightSummary[] | string> {
  const found: FlightSummary[] = [];
  const typed = line
    .toUpperCase()
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  for (const part of typed) {
    const [name = '', day, ...more] = part.split(/\s+/);
    const [, carrier = '', digits = '', suffix = ''] = FLIGHT.exec(name) ?? [];
    const date = day === undefined ? null : readDate(day, today, 'ahead');
    if (carrier === '' || Number(digits) === 0 || more.length > 0) return `${part} is no flight. Write AA9, or AA9 24NOV.`;
    if (day !== undefined && !date) return `There is no day ${day}.`;
    const reply = await call('flights.find', { carrier, number: Number(digits), date: date ?? null });
    if (!reply.ok) return reply.refusal.message;
    const called = designator(carrier, Number(digits), suffix);
    const flight = reply.value.flights.find((one) => !suffix || one.flight === called);
    if (!flight) return `${called} has no such departure.`;
    found.push(flight);
  }
  return found;
}
