import { useState } from 'react';
import { countText } from '../format/count-text.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { ignoreSecondEnter } from '../parts/ignore-second-enter.ts';
import { Tag } from '../parts/tag.tsx';
import { AircraftEntry } from './aircraft-entry.tsx';
import { type ListedAircraft, useAircraft } from './aircraft-store.ts';
import { ListPanel } from './list-panel.tsx';
import { useFollowed } from './use-followed.ts';

/** The aircraft of the airline: what each is, what it may carry, and how many flights it has. */
export function AircraftPanel() {
  const { aircraft, loaded, refusal } = useAircraft();
  /** The one that is corrected, and the button that chose it. */
  const [chosen, setChosen] = useState<{ aircraft: ListedAircraft; by: Element } | null>(null);
  useFollowed(useAircraft);
  const done = (): void => {
    if (!chosen) return;
    // Its fields go, and the focus with them. Where it goes, a second Enter would choose the aircraft again.
    if (chosen.by instanceof HTMLElement) chosen.by.focus();
    ignoreSecondEnter();
    setChosen(null);
  };
  return (
    <div className="ad-cols">
      <ListPanel
        id="ad-aircraft"
        title="Aircraft"
        adds="Add aircraft"
        counted={loaded ? `${aircraft.length}, by registration` : null}
        refusal={refusal}
        empty={
          <Empty icon="flight" title="No aircraft is known yet">
            Flights sell without one. Add those that sell by weight, or whose turn-round is to be watched.
          </Empty>
        }
        heads={
          <>
            <th scope="col">Registration</th>
            <th scope="col">Type</th>
            <th scope="col">Seats</th>
            <th scope="col" className="num">
              Weight limit
            </th>
            <th scope="col" className="num">
              Flights to come
            </th>
          </>
        }
        rows={aircraft.map((one) => <AircraftRow key={one.tail} aircraft={one} onEdit={(by) => setChosen({ aircraft: one, by })} />)}
      />
      <AircraftEntry key={chosen?.aircraft.tail ?? ''} edited={chosen?.aircraft ?? null} onDone={done} />
    </div>
  );
}

function AircraftRow({ aircraft, onEdit }: { aircraft: ListedAircraft; onEdit: (by: Element) => void }) {
  const { tail, equipment, seatMap, weightLimit, retired, flights } = aircraft;
  return (
    <tr>
      <th scope="row" className="ad-who">
        {tail} {retired ? <Tag>retired</Tag> : null}
      </th>
      <td>{equipment}</td>
      <td>{seatMap ?? <span className="t3">any of its type</span>}</td>
      <td className="num">{weightLimit === null ? <span className="t3">seats alone</span> : `${countText(weightLimit)} kg`}</td>
      <td className="num">{countText(flights)}</td>
      <td>
        <div className="ad-buttons">
          <Button variant="quiet" aria-label={`Correct ${tail}`} onPress={({ target }) => onEdit(target)}>
            Correct
          </Button>
        </div>
      </td>
    </tr>
  );
}
