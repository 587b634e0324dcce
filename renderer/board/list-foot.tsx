import { ITINERARIES_SHOWN_MAX } from '../../shared/bounds.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { countText } from '../format/count-text.ts';
import { CheckBox } from '../parts/check-box.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { useNow } from '../stores/clock-store.ts';
import { CHANGE_SHOWN_MS, useLoads } from '../stores/loads-store.ts';
import { search } from './board-search.ts';
import { type Answer, endsEarly, useBoard, wish } from './board-store.ts';
import { SORT_WORDS } from './sort-rows.ts';
import './list-foot.css';

interface ListFootProps {
  answer: Answer;
  /** First and last row in view, from 1. */
  first: number;
  last: number;
  /** Rows that the filter leaves. */
  count: number;
}

/** How many rows the list has when it is read to its end. */
const rowsInAll = (answer: Answer): number =>
  endsEarly(answer) ? Math.min(answer.rows.length + answer.more, ITINERARIES_SHOWN_MAX) : answer.rows.length;

/** How many rows of the answer moved just now. */
function ChangedRows({ answer }: { answer: Answer }) {
  const now = useNow(SECOND_MS);
  useLoads(({ version }) => version);
  const moved = new Set<number>();
  for (const [flightId, at] of useLoads.getState().recent) {
    if (now - at < CHANGE_SHOWN_MS && answer.flightIds.has(flightId)) moved.add(flightId);
  }
  // A departures board has a row for each flight, and may have thousands; an itinerary has several flights.
  const count =
    answer.kind === 'departures' || moved.size === 0
      ? moved.size
      : answer.rows.filter((row) => row.flights.some(({ flightId }) => moved.has(flightId))).length;
  if (count === 0) return null;
  return (
    <span className="livemark">
      <svg width="10" height="10" aria-hidden="true">
        <path d="M1.5 0v3M1.5 4.5v3M1.5 9v1" stroke="currentColor" strokeWidth="3" />
      </svg>
      {count === 1 ? '1 row' : `${count} rows`} changed in the last 10 s
    </span>
  );
}

/** Most customers want no way by taxi between two airports of a city, so it is on until the agent takes it off. */
function SameAirport({ on }: { on: boolean }) {
  const change = (sameAirport: boolean): void => {
    wish({ sameAirport });
    void search();
  };
  return (
    <CheckBox isSelected={on} onChange={change}>
      Same airport at each stop
    </CheckBox>
  );
}

export function ListFoot({ answer, first, last, count }: ListFootProps) {
  const sort = useBoard((state) => state.sorts[answer.kind]);
  const note = useBoard((state) => state.note);
  const shown = answer.rows.length;
  const filtered = count < shown ? `, filtered from ${countText(shown)}` : '';
  const all = rowsInAll(answer);
  const beyond = answer.more - (all - shown);
  const more = beyond > 0 ? `, and ${countText(beyond)} more` : '';
  return (
    <div className="list-foot">
      <span>
        {count === 0 ? 'None' : `${countText(first)} to ${countText(last)} of ${countText(count + all - shown)}`}
        {filtered}, {SORT_WORDS[sort]}
        {more}
        {answer.cancelledLeftOut ? ', without cancelled flights: too many for one board' : ''}
      </span>
      <span role="status" className="warn">
        {note}
      </span>
      {answer.kind === 'itineraries' && answer.wishes.maxStops > 0 ? <SameAirport on={answer.wishes.sameAirport} /> : null}
      <ChangedRows answer={answer} />
      <KeyHints>
        <KeyHint keys={['\u2191', '\u2193']}>move</KeyHint>
        <KeyHint keys={['Enter']}>{answer.way === 'out' ? 'take way out' : 'open seats'}</KeyHint>
        <KeyHint keys={['Space']}>pin</KeyHint>
        <KeyHint keys={['S']}>sort</KeyHint>
        {answer.kind === 'itineraries' ? (
          <>
            <KeyHint keys={['D']}>direct only</KeyHint>
            <KeyHint keys={['=']}>carriers</KeyHint>
          </>
        ) : null}
      </KeyHints>
    </div>
  );
}
