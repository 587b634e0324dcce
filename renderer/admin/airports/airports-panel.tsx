import { useState } from 'react';
import type { AirportChange } from '../../../shared/methods/airports.ts';
import { agentDate } from '../../format/times.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ListPanel } from '../list-panel.tsx';
import { useFollowed } from '../use-followed.ts';
import { AirportEntry } from './airport-entry.tsx';
import { useAirports } from './airports-store.ts';
import './airports.css';

/** Airports that this airline added or corrected: what, from which day on, by whom and why. */
export function AirportsPanel() {
  const { changes, loaded, refusal } = useAirports();
  /** `round`: the same airport may be chosen again. */
  const [chosen, setChosen] = useState({ code: '', round: 0 });
  useFollowed(useAirports);
  const choose = (code: string): void => setChosen((now) => ({ code, round: now.round + 1 }));
  return (
    <div className="ad-cols">
      <ListPanel
        id="ad-airports"
        title="Airports added or corrected"
        adds="Add airport"
        counted={loaded ? (changes.length > 0 ? `${changes.length}, newest first` : '') : null}
        refusal={refusal}
        empty={
          <Empty icon="flight" title="All airports are as they came with Aisle">
            Type three letters of a code to add an airport, or to correct one.
          </Empty>
        }
        heads={
          <>
            <th scope="col">Code</th>
            <th scope="col">From</th>
            <th scope="col">Airport</th>
            <th scope="col">Time zone</th>
            <th scope="col">By</th>
          </>
        }
        rows={changes.map((change) => <ChangeRow key={change.number} change={change} onCorrect={() => choose(change.code)} />)}
      />
      <AirportEntry key={chosen.round} chosen={chosen.code} onDone={() => setChosen((now) => ({ ...now, code: '' }))} />
    </div>
  );
}

function ChangeRow({ change, onCorrect }: { change: AirportChange; onCorrect: () => void }) {
  const { code, from, name, city, cityCode, zone, closed, user, reason } = change;
  return (
    <tr>
      <th scope="row">
        {code} {closed ? <Tag>closed</Tag> : null}
      </th>
      <td>{agentDate(from)}</td>
      <td className="ad-who">
        {name}, {city} ({cityCode})
      </td>
      <td>{zone}</td>
      <td title={reason}>{user}</td>
      <td>
        <div className="ad-buttons">
          <Button variant="quiet" aria-label={`Correct ${code}`} onPress={onCorrect}>
            Correct
          </Button>
        </div>
      </td>
    </tr>
  );
}
