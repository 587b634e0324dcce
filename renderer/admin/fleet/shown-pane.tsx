import { useRef, useState } from 'react';
import { countText } from '../../format/count-text.ts';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/tag.tsx';
import { CountTable } from './count-table.tsx';
import { DifferenceList } from './difference-list.tsx';
import { drawShown } from './draw-map.ts';
import { type ShownMap, useFleet } from './fleet-store.ts';
import { mapTitle, versionName } from './fleet-words.ts';
import { goToMap } from './go-to-map.ts';
import { LoserTable } from './loser-table.tsx';
import { MapGrid } from './map-grid.tsx';
import { PaneBody } from './pane-body.tsx';
import { type Selection, wholeMap } from './selection.ts';
import { TakeOverBar } from './take-over-bar.tsx';
import { TakeOverDaysFields } from './take-over-days-fields.tsx';
import { useMapRoom } from './use-map-room.ts';
import { usePreview } from './use-preview.ts';
import { VersionList } from './version-list.tsx';

function firstPlace({ map }: ShownMap): Selection {
  const { anchor } = wholeMap(map);
  return { anchor, at: anchor };
}

/** `DL 22, UA 4` */
const flownBy = ({ carriers }: ShownMap['about']) => carriers.map(({ carrier, flights }) => `${carrier} ${countText(flights)}`).join(', ');

/** A map of the list: its cabin, its versions, what it sells; one of the airline's own can take over from here. */
export function ShownPane({ shown }: { shown: ShownMap }) {
  const { about, map } = shown;
  const against = useFleet((now) => now.against);
  const pane = useRef<HTMLElement>(null);
  const room = useMapRoom(pane);
  const [selection, setSelection] = useState(() => firstPlace(shown));
  const isOwn = about.source === 'own';
  usePreview(isOwn ? { id: about.id } : null);
  const other = against && against.about.id !== about.id ? against : null;
  const name = other ? `${mapTitle(other.about)} ${versionName(other.about)}` : '';
  return (
    <section className="mp-pane" aria-label="Seat map" ref={pane}>
      <header className="mp-title">
        <h2>{mapTitle(about)}</h2>
        {isOwn ? (
          <Tag>{versionName(about)}</Tag>
        ) : about.source === 'made' ? (
          <Tag kind="warn">made from counts</Tag>
        ) : (
          <Tag>came with Aisle</Tag>
        )}
        <span className="s12 t2 cut" title={about.name}>
          {about.name}
        </span>
        <span className="s12 t2 push nb mp-flown" title={flownBy(about)}>
          {about.flights === 0 ? 'no flight to come' : `${countText(about.flights)} ${about.flights === 1 ? 'flight' : 'flights'} to come`}
        </span>
        {isOwn ? <TakeOverDaysFields /> : null}
        <Button kbd="E" onPress={() => void drawShown()}>
          {isOwn ? 'Draw a new version' : 'Draw it'}
        </Button>
      </header>
      <MapGrid map={map} before={other?.map ?? map} room={room} selection={selection} onSelect={(at) => setSelection({ anchor: at, at })} />
      <PaneBody>
        <div>
          <div className="panel-h">{isOwn ? 'The airline drew it' : 'Where it comes from'}</div>
          <p className="s12 t2">{sourceSaid(shown)}</p>
          <VersionList shown={shown} />
        </div>
        <div>
          <CountTable
            configuration={about.configuration}
            before={other ? { name: versionName(other.about), map: other.map } : null}
            after={{ name: versionName(about), map }}
          />
          {other ? <DifferenceList name={name} before={other.map} after={map} /> : null}
          {against && !other ? <p className="s12 acc mp-note">Choose another map to see what it has otherwise.</p> : null}
        </div>
        {isOwn ? <LoserTable /> : null}
      </PaneBody>
      {isOwn ? <TakeOverBar version={versionName(about)} keep={() => Promise.resolve(about.id)} onKept={(id) => void goToMap(id)} /> : null}
    </section>
  );
}

function sourceSaid({ about, map }: ShownMap): string {
  const { source, saved, plain, counts } = about;
  if (saved) return `Saved by ${saved.user}: ${saved.reason}`;
  if (source === 'made')
    return `No map had ${Object.entries(counts)
      .map(([cabin, seats]) => `${seats} ${cabin}`)
      .join(' and ')}. Counts are the file's; seat numbers may differ on board.`;
  if (plain) return `Nobody has drawn the cabin of this aircraft yet. This one has the usual size.`;
  return map.source;
}
