import { designator } from '../../shared/flight-designator.ts';
import { isLocator } from '../../shared/locator.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { call } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import type { TypedParty } from '../format/read-party.ts';
import { dateLabel, localDay, localTime } from '../format/times.ts';
import { findScope } from '../pricing/find-scope.ts';
import type { Screen } from '../stores/navigation-store.ts';
import { goToScreen } from './go-to-screen.ts';
import { type Command, parseCommand } from './parse-command.ts';

/** A place that a line may mean, as it is offered. */
export interface Choice {
  readonly title: string;
  readonly detail: string;
  readonly aside: string;
  readonly screen: Screen;
}

/** go: the line means this place. done: the screen changed. choose: the line means several things. wrong: why not, and what would work; `again`: the hub was not able to answer. */
export type Outcome =
  | { kind: 'go'; screen: Screen }
  | { kind: 'done' }
  | { kind: 'choose'; choices: readonly Choice[] }
  | { kind: 'wrong'; problem: string; next: string; again?: boolean };

const goTo = (screen: Screen): Outcome => ({ kind: 'go', screen });

/** Who travels, and whether their seats are held at once. */
interface Asked {
  readonly party?: TypedParty | undefined;
  readonly together?: true | undefined;
}

const flightScreen = (flights: readonly FlightSummary[], { party, together }: Asked): Screen => ({
  ...{ name: 'flight', flightIds: flights.map(({ flightId }) => flightId) },
  ...party,
  ...(together && { together }),
});

const flightChoice = (flight: FlightSummary, asked: Asked): Choice => ({
  title: flight.flight,
  detail: `${flight.origin}\u2013${flight.destination}`,
  aside: `${localTime(flight.departsAt, flight.originZone)} to ${localTime(flight.arrivesAt, flight.destinationZone)}`,
  screen: flightScreen([flight], asked),
});

/** Flights of one number on which a party stays on board, sold together as from the board. */
function journeyChoice(journey: readonly FlightSummary[], asked: Asked): Choice[] {
  const [first, last] = [journey[0], journey.at(-1)];
  if (!first || !last) return [];
  const whole = { ...first, destination: last.destination, destinationZone: last.destinationZone, arrivesAt: last.arrivesAt };
  const { detail, ...choice } = flightChoice(whole, asked);
  const stops = journey.length === 2 ? '1 stop' : `${journey.length - 1} stops`;
  return [{ ...choice, detail: `${detail}, ${stops}, stays on board`, screen: flightScreen(journey, asked) }];
}

/** The booking with a locator, to be offered beside what else the same line means. */
async function bookingChoices(locator: string | null): Promise<Choice[]> {
  if (locator === null) return [];
  const reply = await call('bookings.find', { anyOf: [{ by: 'locator', locator }] }, 'person');
  if (!reply.ok) return [];
  return reply.value.bookings.map((booking) => ({
    title: booking.locator,
    detail: booking.name || 'booking without a name yet',
    aside: `${booking.flight}, ${dateLabel(localDay(booking.departsAt, booking.originZone))}`,
    screen: { name: 'reservations', bookingId: booking.bookingId },
  }));
}

function offer(choices: readonly Choice[]): Outcome {
  const [only] = choices;
  return only && choices.length === 1 ? goTo(only.screen) : { kind: 'choose', choices };
}

async function goToFlight(command: Extract<Command, { kind: 'flight' }>): Promise<Outcome> {
  const { carrier, number, suffix, date, orLocator } = command;
  const [reply, bookings] = await Promise.all([call('flights.find', { carrier, number, date }, 'person'), bookingChoices(orLocator)]);
  if (!reply.ok) return { kind: 'wrong', problem: reply.refusal.message, next: reply.refusal.next, again: true };
  const called = designator(carrier, number, suffix);
  const isMeant = ({ flight }: FlightSummary): boolean => !suffix || flight === called;
  const flights = reply.value.flights.filter(isMeant);
  const journeys = (reply.value.journeys ?? []).filter((journey) => journey.every(isMeant));
  const choices = [
    ...journeys.flatMap((journey) => journeyChoice(journey, command)),
    ...flights.map((flight) => flightChoice(flight, command)),
  ];
  if (choices.length + bookings.length > 0) return offer([...choices, ...bookings]);
  return {
    kind: 'wrong',
    problem:
      date === null
        ? `${called} has no departure to come${orLocator ? `, and there is no booking ${orLocator}` : ''}.`
        : `${called} does not fly on ${dateLabel(date)}.`,
    next: `Try ${date === null ? 'a' : 'another'} day: ${carrier}${number}${suffix} tomorrow.`,
  };
}

/** Two codes of three letters may be a locator that was read out in two groups. */
async function goToRoute({ from, to, date, back, party }: Extract<Command, { kind: 'route' }>, line: string): Promise<Outcome> {
  const board: Screen = { name: 'board', from, to, date, ...(back ? { back } : {}), ...(party ? { party } : {}) };
  const alone = /^\s*\S{3}[ -]\S{3}\s*$/.test(line) && isLocator(from + to);
  const bookings = await bookingChoices(alone ? from + to : null);
  return offer([...bookings, { title: `${from} to ${to}`, detail: 'flights', aside: dateLabel(date), screen: board }]);
}

/** A code that no place has may be a short surname: LEE, KIM, NGO. */
async function goToDepartures({ from, date, party }: Extract<Command, { kind: 'departures' }>, line: string): Promise<Outcome> {
  const board: Screen = { name: 'board', from, date, ...(party ? { party } : {}) };
  if (line.trim().length > from.length) return goTo(board);
  const reply = await call('flights.places', { text: from }, 'person');
  const unknown = reply.ok && !reply.value.places.some(({ code }) => code === from);
  return goTo(unknown ? { name: 'reservations', find: line.trim() } : board);
}

async function goToPricing({ scope }: Extract<Command, { kind: 'pricing' }>): Promise<Outcome> {
  const found = await findScope(scope);
  if (found.kind !== 'found') return found;
  return offer(
    found.scopes.map(({ scope: one, flight }) => {
      const screen: Screen = { name: 'pricing', scope: one };
      return flight ? { ...flightChoice(flight, {}), screen } : { title: 'Pricing', detail: '', aside: '', screen };
    }),
  );
}

const isSupervisor = (): boolean => useSession.getState().session?.role === 'supervisor';

/** What the line means. `today` is the local date at the desk. */
export async function runCommand(line: string, today: string): Promise<Outcome> {
  const command = parseCommand(line, today);
  switch (command.kind) {
    case 'route':
      return goToRoute(command, line);
    case 'departures':
      return goToDepartures(command, line);
    case 'find':
      return goTo({ name: 'reservations', find: command.text });
    case 'screen':
      if (command.tab && isSupervisor()) return goTo({ name: 'admin', tab: command.tab });
      goToScreen(command.screen);
      return { kind: 'done' };
    case 'pricing':
      return goToPricing(command);
    case 'flight':
      return goToFlight(command);
    case 'wrong':
      return command;
  }
}
