import type { Cabin } from '../../shared/seat-map.ts';
import { go } from '../stores/navigation-store.ts';
import type { BoardRow } from './board-row.ts';
import { useBoard } from './board-store.ts';

/** To the seats of a row, in the cabin asked for or else the cheapest that seats the party. */
export function openRow(row: BoardRow, chosen?: Cabin): void {
  const { answer, wishes } = useBoard.getState();
  const { adults, children, infants, cabin: asked } = answer?.wishes ?? wishes;
  const cabin = chosen ?? asked ?? row.cabin;
  go({
    name: 'flight',
    flightIds: row.flights.map(({ flightId }) => flightId),
    adults,
    children,
    ...(infants > 0 ? { infants } : {}),
    ...(cabin ? { cabin } : {}),
  });
}
