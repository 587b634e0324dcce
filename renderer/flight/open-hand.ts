import { useHand } from '../admin/by-hand/hand-store.ts';
import { useSeats } from '../seats/seat-store.ts';

/** Shift F on the flight: its schedule by hand. Nothing while the flight is not on the screen yet. */
export function openHand(flightId: number): void {
  const flight = useSeats.getState().flights[flightId]?.answer.flight;
  if (flight) useHand.getState().open(flight);
}
