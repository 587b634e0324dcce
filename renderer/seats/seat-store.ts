import { create } from 'zustand';
import type { Heard, JournalEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { applySeatEvent, CHANGE_SHOWN_MS, changedElsewhere, type FlightSeats, fromAnswer } from './seat-events.ts';

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

function hear(heard: Heard): void {
  if ('notice' in heard) return;
  const { early } = useSeats.getState();
  if (early.size > 0) {
    const longer = [...early].map(([flightId, { load, events }]) => [flightId, { load, events: [...events, heard] }] as const);
    useSeats.setState({ early: new Map(longer) });
  }
  const { flights, marks } = useSeats.getState();
  const ownDesk = useSession.getState().session?.desk ?? '';
  for (const [key, before] of Object.entries(flights)) {
    const flightId = Number(key);
    const after = applySeatEvent(before, heard);
    if (after === before) continue;
    const newest = after.changes[0];
    const moved = newest?.event === heard.event ? newest.seats.filter((seat) => changedElsewhere(after, seat, ownDesk) === newest) : [];
    const marked = moved.map((seat) => [seatKey(flightId, seat), heard.event] as const);
    useSeats.setState({
      flights: { ...useSeats.getState().flights, [flightId]: after },
      ...(marked.length > 0 ? { marks: { ...marks, ...Object.fromEntries(marked) } } : {}),
    });
    if (marked.length > 0) setTimeout(() => unmark(heard.event), CHANGE_SHOWN_MS);
  }
}

function unmark(event: number): void {
  useSeats.setState(({ marks }) => ({ marks: Object.fromEntries(Object.entries(marks).filter(([, marked]) => marked !== event)) }));
}

/** Loads the seats of these flights and follows them until the returned function is called. */
export function followFlights(flightIds: readonly number[]): () => void {
  for (const flightId of flightIds) void loadSeats(flightId);
  const stopHearing = onHeard(hear);
  const stopResync = onResync(() => {
    for (const flightId of flightIds) void loadSeats(flightId);
  });
  return () => {
    stopHearing();
    stopResync();
    useSeats.setState(NOTHING);
  };
}
