import '../parts/timeline.css';
import { surnameOf } from '../../shared/host-name.ts';
import { useSession } from '../client/session-store.ts';
import { agentDate, localDay, localTime } from '../format/times.ts';
import { byWhom, stepWords } from './wait-words.ts';
import type { OneList } from './waitlist-store.ts';

const MARKS = {
  joined: 'mark-note',
  moved: 'mark-move',
  offered: 'mark-seat',
  told: 'mark-note',
  answered: 'mark-note',
  ended: 'mark-note',
} as const;

/** What happened on the list, newest first, by the clock of this counter. */
export function ListHistory({ history }: { history: OneList['history'] }) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  return (
    <section aria-labelledby="wl-history">
      <div className="panel-h">
        <h2 id="wl-history">History</h2>
        <span className="s12 t3">of this list, newest first</span>
      </div>
      <ol className="timeline wl-timeline" aria-labelledby="wl-history">
        {history.map((step) => (
          <li key={`${step.entryId} ${step.kind} ${step.at} ${step.text}`}>
            <i className={MARKS[step.kind]} aria-hidden="true" />
            <time className="t3" dateTime={new Date(step.at).toISOString()}>
              {agentDate(localDay(step.at, zone))} {localTime(step.at, zone)}
            </time>
            <span>
              <b className="med">{surnameOf(step.name)}</b> {stepWords(step)} <span className="t3 prop nb">{byWhom(step)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
