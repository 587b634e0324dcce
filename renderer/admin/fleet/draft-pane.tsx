import { useCallback, useEffect, useRef, useState } from 'react';
import { afterDialog } from '../../parts/after-dialog.ts';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/tag.tsx';
import { toast } from '../../parts/toast.tsx';
import { CountTable } from './count-table.tsx';
import { DifferenceList } from './difference-list.tsx';
import { type Draft, fleetDraftOf, newestVersion, useDraft } from './draft-store.ts';
import { putAway } from './draw-map.ts';
import { useFleet } from './fleet-store.ts';
import { mapTitle, versionName } from './fleet-words.ts';
import { goToMap } from './go-to-map.ts';
import { HeadDialog } from './head-dialog.tsx';
import { LoserTable } from './loser-table.tsx';
import { MapGrid } from './map-grid.tsx';
import { PaneBody } from './pane-body.tsx';
import { RowsInHand } from './rows-in-hand.tsx';
import { saveDraft } from './save-draft.ts';
import { rowsOf } from './selection.ts';
import { TakeOverBar } from './take-over-bar.tsx';
import { TakeOverDaysFields } from './take-over-days-fields.tsx';
import { ToolBar } from './tool-bar.tsx';
import { useEditorKeys } from './use-editor-keys.ts';
import { useMapRoom } from './use-map-room.ts';
import { usePreview } from './use-preview.ts';
import { VersionList } from './version-list.tsx';

const titleOf = ({ carrier, equipment, configuration }: Draft['head']) =>
  [carrier ?? '', equipment, configuration].filter(Boolean).join(' ');

/** A map that is drawn: the cabin with its tools, what becomes of the rows, what it sells, and who loses a seat. */
export function DraftPane({ draft }: { draft: Draft }) {
  const { base, head, editor } = draft;
  const { map, selection } = editor;
  const isNew = useDraft(({ isNew }) => isNew);
  const { edit } = useDraft.getState();
  const maps = useFleet(({ maps }) => maps);
  const shown = useFleet(({ shown }) => shown);
  const pane = useRef<HTMLElement>(null);
  const room = useMapRoom(pane);
  const [typing, setTyping] = useState(false);
  const [naming, setNaming] = useState(false);
  // Letters are tools only while the drawing has the focus.
  const [inGrid, setInGrid] = useState(false);
  const version = `v${newestVersion(maps ?? [], head) + 1}`;
  usePreview({ draft: fleetDraftOf(draft) });
  const toGrid = useCallback(() => pane.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus(), []);
  // A draft that has just begun takes the keyboard; one that is shown again does not.
  useEffect(() => (isNew ? afterDialog(toGrid) : undefined), [isNew, toGrid]);
  const onKey = useEditorKeys(inGrid, () => setTyping(true));
  const { from, to } = rowsOf(selection);
  const [first, last] = [map.rows[from]?.row, map.rows[to]?.row];
  const isSame = base.about.configuration === head.configuration;
  const name = isSame ? versionName(base.about) : mapTitle(base.about);
  return (
    <section className="mp-pane" aria-label="Editor" ref={pane}>
      <header className="mp-title">
        <h2>{titleOf(head)}</h2>
        <Tag kind="acc">
          draft {version}, {first === last ? `row ${first}` : `rows ${first} to ${last}`}
        </Tag>
        <span className="push" />
        <TakeOverDaysFields />
        <Button variant="quiet" onPress={() => setNaming(true)}>
          What it is for
        </Button>
      </header>
      <MapGrid
        map={map}
        before={base.map}
        room={room}
        selection={selection}
        onSelect={(at, extend) => edit({ do: 'select', at, extend })}
        onKey={onKey}
        onFocused={setInGrid}
      />
      <ToolBar editor={editor} />
      <PaneBody>
        <div>
          <RowsInHand
            editor={editor}
            before={base.map}
            typing={typing}
            onTyped={() => {
              setTyping(false);
              toGrid();
            }}
            onType={() => setTyping(true)}
          />
          {shown?.about.id === base.about.id ? <VersionList shown={shown} draft={version} /> : null}
        </div>
        <div>
          <CountTable
            configuration={head.configuration}
            before={{ name: isSame ? name : 'before', map: base.map }}
            after={{ name: version, map }}
          />
          <DifferenceList name={name} before={base.map} after={map} />
        </div>
        <LoserTable />
      </PaneBody>
      <TakeOverBar
        version={version}
        keep={(reason) => saveDraft(draft, reason)}
        onKept={(id) => {
          useDraft.getState().put(null);
          void goToMap(id);
        }}
        draft={{
          discard: () => putAway(draft),
          save: async (reason) => {
            const id = await saveDraft(draft, reason);
            if (id === undefined) return;
            useDraft.getState().put(null);
            await goToMap(id);
            toast(`${titleOf(head)} is kept as ${version}. It does not fly yet.`);
          },
        }}
      />
      {naming ? (
        <HeadDialog
          title="What the map is for"
          go="Set"
          head={head}
          onClose={() => setNaming(false)}
          onHead={async (next) => {
            useDraft.getState().setHead(next);
            return undefined;
          }}
        />
      ) : null}
    </section>
  );
}
