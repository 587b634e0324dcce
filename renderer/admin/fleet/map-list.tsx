import { useEffect, useRef, useState } from 'react';
import type { FleetMap } from '../../../shared/methods/fleet.ts';
import { countText } from '../../format/count-text.ts';
import { agentDate } from '../../format/times.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { walkRows } from '../../parts/walk-rows.ts';
import { useDraft } from './draft-store.ts';
import { useFleet } from './fleet-store.ts';
import { carrierOf, isFound, mapTitle, typeOf } from './fleet-words.ts';

function Row({ about, isChosen }: { about: FleetMap; isChosen: boolean }) {
  const { id, source, saved, turn, configuration, flights, equipment } = about;
  const isDrawn = useDraft(({ draft }) => draft?.base.about.id === id);
  const choose = () => void useFleet.getState().choose(id);
  const others = equipment.length - 1;
  return (
    <tr className={isChosen ? 'is-chosen' : undefined} onClick={choose}>
      <td className="str" title={others > 0 ? equipment.join(' ') : undefined}>
        <button type="button" className="jb-choose" aria-pressed={isChosen} aria-label={mapTitle(about)} onFocus={choose}>
          {typeOf(about)}
        </button>
      </td>
      <td className="mp-config">
        <span className="t3">{carrierOf(about)}</span> <span className="med">{configuration}</span>
        {isDrawn ? <Tag kind="acc">draft</Tag> : source === 'made' ? <Tag kind="warn">counts</Tag> : null}
      </td>
      <td className="num">{saved?.version ?? ''}</td>
      <td className="num t2">{turn ? agentDate(turn.from) : ''}</td>
      <td className="num">{countText(flights)}</td>
    </tr>
  );
}

/** All seat maps, to be found by type, carrier or configuration. */
export function MapList() {
  const { maps, chosen } = useFleet();
  const [typed, setTyped] = useState('');
  const rows = useRef<HTMLTableSectionElement>(null);
  const found = (maps ?? []).filter((about) => isFound(about, typed));
  const place = found.findIndex(({ id }) => id === chosen);
  // Maps that were saved meanwhile may stand before it and push it out of sight.
  useEffect(() => {
    rows.current?.querySelectorAll('tr')[place]?.scrollIntoView?.({ block: 'nearest' });
  }, [place]);
  const toRows = () => (rows.current?.querySelector<HTMLElement>('[aria-pressed=true]') ?? rows.current?.querySelector('button'))?.focus();
  return (
    <section className="mp-maps" aria-label="Seat maps">
      <form
        className="mp-find"
        onSubmit={(event) => {
          event.preventDefault();
          toRows();
        }}
      >
        <TextField
          aria-label="Type, carrier or configuration"
          placeholder="Type, carrier or configuration"
          value={typed}
          onChange={setTyped}
          lead={
            <span className="t3">
              <Icon name="search" size={14} />
            </span>
          }
        />
      </form>
      <div className="mp-rows" {...LETTERS_ACT}>
        <table className="grid-table" aria-label="Seat maps">
          <thead>
            <tr>
              <th scope="col">Type</th>
              <th scope="col">Configuration</th>
              <th scope="col" className="num">
                <abbr title="Version">v</abbr>
              </th>
              <th scope="col" className="num">
                From
              </th>
              <th scope="col" className="num">
                Flights
              </th>
            </tr>
          </thead>
          <tbody
            ref={rows}
            onKeyDown={(event) =>
              walkRows(
                event,
                found.findIndex(({ id }) => id === chosen),
              )
            }
          >
            {found.map((about) => (
              <Row key={about.id} about={about} isChosen={about.id === chosen} />
            ))}
          </tbody>
        </table>
        {maps && found.length === 0 ? <p className="t2 mp-none">No map is of “{typed.trim()}”.</p> : null}
      </div>
    </section>
  );
}
