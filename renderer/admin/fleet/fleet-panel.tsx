import './fleet.css';
import { useState } from 'react';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { Empty } from '../../parts/empty.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { useFollowed } from '../use-followed.ts';
import { DraftPane } from './draft-pane.tsx';
import { type MapHead, useDraft } from './draft-store.ts';
import { drawFor, drawShown, headOf } from './draw-map.ts';
import { type ShownMap, useFleet } from './fleet-store.ts';
import { HeadDialog } from './head-dialog.tsx';
import { ImportDialog, type ReadMap } from './import-dialog.tsx';
import { MapList } from './map-list.tsx';
import { ShownPane } from './shown-pane.tsx';
import { ToolButton } from './tool-button.tsx';

/** What is asked before a map is drawn: for what it is, and what it begins as. */
type Asking =
  | { readonly what: 'new' | 'file' }
  | { readonly what: 'copy'; readonly of: ShownMap }
  | { readonly what: 'read'; readonly read: ReadMap };

const EMPTY: MapHead = { name: '', carrier: null, equipment: '', configuration: '' };

/** The seat maps of the fleet: the list, and the one that is looked at or drawn. */
export function FleetPanel() {
  const { maps, shown, refusal, against } = useFleet();
  const draft = useDraft((now) => now.draft);
  const [asking, setAsking] = useState<Asking | null>(null);
  useFollowed(useFleet);
  const { lookedAt, compare: holdAgainst } = useFleet.getState();
  const copy = async (): Promise<void> => {
    const of = await lookedAt();
    if (of) setAsking({ what: 'copy', of });
  };
  const compare = shown && !draft ? () => void holdAgainst() : undefined;
  useKeys('fleet', {
    N: () => setAsking({ what: 'new' }),
    I: () => setAsking({ what: 'file' }),
    Y: shown ? () => void copy() : undefined,
    '=': compare,
    E: shown ? () => void drawShown() : undefined,
  });
  if (!maps) return refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : <Empty title="Reading the fleet" />;
  const drawn = draft && draft.base.about.id === shown?.about.id;
  return (
    <div className="mp-two">
      <div className="mp-left">
        <div className="mp-deeds" {...ACTION_ROW}>
          <ToolButton kbd="N" onPress={() => setAsking({ what: 'new' })}>
            new map
          </ToolButton>
          <ToolButton kbd="I" onPress={() => setAsking({ what: 'file' })}>
            import
          </ToolButton>
          <ToolButton kbd="Y" isDisabled={!shown} onPress={() => void copy()}>
            copy
          </ToolButton>
          <ToolButton kbd="=" isOn={against !== null} isDisabled={!compare} onPress={() => compare?.()}>
            compare
          </ToolButton>
        </div>
        <MapList />
      </div>
      <div className="mp-right">
        {refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : null}
        {drawn ? <DraftPane draft={draft} /> : shown ? <ShownPane key={shown.about.id} shown={shown} /> : null}
        {maps.length === 0 ? <Empty title="There is no seat map">Import one, or begin a new one.</Empty> : null}
      </div>
      {asking?.what === 'new' ? (
        <HeadDialog title="New seat map" go="Draw it" head={EMPTY} onClose={() => setAsking(null)} onHead={(head) => drawFor(head)} />
      ) : null}
      {asking?.what === 'copy' ? (
        <HeadDialog
          title="Copy the seat map"
          go="Draw the copy"
          head={headOf(asking.of.about)}
          onClose={() => setAsking(null)}
          onHead={(head) => drawFor(head, asking.of.map)}
        />
      ) : null}
      {asking?.what === 'file' ? (
        <ImportDialog onClose={() => setAsking(null)} onRead={(read) => setAsking({ what: 'read', read })} />
      ) : null}
      {asking?.what === 'read' ? (
        <HeadDialog
          title="What the map is for"
          go="Draw it"
          head={headOfRead(asking.read)}
          onClose={() => setAsking(null)}
          onHead={(head) => drawFor(head, mapOfRead(asking.read))}
        />
      ) : null}
    </div>
  );
}

/** A file may leave out what its map is for. */
const headOfRead = ({ name, carrier, equipment, configuration }: ReadMap): MapHead => ({
  name: name ?? '',
  carrier,
  equipment: equipment ?? '',
  configuration: configuration ?? '',
});

const mapOfRead = ({ name, equipment, deck, rows, fixtures, wing }: ReadMap) => ({
  ...{ id: 'draft', name: name ?? '', equipment: equipment ? [equipment] : [], deck, rows, fixtures, wing },
  source: '',
});
