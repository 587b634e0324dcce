// A return is chosen in two steps: first the way out, then the way back. Both lists come with one answer, so that the second step waits for nothing. The
// list shows one of them, and Esc goes from the way back to the way out.
import type { Cabin } from '../../shared/seat-map.ts';
import { dateLabel } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { serverNow } from '../stores/clock-store.ts';
import { type BoardRow, firstFlight, flightsText, lastFlight } from './board-row.ts';
import { type Answer, flightIdsOf, useBoard, withoutWayOut } from './board-store.ts';
import { firstSelected } from './first-selected.ts';

/** The list of the ways back that can be flown after a way out. */
export function wayBackOf(answer: Answer, out: BoardRow): Answer {
  const { rows = [], more = 0, found = null } = answer.back ?? {};
  const { arrivesAt } = lastFlight(out);
  const later = rows.filter((row) => firstFlight(row).departsAt >= arrivesAt);
  return { ...answer, way: 'back', rows: later, flightIds: flightIdsOf([...later, out]), more, found };
}

/** Takes a row as the way out, and goes on to the ways back. */
export function takeWayOut(row: BoardRow, cabin: Cabin | null): void {
  const { answer, pins } = useBoard.getState();
  if (!answer) return;
  const back = wayBackOf(answer, row);
  useBoard.setState({
    answer: back,
    out: { row, cabin, answer, pins },
    ...{ pins: [], keptEnter: null, note: '', offset: 0 },
    ...{ selected: firstSelected(back.rows, null, serverNow()), chosenAt: performance.now() },
  });
  announce(`Way out ${flightsText(row)}. Now the way back, ${dateLabel(answer.wishes.back)}: ${back.rows.length} found`);
}

/** Back to the ways out, where the way out that was taken is chosen. */
export function leaveWayBack(): void {
  if (!useBoard.getState().out) return;
  useBoard.setState(withoutWayOut);
  announce('The ways out again');
}
