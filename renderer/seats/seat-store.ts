import { create } from 'zustand';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, onEvents, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { CHANGE_SHOWN_MS } from '../stores/loads-store.ts';
import { movesAircraft } from './aircraft-moved.ts';
import { applySeatEvent, changedElsewhere, type FlightSeats, fromAnswer, mayPrice, movesBlocks } from './seat-events.ts';

interface SeatStore {
  readonly flights: Readonly<Record<number, FlightSeats>>;
  /** Seats that another desk moved within the last seconds: the number of the event, by `seatKey`. */
  readonly marks: Readonly<Record<string, number>>;
  readonly problems: Readonly<Record<number, Refusal>>;
  /** Events that came while a flight's answer was on its way; those newer than the answer are applied to it. */
  readonly early: ReadonlyMap<number, EarlyEvents>;
}

/** A later load of the same flight begins another one. */
interface EarlyEvents {
  readonly load: symbol;
  readonly events: readonly JournalEvent[];
}

const NOTHING: SeatStore = { flights: {}, marks: {}, problems: {}, early: new Map() };

export const useSeats = create<SeatStore>(() => NOTHING);

export const seatKey = (flightId: number, seat: string): string => `${flightId} ${seat}`;

export async function loadSeats(flightId: number): Promise<void> {
  const load = Symbol();
  useSeats.setState(({ early }) => ({ early: new Map(early).set(flightId, { load, events: [] }) }));
  const reply = await call('flights.seatMap', { flightId });
  const heard = useSeats.getState().early.get(flightId);
  // A later load of the same flight has taken over, or nobody waits for it any more.
  if (heard?.load !== load) return;
  useSeats.setState(({ flights, problems, early }) => {
    const others = new Map(early);
    others.delete(flightId);
    if (!reply.ok) return { problems: { ...problems, [flightId]: reply.refusal }, early: others };
    const { [flightId]: _solved, ...unsolved } = problems;
    const seats = heard.events.reduce(applySeatEvent, fromAnswer(reply.value, flights[flightId]));
    return { flights: { ...flights, [flightId]: seats }, problems: unsolved, early: others };
  });
}

/** Asks again for seats that could not be had. */
export function retrySeats(flightId: number): void {
  useSeats.setState(({ problems }) => {
    const { [flightId]: _tried, ...others } = problems;
    return { problems: others };
  });
  void loadSeats(flightId);
}

/** Takes the events of one frame in one update, so that a rush draws each seat once. */
export function hearSeats(events: readonly JournalEvent[]): void {
  const { flights, marks, early } = useSeats.getState();
  const ownDesk = useSession.getState().session?.desk ?? '';
  const moved: Record<number, FlightSeats> = {};
  const marked: Record<string, number> = {};
  for (const [key, before] of Object.entries(flights)) {
    const flightId = Number(key);
    let seats = before;
    for (const event of events) {
      const after = applySeatEvent(seats, event);
      if (after === seats) continue;
      seats = after;
      const newest = after.changes[0];
      if (newest?.event !== event.event) continue;
      for (const seat of newest.seats) if (changedElsewhere(after, seat, ownDesk) === newest) marked[seatKey(flightId, seat)] = event.event;
    }
    if (seats !== before) moved[flightId] = seats;
  }
  const longer = [...early].map(([flightId, { load, events: before }]) => [flightId, { load, events: [...before, ...events] }] as const);
  const anyMoved = Object.keys(moved).length > 0;
  if (!anyMoved && early.size === 0) return;
  const anyMarked = Object.keys(marked).length > 0;
  useSeats.setState({
    ...(anyMoved ? { flights: { ...flights, ...moved } } : {}),
    ...(anyMarked ? { marks: { ...marks, ...marked } } : {}),
    ...(early.size > 0 ? { early: new Map(longer) } : {}),
  });
  if (anyMarked) setTimeout(() => unmark(marked), CHANGE_SHOWN_MS);
}

/** Takes these marks away, but not those that a newer event has put on the same seats. */
const unmark = (old: Readonly<Record<string, number>>): void =>
  useSeats.setState(({ marks }) => ({ marks: Object.fromEntries(Object.entries(marks).filter(([key, event]) => old[key] !== event)) }));

function repriced(flightId: number, events: readonly JournalEvent[]): boolean {
  const flight = useSeats.getState().flights[flightId]?.answer.flight;
  return flight !== undefined && events.some((event) => isAbout(event, 'pricing') && mayPrice(event, flight));
}

/** Whether events moved what no event tells whole: the remark of a block, the aircraft of a flight and what it carries, its times by the schedule. */
function movesMore(flightId: number, events: readonly JournalEvent[]): boolean {
  const answer = useSeats.getState().flights[flightId]?.answer;
  return events.some(
    (event) => isAbout(event, 'schedule') || movesBlocks(event, flightId) || (answer !== undefined && movesAircraft(event, answer)),
  );
}

/** Loads the seats of these flights and follows them until the returned function is called. */
export function followFlights(flightIds: readonly number[]): () => void {
  for (const flightId of flightIds) void loadSeats(flightId);
  const stopHearing = onEvents((events) => {
    hearSeats(events);
    // Events carry no prices, and the answer shows one for each cabin.
    for (const flightId of flightIds) if (repriced(flightId, events) || movesMore(flightId, events)) void loadSeats(flightId);
  });
  const stopResync = onResync(() => {
    for (const flightId of flightIds) void loadSeats(flightId);
  });
  return () => {
    stopHearing();
    stopResync();
    useSeats.setState(NOTHING);
  };
}
