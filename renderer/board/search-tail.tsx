import { countText } from '../format/count-text.ts';
import { TextField } from '../parts/text-field.tsx';
import { clearFilter, filterBy, useBoard } from './board-store.ts';

/** At the end of the search line: how many were found, or the filter of a departures board. */
export function SearchTail() {
  const answer = useBoard((state) => state.answer);
  const filter = useBoard((state) => state.filter);
  if (!answer) return <span className="tail" />;
  if (answer.kind === 'departures') {
    return (
      <TextField
        className="tail filter"
        label="Filter"
        placeholder="Flight, place"
        value={filter}
        onChange={filterBy}
        onKeyDown={(event) => {
          if (event.key === 'Escape') clearFilter();
        }}
      />
    );
  }
  const { direct, oneStop, twoStops } = answer.found ?? { direct: 0, oneStop: 0, twoStops: 0 };
  return (
    <p className="tail found">
      <span>
        <b>{countText(direct)}</b> direct
      </span>
      {answer.wishes.maxStops > 0 ? (
        <span>
          <b>{countText(oneStop)}</b> with one stop
        </span>
      ) : null}
      {answer.wishes.maxStops > 1 ? (
        <span>
          <b>{countText(twoStops)}</b> with two
        </span>
      ) : null}
    </p>
  );
}
