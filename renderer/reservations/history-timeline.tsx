import '../parts/timeline.css';
import './history-timeline.css';
import { useSession } from '../client/session-store.ts';
import { dateLabel, localDay } from '../format/times.ts';
import { Tag } from '../parts/tag.tsx';
import { type HistoryEntry, useBooking } from './booking-store.ts';
import { clockText } from './deadline-text.ts';
import { HISTORY_KIND_WORDS, historyKind } from './history-kind.ts';

function Entry({ entry, zone, day }: { entry: HistoryEntry; zone: string; day: string }) {
  const kind = historyKind(entry.type);
  return (
    <>
      {day && <li className="rv-day">{dateLabel(day)}</li>}
      <li>
        <i className={`mark-${kind}`} role="img" aria-label={HISTORY_KIND_WORDS[kind]} />
        <time className="t3" dateTime={new Date(entry.at).toISOString()}>
          {clockText(entry.at, zone)}
        </time>
        <span>
          <span className="med">{entry.text}</span>{' '}
          {entry.ahead ? (
            <>
              <Tag kind="warn" title="The hub's time stood ahead when this was done, and was set right afterwards.">
                dated ahead
              </Tag>{' '}
            </>
          ) : null}
          <span className="t3 prop nb">{entry.desk === '-' ? 'by itself' : `${entry.user}, ${entry.desk}`}</span>
        </span>
      </li>
    </>
  );
}

/** All that happened to a booking, newest first, by the clock of this counter. The mark's shape tells money from seats. */
export function HistoryTimeline() {
  const history = useBooking((state) => state.history);
  const home = useSession((state) => state.state?.home);
  const zone = home?.zone ?? 'UTC';
  const newest = [...history].sort((a, b) => b.event - a.event);
  return (
    <section aria-labelledby="rv-history" className="rv-history">
      <div className="panel-h">
        <h2 id="rv-history">History</h2>
        <span className="s12 t3">
          {history.length} {history.length === 1 ? 'entry' : 'entries'}, newest first
        </span>
        <span className="push s12 t2">{home?.airport ?? 'Z'} time</span>
      </div>
      <ol className="timeline rv-timeline">
        {newest.map((entry, index) => {
          const day = localDay(entry.at, zone);
          const above = newest[index - 1];
          return <Entry key={entry.event} entry={entry} zone={zone} day={above && localDay(above.at, zone) === day ? '' : day} />;
        })}
      </ol>
    </section>
  );
}
