import type { KeyboardEvent } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { announce } from '../../parts/announcer.tsx';
import { useDraft } from './draft-store.ts';
import type { MapTool } from './map-tools.ts';

const tool = (name: MapTool) => useDraft.getState().edit({ do: 'tool', tool: name });

/**
 * The keys of the editor. Letters are tools only while the drawing has the focus (`inGrid`). What is given back takes the keys of the drawing that
 * are no letters. What a letter did is taken back when it was the beginning of a word.
 */
export function useEditorKeys(inGrid: boolean, typeRows: () => void): (event: KeyboardEvent) => void {
  const act = (name: MapTool) => (inGrid ? () => tool(name) : undefined);
  useKeys(
    'mapEditor',
    {
      S: act('seat'),
      X: act('exit'),
      K: act('galley'),
      'Shift K': act('galleyBehind'),
      V: act('lavatory'),
      'Shift V': act('lavatoryBehind'),
      D: act('aisle'),
      L: act('legroom'),
      B: act('bassinet'),
      H: act('accessible'),
      '1': act('restricted'),
      C: act('charged'),
      A: act('add'),
      W: act('wing'),
      E: inGrid ? typeRows : undefined,
    },
    () => {
      const before = useDraft.getState().draft;
      return () => useDraft.getState().put(before);
    },
  );
  return (event) => {
    const { edit } = useDraft.getState();
    const chord = event.ctrlKey && !event.altKey && !event.metaKey ? event.key.toLowerCase() : '';
    const isUndo = chord === 'z' && !event.shiftKey;
    if (isUndo) edit({ do: 'undo' });
    else if (chord === 'y' || chord === 'z') edit({ do: 'redo' });
    else if (chord === 'a') edit({ do: 'selectAll' });
    else if (event.key === 'Delete') tool(event.shiftKey ? 'remove' : 'none');
    else if (event.key === 'Enter' && !event.ctrlKey) typeRows();
    else return;
    if (isUndo) announce('Undone.');
    event.preventDefault();
    event.stopPropagation();
  };
}
