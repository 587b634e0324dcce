import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { SchedulePreview } from '../../shared/methods/schedule.ts';
import { countText } from '../format/count-text.ts';
import { SCROLLS } from '../keys/key-place.ts';
import { Icon } from '../parts/icon.tsx';

const ROW_PX = 28;

/** The problems of a file, by line. Refused records are left out, records with a warning are taken. Rows differ in height, so they are measured, and only those in view are drawn. */
export function ProblemList({ problems, more }: { problems: SchedulePreview['problems']; more: number }) {
  const scroller = useRef<HTMLUListElement>(null);
  const rows = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const refused = problems.filter((problem) => problem.severity === 'refused').length;
  return (
    <section className="ad-problems" aria-labelledby="ad-problems">
      <div className="panel-h">
        <h2 id="ad-problems">Problems</h2>
        <span className="s12 t3">
          {problems.length === 0
            ? 'none'
            : `${countText(refused)} refused, ${countText(problems.length - refused)} warned${more > 0 ? `; ${countText(more)} more are not shown` : ''}`}
        </span>
      </div>
      {problems.length === 0 ? (
        <p className="t2 ad-noproblems">Every record was understood.</p>
      ) : (
        <ul className="ad-rows prop" ref={scroller} {...SCROLLS} aria-labelledby="ad-problems">
          <li className="ad-height" aria-hidden style={{ height: rows.getTotalSize() }} />
          {rows.getVirtualItems().map((row) => {
            const problem = problems[row.index];
            if (!problem) return null;
            const isRefused = problem.severity === 'refused';
            return (
              <li
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className="ad-row"
                aria-setsize={problems.length}
                aria-posinset={row.index + 1}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <span className="num t2">line {countText(problem.line)}</span>
                <span className={`ad-severity ${isRefused ? 'bad' : 'warn'}`}>
                  <Icon name={isRefused ? 'cross' : 'alert'} size={13} />
                  {isRefused ? 'refused' : 'warned'}
                </span>
                <span>{problem.problem}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
