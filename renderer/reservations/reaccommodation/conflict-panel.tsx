import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { useSession } from '../../client/session-store.ts';
import { localTime } from '../../format/times.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { bookingStatus } from '../booking-status.ts';
import type { Theirs } from './conflicts.ts';
import { keepTheirs, takeYours } from './desk-selection.ts';
import { type Kept, wayTaken } from './desk-store.ts';
import { KeptClock } from './kept-clock.tsx';
import { arrivalText, courseText, flightsText } from './way-words.ts';

interface ConflictPanelProps {
  row: ChangedBooking;
  theirs: Theirs;
  ours: Kept | undefined;
  /** How many bookings of the list are in conflict. */
  count: number;
}

/** A booking that somebody else changed while its seats were kept here: both versions, and which of them stays. */
export function ConflictPanel({ row, theirs, ours, count }: ConflictPanelProps) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const { last, legs, state } = theirs;
  const way = ours && wayTaken(ours);
  const ended = state === 'CONFIRMED' ? '' : bookingStatus(state).word;
  return (
    <section className="ra-conflict" aria-labelledby="ra-conflict">
      <div className="panel-h">
        <span className="bad">
          <Icon name="alert" size={15} />
        </span>
        <h2 id="ra-conflict" className="cut">
          {count === 1 ? 'One conflict' : `${count} conflicts`}: <b className="code">{row.locator}</b> {row.name}
        </h2>
        <span className="push ra-choice">
          <Button variant="quiet" kbd="T" onPress={() => keepTheirs(row)}>
            Keep theirs
          </Button>
          {state === 'CONFIRMED' ? (
            <Button variant="quiet" kbd="Y" onPress={() => void takeYours(row)}>
              Use yours
            </Button>
          ) : null}
        </span>
      </div>
      <table aria-labelledby="ra-conflict">
        <tbody>
          <tr>
            <th scope="row" className="t2">
              {last ? `${localTime(last.at, zone)} ${last.desk}` : 'changed'}
            </th>
            <td>
              {ended ? <b className="med">{ended}</b> : null}
              {ended ? null : (
                <>
                  <b className="med">{flightsText(legs)}</b> {courseText(legs)}
                </>
              )}
            </td>
            <td className="num t2 cut">{last ? `${last.user}: ${last.text}` : ''}</td>
          </tr>
          <tr>
            <th scope="row" className="t2">
              proposed here
            </th>
            <td>
              <b className="med">{way ? flightsText(way.legs) : 'all money back'}</b> {way ? courseText(way.legs) : ''}
            </td>
            <td className="num t2">
              {way && !ended ? `${arrivalText(legs, way.legs, 'at the same time')}, ` : ''}
              {way ? <KeptClock until={way.expiresAt} /> : null}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
