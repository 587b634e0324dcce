import './unseated-list.css';
import type { Unseated } from '../../shared/methods/volunteers.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { momentText } from '../format/moment-text.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import type { OversaleRoom } from './oversale-store.ts';

interface UnseatedListProps {
  room: OversaleRoom;
  chosen: number;
  onChoose: (at: number) => void;
  /** To another flight. */
  onMove: () => void;
}

/** What left a passenger without a seat, where it was not the sale. */
const CAUSES = { sold: '', aircraft: 'aircraft changed' } as const;

/** `connects, one of 2`, `booked today 09:58`, `one of 2, today 09:58`. */
function whyHere({ connects, party, cause }: Unseated, booked: string): string {
  const order = connects
    ? ['connects', party > 1 ? `one of ${party}` : '']
    : party > 1
      ? [`one of ${party}`, booked]
      : [`booked ${booked}`];
  return [...order, CAUSES[cause]].filter(Boolean).join(', ');
}

/** Who was sold above the seats, in the order in which seats that come free are given. */
export function UnseatedList({ room, chosen, onChoose, onMove }: UnseatedListProps) {
  const { without, currency, sold, usable, at: now, originZone } = room;
  return (
    <section aria-labelledby="ov-without" className="ov-without">
      <div className="panel-h">
        <h2 id="ov-without">Without a seat</h2>
        <span className="s12 t3">a seat that comes free goes to the first</span>
        {without.length === 0 ? null : (
          <Button variant="quiet" className="push" kbd="M" onPress={onMove}>
            Move
          </Button>
        )}
      </div>
      {without.length === 0 ? (
        <p className="t2 ov-empty">Everybody who is sold has a seat.</p>
      ) : (
        <table className="grid-table" aria-label="Passengers without a seat, in order" {...LETTERS_ACT}>
          <thead>
            <tr>
              <th className="ov-place">
                <span className="aside">Place</span>
              </th>
              <th>Name</th>
              <th>Locator</th>
              <th>Why here in the order</th>
              <th className="num">Fare {currency}</th>
            </tr>
          </thead>
          <tbody onKeyDown={(event) => walkRows(event, chosen)}>
            {without.map((one, at) => (
              <tr key={`${one.bookingId} ${one.passenger}`} className={at === chosen ? 'is-chosen' : undefined}>
                <td className="str">{at + 1}</td>
                <td className="med">
                  <button
                    type="button"
                    className="ov-choose ov-whole"
                    aria-pressed={at === chosen}
                    onFocus={() => onChoose(at)}
                    onClick={() => onChoose(at)}
                  >
                    {one.name}
                  </button>
                </td>
                <td className="code s12">{one.locator}</td>
                <td>{whyHere(one, momentText(one.soldAt, now, originZone))}</td>
                <td className="num">{moneyText(minor(one.fare), currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="s12 t2 ov-rule">
        Order: connecting first, families next, then as booked. Sold {sold}, {usable} usable seats.
      </p>
    </section>
  );
}
