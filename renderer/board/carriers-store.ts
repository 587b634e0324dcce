import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { useBoard, type Wishes } from './board-store.ts';

interface CarriersState {
  /** What the comparison is of; null while it is closed. */
  readonly wishes: Wishes | null;
  /** Null while it is asked for. */
  readonly found: Output<'flights.carriers'> | null;
  readonly refusal: Refusal | null;
}

const CLOSED: CarriersState = { wishes: null, found: null, refusal: null };

export const useCarriers = create<CarriersState>(() => CLOSED);

export const closeCarriers = (): void => useCarriers.setState(CLOSED);

onSessionOver(closeCarriers);

/** The stops that a comparison counts: no more than the list, and one at most, because more are not always counted to the end. */
export const stopsCompared = ({ maxStops }: Wishes): 0 | 1 => (maxStops === 0 ? 0 : 1);

/** Compares the carriers of the route that the list shows; also those that it leaves out. */
export async function compareCarriers(): Promise<void> {
  const { answer } = useBoard.getState();
  if (!answer) return;
  if (answer.kind === 'departures') {
    useBoard.setState({ note: 'Carriers are compared on a route: say where to as well.' });
    return;
  }
  const { wishes } = answer;
  useCarriers.setState({ ...CLOSED, wishes });
  const { from, to, date, adults, children, cabin, departure, sameAirport, aircraft } = wishes;
  const reply = await call(
    'flights.carriers',
    {
      ...{ from, to, date, adults, children, cabin, leavesFrom: departure.from, leavesTo: departure.to, sameAirport },
      maxStops: stopsCompared(wishes),
      ...(aircraft.length > 0 ? { aircraft: [...aircraft] } : {}),
    },
    'person',
  );
  // It was closed meanwhile, or another one was asked for.
  if (useCarriers.getState().wishes !== wishes) return;
  useCarriers.setState(reply.ok ? { found: reply.value } : { refusal: reply.refusal });
}
