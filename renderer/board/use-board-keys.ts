import { useEffect } from 'react';
import { useSession } from '../client/session-store.ts';
import type { BoardRow } from './board-row.ts';
import { nextSort, toggleDirect } from './board-search.ts';
import { select, togglePin, unpinAll, useBoard } from './board-store.ts';
import { openRow } from './open-row.ts';

/** Elements in which a letter is typed text, or which have keys of their own. */
const TYPING = 'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]';
const DIALOG = '[role="dialog"], [role="alertdialog"]';

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
}

/** Keys that belong to the list: those of movement only while it, or nothing else, has the focus. */
function listKey(event: KeyboardEvent, rows: readonly BoardRow[]): boolean {
  const step = STEPS[event.key];
  if (step !== undefined) {
    move(rows, step);
    return true;
  }
  const chosen = rows.find(({ key }) => key === useBoard.getState().selected);
  if (event.key !== 'Enter' || !chosen || useBoard.getState().searching) return false;
  openRow(chosen);
  return true;
}

function letterKey(event: KeyboardEvent, rows: readonly BoardRow[]): boolean {
  const { selected, pins } = useBoard.getState();
  const letter = event.key.toUpperCase();
  if (letter === 'P' && event.shiftKey) {
    unpinAll();
    return true;
  }
  if (event.shiftKey) return false;
  if (letter === 'P') {
    const chosen = rows.find(({ key }) => key === selected);
    if (chosen) togglePin(chosen);
    return chosen !== undefined;
  }
  if (letter === 'S') {
    void nextSort();
    return true;
  }
  if (letter === 'D') {
    void toggleDirect();
    return true;
  }
  const pinned = pins[Number(letter) - 1];
  if (pinned) openRow(pinned);
  return pinned !== undefined;
}

export const BOARD_KEYS = [
  { keys: ['\u2191', '\u2193'], does: 'walk the list; PgUp, PgDn, Home and End go farther' },
  { keys: ['Enter'], does: 'in the search line search, in the list open the seats' },
  { keys: ['P'], does: 'pin the row to compare it, or take its pin out' },
  { keys: ['1\u20133'], does: 'open the seats of a pinned itinerary' },
  { keys: ['Shift P'], does: 'take all pins out' },
  { keys: ['S'], does: 'sort by the next column' },
  { keys: ['D'], does: 'direct flights alone, and back' },
] as const;

/** The keys of the board: movement and Enter in the list, letters wherever no text is typed. */
export function useBoardKeys(rows: readonly BoardRow[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (useSession.getState().locked || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(TYPING) || document.querySelector(DIALOG)) return;
      const free = target === document.body || target.closest('[role="grid"], h1') !== null;
      const done = (free && listKey(event, rows)) || (!event.repeat && letterKey(event, rows));
      if (done) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [rows]);
}
