import { draftFaults } from '../../../shared/draft-faults.ts';
import type { SeatMap } from '../../../shared/seat-map.ts';
import { capital } from '../../format/capital.ts';
import { type RowWish, typeRows } from './edit-rows.ts';
import type { Place } from './map-rows.ts';
import { type MapTool, withTool } from './map-tools.ts';
import { rowsOf, type Selection, settle, wholeMap } from './selection.ts';

/** A map in hand: as it is now, as it was before each edit, and what the next edit acts on. */
export interface Editor {
  readonly map: SeatMap;
  readonly past: readonly SeatMap[];
  readonly future: readonly SeatMap[];
  readonly selection: Selection;
  /** Why the last edit was not done; null when it was. */
  readonly problem: string | null;
}

export type MapEdit =
  | { readonly do: 'tool'; readonly tool: MapTool }
  | { readonly do: 'type'; readonly wish: RowWish }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  /** Goes to a place; `extend` keeps the other corner. */
  | { readonly do: 'select'; readonly at: Place; readonly extend: boolean }
  | { readonly do: 'selectAll' };

/** Edits that can be undone. */
const PAST_MAX = 200;

export const newEditor = (map: SeatMap): Editor => {
  const at = { row: 0, letter: wholeMap(map).anchor.letter };
  return { map, past: [], future: [], selection: { anchor: at, at }, problem: null };
};

/** What an edit would break that was whole before, in a sentence. */
function newFault(before: SeatMap, after: SeatMap): string | undefined {
  const known = new Set(draftFaults(before, null).map(({ problem }) => problem));
  const fault = draftFaults(after, null).find(({ problem }) => !known.has(problem));
  return fault && `${fault.row === null ? '' : `Row ${fault.row}: `}${fault.row === null ? capital(fault.problem) : fault.problem}.`;
}

function changed(editor: Editor, map: SeatMap | string): Editor {
  if (typeof map === 'string') return { ...editor, problem: map };
  const fault = newFault(editor.map, map);
  if (fault) return { ...editor, problem: fault };
  if (JSON.stringify(map) === JSON.stringify(editor.map)) return { ...editor, problem: null };
  const past = [...editor.past, editor.map].slice(-PAST_MAX);
  return { map, past, future: [], selection: settle(map, editor.selection), problem: null };
}

/** Added rows are selected, because the next keys are about them. */
function onAdded(before: Editor, after: Editor): Editor {
  const added = after.map.rows.length - before.map.rows.length;
  if (added <= 0) return after;
  const { from, to } = rowsOf(before.selection);
  const { anchor, at } = before.selection;
  return { ...after, selection: settle(after.map, { anchor: { ...anchor, row: to + 1 }, at: { ...at, row: to + 1 + (to - from) } }) };
}

/** The editor after an edit. Every map that it holds can be flown: an edit that would break it is not done and says why. */
export function editMap(editor: Editor, edit: MapEdit): Editor {
  const { map, past, future, selection } = editor;
  switch (edit.do) {
    case 'tool': {
      const next = changed(editor, withTool(map, edit.tool, selection));
      return edit.tool === 'add' ? onAdded(editor, next) : next;
    }
    case 'type': {
      const { from, to } = rowsOf(selection);
      return changed(editor, typeRows(map, from, to, edit.wish));
    }
    case 'undo': {
      const before = past.at(-1);
      if (!before) return editor;
      return { map: before, past: past.slice(0, -1), future: [...future, map], selection: settle(before, selection), problem: null };
    }
    case 'redo': {
      const after = future.at(-1);
      if (!after) return editor;
      return { map: after, past: [...past, map], future: future.slice(0, -1), selection: settle(after, selection), problem: null };
    }
    case 'select':
      return { ...editor, selection: settle(map, { anchor: edit.extend ? selection.anchor : edit.at, at: edit.at }), problem: null };
    case 'selectAll':
      return { ...editor, selection: wholeMap(map), problem: null };
  }
}
