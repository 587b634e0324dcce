import type { Simulated } from '../../shared/methods/pricing-what-if.ts';
import { countText } from '../format/count-text.ts';
import { signed } from './what-if-words.ts';

const WIDTH = 600;
const HEIGHT = 150;
const [LEFT, RIGHT, TOP, FOOT] = [44, 12, 8, 22];
/** Rows of the table that says the same. */
const ROWS_MAX = 5;

interface SimPointsProps {
  points: Simulated['points'];
  runs: number;
}

/** How the interval of the revenue narrows as runs come in: drawn, and as a table for those who do not see it. */
export function SimPoints({ points, runs }: SimPointsProps) {
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  // The first points swing widely, and would press the rest flat.
  const settled = points.slice(Math.floor(points.length / 10));
  const most = Math.max(1, ...settled.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const x = (run: number): number => LEFT + (run / runs) * (WIDTH - LEFT - RIGHT);
  const y = (percent: number): number => TOP + ((most - Math.max(-most, Math.min(most, percent))) / (2 * most)) * (HEIGHT - TOP - FOOT);
  const line = (read: (point: (typeof points)[number]) => number, from: typeof points): string =>
    from.map((point) => `${x(point.runs).toFixed(1)},${y(read(point)).toFixed(1)}`).join(' ');
  const step = Math.ceil(points.length / ROWS_MAX);
  const told = points.filter((_, place) => (points.length - 1 - place) % step === 0);
  return (
    <section className="wi-points" aria-label="How sure">
      <div className="panel-h">
        How sure <span className="s12 t3">change of revenue, 95 % interval as runs come in</span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <line className="zero" x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} />
        <polygon points={`${line(({ high }) => high, points)} ${line(({ low }) => low, points.toReversed())}`} />
        <polyline points={line(({ mean }) => mean, points)} />
      </svg>
      <span className="wi-top s11 t3" aria-hidden="true">
        {signed(most, 1)} %
      </span>
      <span className="wi-mid s11 t3" aria-hidden="true">
        0
      </span>
      <span className="wi-end s11 t3" aria-hidden="true">
        {countText(runs)} runs
      </span>
      <table className="aside">
        <caption>Change of revenue in percent, as runs come in</caption>
        <thead>
          <tr>
            <th scope="col">Runs</th>
            <th scope="col">Change</th>
            <th scope="col">95 % interval</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ runs: at, low, mean, high }) => (
            <tr key={at}>
              <th scope="row">{countText(at)}</th>
              <td>{signed(mean, 1)}</td>
              <td>
                {signed(low, 1)} to {signed(high, 1)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
