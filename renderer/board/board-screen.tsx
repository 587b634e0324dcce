import { useEffect, useMemo, useRef } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import { HandDialog } from '../admin/by-hand/hand-dialog.tsx';
import { dateLabel } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { StaleBand } from '../parts/stale-band.tsx';
import { serverNow, useNow } from '../stores/clock-store.ts';
import type { Screen } from '../stores/navigation-store.ts';
import { BoardList } from './board-list.tsx';
import { type Answer, select, useBoard } from './board-store.ts';
import { CarriersDialog } from './carriers-dialog.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { shownRows } from './filter-rows.ts';
import { firstSelected } from './first-selected.ts';
import { ListEmpty, ListRefused } from './list-empty.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { NarrowBand } from './narrow-band.tsx';
import { SearchLine } from './search-line.tsx';
import { SORT_WORDS } from './sort-rows.ts';
import { TripBand } from './trip-band.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useStart } from './use-start.ts';
import './board.css';

const NO_ROWS: Answer['rows'] = [];

/** What the list shows, in words: its name for a screen reader, and the heading of the screen. */
function listLabel({ kind, wishes, way }: Answer): string {
  if (way === 'back') return `${wishes.to} to ${wishes.from}, ${dateLabel(wishes.back)}`;
  const day = dateLabel(wishes.date);
  return kind === 'itineraries' ? `${wishes.from} to ${wishes.to}, ${day}` : `Departures of ${wishes.from || 'all airports'}, ${day}`;
}

/** Flights to sell: the departures of a place, or itineraries from one to another, live. */
export function BoardScreen({ screen }: { screen: Extract<Screen, { name: 'board' }> }) {
  const answer = useBoard((state) => state.answer);
  const refusal = useBoard((state) => state.refusal);
  const out = useBoard((state) => state.out);
  const selected = useBoard((state) => state.selected);
  const filter = useBoard((state) => state.filter);
  const now = useNow(MINUTE_MS);
  const grid = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => (answer ? shownRows(answer, filter, now) : NO_ROWS), [answer, filter, now]);

  // The filter may have taken the chosen row away: the arrows and Enter need one that is shown.
  useEffect(() => {
    const chosen = useBoard.getState().selected;
    if (rows.length > 0 && !rows.some(({ key }) => key === chosen)) select(firstSelected(rows, null, serverNow()));
  }, [rows]);

  const toList = (): void => {
    grid.current?.focus();
    const { answer: found, sorts } = useBoard.getState();
    if (found) announce(`${found.rows.length} ${found.rows.length === 1 ? 'row' : 'rows'}, ${SORT_WORDS[sorts[found.kind]]}`);
  };
  useStart(screen, toList);
  useBoardKeys(rows);

  return (
    <div className="board">
      <h1 className="aside" tabIndex={-1}>
        Board{answer ? `: ${listLabel(answer)}` : ''}
      </h1>
      <SearchLine onFound={toList} />
      <NarrowBand onFound={toList} />
      <ComparePanel />
      {answer?.back ? <TripBand answer={answer} out={out} chosen={rows.find(({ key }) => key === selected)} /> : null}
      {answer ? <StaleBand what="loads and prices" /> : null}
      {refusal ? <ListRefused refusal={refusal} listed={answer !== null} /> : null}
      {answer && rows.length > 0 ? <BoardList answer={answer} rows={rows} grid={grid} label={listLabel(answer)} /> : null}
      {answer && rows.length === 0 ? <ListEmpty answer={answer} filter={filter} onFound={toList} /> : null}
      {answer || refusal ? null : <ListSkeleton />}
      <HandDialog />
      <CarriersDialog onFound={toList} />
    </div>
  );
}
