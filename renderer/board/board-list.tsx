import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { useNow } from '../stores/clock-store.ts';
import { type BoardRow, firstFlight, type Party, seated } from './board-row.ts';
import { type Answer, select, togglePin, useBoard } from './board-store.ts';
import { FlightRow, rowId } from './flight-row.tsx';
import { asGrid } from './grid-roles.ts';
import { ListFoot } from './list-foot.tsx';
import { ListHead } from './list-head.tsx';
import { openRow } from './open-row.ts';
import './board-list.css';

export const ROW_PX = 33;
export const HEAD_PX = 31;

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
  const selectedIndex = rows.findIndex(({ key }) => key === selected);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    // The head stands on top of the list and stays there.
    paddingStart: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: 10,
    initialOffset: () => useBoard.getState().offset,
    getItemKey: (index) => rows[index]?.key ?? index,
    // The chosen row stays in the page when it is scrolled away, so that the grid can go on pointing at it.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return selectedIndex < 0 || shown.includes(selectedIndex) ? shown : [...shown, selectedIndex].sort((a, b) => a - b);
    },
  });

  // A new list begins where it should; the arrows take the view along.
  const listed = useRef<unknown>(null);
  useEffect(() => {
    const fresh = listed.current !== answer.wishes;
    const returned = listed.current === null && useBoard.getState().offset > 0;
    listed.current = answer.wishes;
    if (selectedIndex < 0 || returned) return;
    const departed = answer.kind === 'departures' && selectedIndex > 0;
    virtual.scrollToIndex(fresh && departed ? selectedIndex - 1 : selectedIndex, { align: fresh && departed ? 'start' : 'auto' });
  }, [answer.wishes, answer.kind, selectedIndex, virtual]);

  // Read from the element as it scrolls: when the screen is left, the virtualiser has let go of it already.
  const offset = useRef(0);
  useEffect(() => () => useBoard.setState({ offset: offset.current }), []);

  const rowOf = (event: MouseEvent): BoardRow | undefined => {
    const key = event.target instanceof Element ? event.target.closest<HTMLElement>('.lr')?.dataset.key : undefined;
    return rows.find((row) => row.key === key);
  };
  // What a press does, the keys of use-board-keys.ts do as well.
  const onClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (!row || !(event.target instanceof Element)) return;
    select(row.key);
    const cabin = event.target.closest<HTMLElement>('[data-cabin]')?.dataset.cabin as Cabin | undefined;
    if (event.target.closest('.pin-cell')) togglePin(row);
    else if (cabin && firstFlight(row).departsAt > now) openRow(row, cabin);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row && event.target instanceof Element && !event.target.closest('.pin-cell')) openRow(row);
  };

  const pointer = { onClick, onDoubleClick };

  const active = selectedIndex < 0 ? undefined : rowId(selected ?? '');
  const top = virtual.scrollOffset ?? 0;
  const height = virtual.scrollRect?.height ?? 0;
  const last = Math.min(rows.length, Math.max(0, Math.floor((top + height - HEAD_PX) / ROW_PX)));
  return (
    <>
      <div
        ref={grid}
        {...asGrid({ label, rows: rows.length, columns: 10, busy: searching, active })}
        {...pointer}
        className={searching ? 'board-list asking' : 'board-list'}
        onScroll={(event) => {
          offset.current = event.currentTarget.scrollTop;
        }}
      >
        <div role="presentation" className="rows" style={{ height: virtual.getTotalSize() }}>
          <ListHead kind={answer.kind} sort={sort} currency={rows[0]?.currency ?? 'USD'} seats={seated(party)} />
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <FlightRow
                key={row.key}
                row={row}
                kind={answer.kind}
                party={party}
                index={index}
                top={start}
                selected={row.key === selected}
                pin={pins.findIndex(({ key }) => key === row.key) + 1}
                now={now}
              />
            ) : null;
          })}
        </div>
      </div>
      <ListFoot answer={answer} first={Math.min(rows.length, Math.ceil(top / ROW_PX) + 1)} last={last} count={rows.length} />
    </>
  );
}
