import { designator } from '../../shared/flight-designator.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { call } from '../client/client.ts';
import { dateLabel } from '../format/times.ts';
import { go, type Screen } from '../stores/navigation-store.ts';
import { type Command, parseCommand } from './parse-command.ts';

/** gone: the screen changed. choose: one number flies several legs that day. wrong: why not, and what would work. */
export type Outcome =
  | { kind: 'gone' }
  | { kind: 'choose'; flights: readonly FlightSummary[] }
  | { kind: 'wrong'; problem: string; next: string };

const GONE: Outcome = { kind: 'gone' };

function goTo(screen: Screen): Outcome {
  go(screen);
  return GONE;
}

async function goToFlight(command: Extract<Command, { kind: 'flight' }>): Promise<Outcome> {
  const { carrier, number, suffix, date, orLocator } = command;
  const reply = await call('flights.find', { carrier, number, date }, 'person');
  if (!reply.ok) return { kind: 'wrong', problem: reply.refusal.message, next: reply.refusal.next };
  const called = designator(carrier, number, suffix);
  const flights = suffix ? reply.value.flights.filter(({ flight }) => flight === called) : reply.value.flights;
  const [only] = flights;
  if (only && flights.length === 1) return goTo({ name: 'flight', flightIds: [only.flightId] });
  if (only) return { kind: 'choose', flights };
  if (orLocator) return goTo({ name: 'reservations', find: { by: 'locator', locator: orLocator } });
  return {
    kind: 'wrong',
    problem: `${called} does not fly on ${dateLabel(date)}.`,
    next: `Try another day: ${carrier}${number}${suffix} 24NOV.`,
  };
}

/** Does what the line says. `today` is the local date at the desk. */
export async function runCommand(line: string, today: string): Promise<Outcome> {
  const command = parseCommand(line, today);
  switch (command.kind) {
    case 'route':
      return goTo({ name: 'board', from: command.from, to: command.to, date: command.date });
    case 'departures':
      return goTo({ name: 'board', from: command.from, date: command.date });
    case 'locator':
      return goTo({ name: 'reservations', find: { by: 'locator', locator: command.locator } });
    case 'name':
      return goTo({ name: 'reservations', find: { by: 'name', name: command.name } });
    case 'flight':
      return goToFlight(command);
    case 'wrong':
      return command;
  }
}
