import type { Cabin } from '../../shared/seat-map.ts';
import { go } from '../stores/navigation-store.ts';
import type { BoardRow } from './board-row.ts';
import { useBoard } from './board-store.ts';
import { takeWayOut } from './way-back.ts';

/**
 * To the seats of a row, in the cabin asked for or else the cheapest that seats the party. A row that is the way out of a return leads to the ways back
 * first, and one of these to the seats of both.
 */
export function openRow(row: BoardRow, chosen?: Cabin): void {
  const { answer, out, wishes } = useBoard.getState();
  const { adults, children, infants, cabin: asked } = answer?.wishes ?? wishes;
  const cabin = chosen ?? asked ?? row.cabin;
  if (answer?.way === 'out') {
    takeWayOut(row, cabin);
    return;
  }
  const first = out ? (out.cabin ?? out.row.cabin) : cabin;
  const back = out && cabin ? { back: row.flights.length, backCabin: cabin } : out ? { back: row.flights.length } : {};
  go({
    name: 'flight',
    flightIds: [...(out?.row.flights ?? []), ...row.flights].map(({ flightId }) => flightId),
    ...back,
    adults,
    children,
    ...(infants > 0 ? { infants } : {}),
    ...(first ? { cabin: first } : {}),
  });
}
