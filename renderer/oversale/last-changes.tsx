import './last-changes.css';
import type { OversaleChange } from '../../shared/methods/oversale-changes.ts';
import type { BlockEnd } from '../../shared/seat-blocks.ts';
import { useSession } from '../client/session-store.ts';
import { momentText } from '../format/moment-text.ts';
import { fewSeats } from '../seats/seat-words.ts';
import type { OversaleRoom } from './oversale-store.ts';

/** What changed last in what may be sold, in blocks, and in who has a seat. A window that is not tall shows the newest alone. */
export function LastChanges({ room: { changes, at: now, originZone } }: { room: OversaleRoom }) {
  const ownDesk = useSession(({ session }) => session?.desk ?? '');
  return (
    <section className="ov-changes" aria-labelledby="ov-changes">
      <div className="panel-h">
        <h2 id="ov-changes">Last changes</h2>
        <span className="s12 t3">authorised seats, blocks, sales without a seat</span>
      </div>
      {changes.length === 0 ? (
        <p className="s12 t2 ov-empty">Nothing was changed by hand.</p>
      ) : (
        <table className="grid-table" aria-label="Last changes">
          <colgroup>
            <col />
            <col />
            <col />
          </colgroup>
          <thead className="aside">
            <tr>
              <th>When</th>
              <th>What</th>
              <th>By whom</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.what} ${change.at} ${changeText(change)}`}>
                <td className="t3 nb">{momentText(change.at, now, originZone)}</td>
                <td>{changeText(change)}</td>
                <By change={change} ownDesk={ownDesk} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const ENDED: Readonly<Record<BlockEnd, string>> = {
  freed: 'freed',
  time: 'free, its time came',
  sold: 'sold to who may have it',
  override: 'sold all the same',
  aircraft: 'gone with the aircraft',
};

function changeText(change: OversaleChange): string {
  switch (change.what) {
    case 'authorised':
      return `authorised ${change.after}${change.percent === null ? '' : ` (${change.percent} %)`}, was ${change.before}: ${change.reason}`;
    case 'blocked':
      return `${fewSeats(change.seats)} blocked, ${change.code}`;
    case 'unblocked':
      return `${fewSeats(change.seats)} ${ENDED[change.why]}, ${change.code}${change.reason === '' ? '' : `: ${change.reason}`}`;
    case 'sold':
      return `sold without a seat: ${party(change)}`;
    case 'displaced':
      return `lost the seat to another aircraft: ${party(change)}`;
  }
}

const party = ({ name, passengers }: { name: string; passengers: number }): string =>
  passengers > 1 ? `${name} and ${passengers - 1} more` : name;

/** A sale is told by its desk, a decision by who made it. */
function By({ change, ownDesk }: { change: OversaleChange; ownDesk: string }) {
  if (change.what !== 'sold') return <td className="num prop cut">{change.user}</td>;
  const here = change.desk === ownDesk;
  return <td className={`num prop cut${here ? '' : ' other'}`}>{here ? 'this desk' : `desk ${change.desk}`}</td>;
}
