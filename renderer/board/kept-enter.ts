// What Enter does while the list is being asked for.
//
// The problem: D asks the hub for direct flights alone, S for another order. A hurried hand presses Enter before the list is there. The Enter
// must not be lost, and it must not open seats of an itinerary that nobody has seen: B and Enter would go on to hold them.
//
// The rule:
// 1. Enter waits for the list.
// 2. Then it opens the row that was chosen when it was pressed, if the list still shows it.
// 3. If it does not, Enter opens nothing. The list says so, and the next Enter opens the row that is chosen now.
// 4. An Enter that was pressed before another row was chosen by itself counts as pressed for the row before: a letter waits 50 ms, so the list
//    may change between the press and its work.
// 5. The wait is over when the agent moves in the list, types elsewhere, leaves the screen or asks for another list.
import { useSession } from '../client/session-store.ts';
import { keyPlace } from '../keys/key-place.ts';
import { serverNow } from '../stores/clock-store.ts';
import { useBoard } from './board-store.ts';
import { shownRows } from './filter-rows.ts';
import { openRow } from './open-row.ts';

const UNSEEN = 'Not opened: another list came. Enter opens the row that is chosen now.';

/** Enter on the list. `pressedAt`: the time stamp of the key. False when there is no list. */
export function enterList(pressedAt: number): boolean {
  const { answer, selected, searching, chosenAt, filter } = useBoard.getState();
  if (searching || (answer && answer.rows.length > 0 && selected === null)) {
    useBoard.setState({ keptEnter: { row: selected } });
    return true;
  }
  const row = answer && shownRows(answer, filter, serverNow()).find(({ key }) => key === selected);
  if (!row) return false;
  if (pressedAt < chosenAt) useBoard.setState({ note: UNSEEN });
  else openRow(row);
  return true;
}

/** The list that was asked for is there, or will not come. */
export function actKeptEnter(): void {
  const { keptEnter, answer, filter } = useBoard.getState();
  if (!keptEnter) return;
  useBoard.setState({ keptEnter: null });
  const place = keyPlace(document.activeElement);
  if (!answer || useSession.getState().locked || place === 'field' || place === 'dialog') return;
  const rows = shownRows(answer, filter, serverNow());
  const row = rows.find(({ key }) => key === keptEnter.row);
  if (row) openRow(row);
  else if (rows.length > 0) useBoard.setState({ note: UNSEEN });
}

export const dropKeptEnter = (): void => useBoard.setState({ keptEnter: null });
