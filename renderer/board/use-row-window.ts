import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Every row is as high as every other, in pixels; the head stands over them and stays. */
  readonly rowPx: number;
  readonly headPx: number;
  /** Where the list stands when it comes onto the screen. */
  readonly initialTop: number;
}

/** Rows that are wholly in view, from 0; `until` is the one after the last. */
interface View {
  readonly from: number;
  readonly until: number;
}

interface Drawn extends View {
  /** Rows on either side that are drawn too. */
  readonly over: number;
}

interface RowWindow extends View {
  /** The rows to draw: those in view and some on either side, which a quick scroll would else show empty. */
  readonly drawFrom: number;
  readonly drawUntil: number;
  /** How far the list is scrolled, as last heard. */
  readonly top: RefObject<number>;
  /** Brings a row into view with the least movement, or to the top under the head. */
  scrollTo(index: number, align: 'near' | 'top'): void;
}

const OVERSCAN = 6;

/** After a jump to where no row is drawn yet, the rows in view come first, and those around them with the next frame. */
const move = (drawn: Drawn, to: View): Drawn =>
  drawn.from === to.from && drawn.until === to.until
    ? drawn
    : { ...to, over: to.from < drawn.until && drawn.from < to.until ? drawn.over : 0 };

/** The height that is assumed until the list has been measured: about the smallest screen. */
const HEIGHT = 600;

/**
 * Which rows of a long list are drawn. All rows are equally high, so a division tells it: nothing is measured or kept for each row, and a day of
 * 17,000 flights costs no more than twenty. A scroll draws in the same frame. Nothing is drawn while the same rows stay in view.
 */
export function useRowWindow({ scroller, count, rowPx, headPx, initialTop }: RowWindowOptions): RowWindow {
  const top = useRef(initialTop);
  const height = useRef(HEIGHT);
  const look = useCallback(
    (): View => ({
      from: Math.ceil(top.current / rowPx),
      until: Math.floor((top.current + height.current - headPx) / rowPx),
    }),
    [rowPx, headPx],
  );
  const [view, setView] = useState((): Drawn => ({ ...look(), over: 0 }));
  const show = useCallback(() => setView((now) => move(now, look())), [look]);
  useEffect(() => {
    if (view.over > 0) return;
    const frame = requestAnimationFrame(() => setView((now) => ({ ...now, over: OVERSCAN })));
    return () => cancelAnimationFrame(frame);
  }, [view]);

  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return;
    const measure = () => {
      if (list.clientHeight > 0) height.current = list.clientHeight;
      show();
    };
    measure();
    if (top.current > 0) list.scrollTop = top.current;
    const onScroll = () => {
      top.current = list.scrollTop;
      flushSync(show);
    };
    list.addEventListener('scroll', onScroll, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    return () => {
      list.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller, show]);

  const scrollTo = useCallback(
    (index: number, align: 'near' | 'top') => {
      const list = scroller.current;
      if (!list) return;
      const room = height.current - headPx;
      const start = index * rowPx;
      let wanted = top.current;
      if (align === 'top' || start < wanted) wanted = start;
      else if (start + rowPx > wanted + room) wanted = start + rowPx - room;
      if (wanted === top.current) return;
      // The list knows where it will be scrolled to, so the rows there are drawn at once and not a frame later.
      top.current = Math.max(0, Math.min(wanted, count * rowPx - room));
      list.scrollTop = top.current;
      show();
    },
    [scroller, count, rowPx, headPx, show],
  );

  const from = Math.max(0, Math.min(view.from, count));
  const until = Math.max(from, Math.min(view.until, count));
  return {
    from,
    until,
    drawFrom: Math.max(0, from - view.over),
    drawUntil: Math.min(count, until + view.over),
    top,
    scrollTo,
  };
}
