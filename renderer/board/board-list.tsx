import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { useNow } from '../stores/clock-store.ts';
import { type BoardRow, commonCurrency, firstFlight, frontCabinsOf, isCancelled, type Party, seated } from './board-row.ts';
import { readOn } from './board-search.ts';
import { type Answer, select, togglePin, useBoard } from './board-store.ts';
import { FlightRow, rowId } from './flight-row.tsx';
import { asGrid } from './grid-roles.ts';
import { ListFoot } from './list-foot.tsx';
import { ListHead } from './list-head.tsx';
import { openRow } from './open-row.ts';
import { useRowWindow } from './use-row-window.ts';
import './board-list.css';
import './board-list-narrow.css';

const ROW_PX = 33;
const HEAD_PX = 31;

interface BoardListProps {
  answer: Answer;
  /** Of the answer, in its order, what the filter leaves. */
  rows: readonly BoardRow[];
  grid: RefObject<HTMLDivElement | null>;
  label: string;
}

/** The list: one tab stop, one row chosen, only the rows in view drawn, however long the day. */
export function BoardList({ answer, rows, grid, label }: BoardListProps) {
  const selected = useBoard((state) => state.selected);
  const pins = useBoard((state) => state.pins);
  const sort = useBoard((state) => state.sorts[answer.kind]);
  const searching = useBoard((state) => state.searching);
  const now = useNow(MINUTE_MS);
  const party: Party = answer.wishes;
  const selectedIndex = useMemo(() => rows.findIndex(({ key }) => key === selected), [rows, selected]);
  const view = useRowWindow({
    scroller: grid,
    count: rows.length,
    rowPx: ROW_PX,
    headPx: HEAD_PX,
    initialTop: useBoard.getState().offset,
  });
  const { drawFrom, drawUntil, top, scrollTo } = view;
  const drawn = Array.from({ length: drawUntil - drawFrom }, (_, place) => drawFrom + place);
  // The chosen row stays in the page when it is scrolled out of view, because the grid refers to it by its id.
  if (selectedIndex >= 0 && selectedIndex < drawFrom) drawn.unshift(selectedIndex);
  else if (selectedIndex >= drawUntil) drawn.push(selectedIndex);

  // A new list is scrolled to its place, and the view follows the arrow keys, in the same frame.
  const listed = useRef<unknown>(null);
  useLayoutEffect(() => {
    const fresh = listed.current !== answer.wishes;
    const returned = listed.current === null && useBoard.getState().offset > 0;
    listed.current = answer.wishes;
    if (selectedIndex < 0 || returned) return;
    const departed = fresh && answer.kind === 'departures' && selectedIndex > 0;
    scrollTo(departed ? selectedIndex - 1 : selectedIndex, departed ? 'top' : 'near');
  }, [answer.wishes, answer.kind, selectedIndex, scrollTo]);

  useEffect(() => () => useBoard.setState({ offset: top.current }), [top]);

  const atEnd = Math.max(view.until, selectedIndex + 1) >= rows.length;
  useEffect(() => {
    if (atEnd && answer.more > 0) void readOn();
  }, [atEnd, answer]);

  const rowOf = (event: MouseEvent): BoardRow | undefined => {
    const key = event.target instanceof Element ? event.target.closest<HTMLElement>('.lr')?.dataset.key : undefined;
    return rows.find((row) => row.key === key);
  };
  // The keys of use-board-keys.ts do the same as a press.
  const onClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (!row || !(event.target instanceof Element)) return;
    select(row.key);
    const cabin = event.target.closest<HTMLElement>('[data-cabin]')?.dataset.cabin as Cabin | undefined;
    if (event.target.closest('.pin-cell')) togglePin(row);
    else if (cabin && firstFlight(row).departsAt > now && !isCancelled(row)) openRow(row, cabin);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row && event.target instanceof Element && !event.target.closest('.pin-cell')) openRow(row);
  };

  const currency = commonCurrency(rows);
  const front = useMemo(() => frontCabinsOf(rows), [rows]);
  const pointer = { onClick, onDoubleClick };

  const active = selectedIndex < 0 ? undefined : rowId(selected ?? '');
  return (
    <>
      <div
        ref={grid}
        {...asGrid({ label, rows: rows.length, columns: 11, busy: searching, active })}
        {...pointer}
        {...LETTERS_ACT}
        className={`board-list${searching ? ' asking' : ''}${front < 1 ? ' no-front' : ''}${front < 2 ? ' no-middle' : ''}`}
      >
        <div role="presentation" className="rows" style={{ height: HEAD_PX + rows.length * ROW_PX }}>
          <ListHead kind={answer.kind} sort={sort} currency={currency} seats={seated(party)} />
          {drawn.map((index) => {
            const row = rows[index];
            return row ? (
              <FlightRow
                key={row.key}
                row={row}
                kind={answer.kind}
                party={party}
                index={index}
                top={HEAD_PX + index * ROW_PX}
                selected={row.key === selected}
                named={currency === null}
                pin={pins.findIndex(({ key }) => key === row.key) + 1}
                now={now}
              />
            ) : null;
          })}
        </div>
      </div>
      <ListFoot answer={answer} first={Math.min(rows.length, view.from + 1)} last={view.until} count={rows.length} />
    </>
  );
}
