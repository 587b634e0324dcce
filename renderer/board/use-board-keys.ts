import { useEffect } from 'react';
import { useHand } from '../admin/by-hand/hand-store.ts';
import { useSession } from '../client/session-store.ts';
import { keyPlace } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { offerUndo } from '../parts/undo.tsx';
import { type BoardRow, firstFlight } from './board-row.ts';
import { nextSort, readOn, toggleDirect } from './board-search.ts';
import { openNarrowing, select, togglePin, unpinAll, useBoard } from './board-store.ts';
import { compareCarriers } from './carriers-store.ts';
import { dropKeptEnter, enterList } from './kept-enter.ts';
import { openRow } from './open-row.ts';
import { leaveWayBack } from './way-back.ts';

const PAGE = 10;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function move(rows: readonly BoardRow[], by: number): void {
  const at = rows.findIndex(({ key }) => key === useBoard.getState().selected);
  const next = Math.max(0, Math.min(rows.length - 1, (at < 0 ? (by > 0 ? -1 : 0) : at) + by));
  select(rows[next]?.key ?? null);
  if (by === Number.POSITIVE_INFINITY) void endOfAll();
}

/** End goes to the last of all rows, also where the list has yet to be read to its end. Whoever has moved on meanwhile stays where they are. */
async function endOfAll(): Promise<void> {
  const { answer, selected } = useBoard.getState();
  await readOn();
  const now = useBoard.getState();
  if (now.answer !== answer && now.answer?.wishes === answer?.wishes && now.selected === selected)
    select(now.answer?.rows.at(-1)?.key ?? null);
}

/** Keys that belong to the list: those of movement only while it, or nothing else, has the focus. */
function listKey(event: KeyboardEvent, rows: readonly BoardRow[]): boolean {
  const step = STEPS[event.key];
  if (step !== undefined) {
    move(rows, step);
    return true;
  }
  return event.key === 'Enter' && !event.repeat && enterList(event.timeStamp);
}

/** The board as it is now, and how to bring it back: what a letter did when it was the beginning of a word. */
function keepBoard(): () => void {
  const { wishes, answer, out, sorts, pins, selected, filter, narrowOpened, note } = useBoard.getState();
  return () =>
    useBoard.setState(({ round }) => ({
      wishes,
      answer,
      out,
      sorts,
      pins,
      selected,
      filter,
      narrowOpened,
      note,
      searching: false,
      keptEnter: null,
      round: round + 1,
    }));
}

/** Takes all pins out, which can be undone. */
function unpinEverything(): void {
  const { pins } = useBoard.getState();
  unpinAll();
  offerUndo('pins', pins.length === 1 ? 'Pin taken out' : `${pins.length} pins taken out`, () => useBoard.setState({ pins }));
}

/** The keys of the board: movement and Enter in the list, letters where the list or the pinned rows have the focus. */
export function useBoardKeys(rows: readonly BoardRow[]): void {
  const pins = useBoard((state) => state.pins);
  const wayBack = useBoard((state) => state.out !== null);
  const take = (row: BoardRow | undefined) => row && (() => openRow(row));
  useKeys(
    'board',
    {
      Space: () => {
        const chosen = rows.find(({ key }) => key === useBoard.getState().selected);
        if (chosen) togglePin(chosen);
      },
      Esc: pins.length > 0 ? unpinEverything : wayBack ? leaveWayBack : undefined,
      S: () => void nextSort(),
      D: () => void toggleDirect(),
      C: openNarrowing,
      '=': () => void compareCarriers(),
      'Shift F': () => {
        const chosen = rows.find(({ key }) => key === useBoard.getState().selected);
        if (chosen) useHand.getState().open(firstFlight(chosen));
      },
      1: take(pins[0]),
      2: take(pins[1]),
      3: take(pins[2]),
    },
    keepBoard,
  );
  useEffect(() => dropKeptEnter, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (useSession.getState().locked || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const place = keyPlace(target);
      if (place === 'field' || place === 'dialog') return;
      const free = target === document.body || target.closest('[role="grid"], h1') !== null;
      if (free && listKey(event, rows)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [rows]);
}
