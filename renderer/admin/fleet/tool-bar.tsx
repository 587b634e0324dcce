import { Fragment } from 'react';
import { KeyHint, KeyHints } from '../../parts/key-hint.tsx';
import { useDraft } from './draft-store.ts';
import type { Editor } from './editor.ts';
import { isToolOn, type MapTool } from './map-tools.ts';
import { placesOf } from './selection.ts';
import { ToolButton } from './tool-button.tsx';
import './map-tools.css';

interface Tool {
  readonly tool: MapTool;
  readonly kbd: string;
  readonly text: string;
  readonly more?: string;
}

/** In groups: what there is, and what is special about a seat. */
const GROUPS: readonly (readonly Tool[])[] = [
  [
    { tool: 'seat', kbd: 'S', text: 'seat' },
    { tool: 'none', kbd: 'Del', text: 'no seat' },
    { tool: 'exit', kbd: 'X', text: 'exit' },
    { tool: 'galley', kbd: 'K', text: 'galley', more: 'in front of the rows, or none; with Shift behind them' },
    { tool: 'lavatory', kbd: 'V', text: 'lavatory', more: 'in front of the rows, or none; with Shift behind them' },
    { tool: 'aisle', kbd: 'D', text: 'aisle', more: 'to starboard of the seat, in every row, or none' },
    { tool: 'wing', kbd: 'W', text: 'wing', more: 'beside these rows' },
  ],
  [
    { tool: 'legroom', kbd: 'L', text: 'legroom' },
    { tool: 'bassinet', kbd: 'B', text: 'bassinet' },
    { tool: 'accessible', kbd: 'H', text: 'accessible' },
    { tool: 'restricted', kbd: '1', text: 'restricted' },
    { tool: 'charged', kbd: 'C', text: 'charged' },
  ],
];

/** What can be done with the seats that are selected, with its keys. */
export function ToolBar({ editor }: { editor: Editor }) {
  const { edit } = useDraft.getState();
  const places = placesOf(editor.map, editor.selection);
  return (
    <div className="mp-tools" role="toolbar" aria-label="Tools">
      {GROUPS.map((group, index) => (
        <Fragment key={group[0]?.tool}>
          {index > 0 ? <i className="mp-div" /> : null}
          {group.map(({ tool, kbd, text, more }) => {
            const isOn = isToolOn(editor.map, tool, places);
            return (
              <ToolButton key={tool} kbd={kbd} isOn={isOn} more={more} onPress={() => edit({ do: 'tool', tool })}>
                {text}
              </ToolButton>
            );
          })}
        </Fragment>
      ))}
      <KeyHints>
        <KeyHint keys={['Ctrl Z']}>undo</KeyHint>
      </KeyHints>
    </div>
  );
}
