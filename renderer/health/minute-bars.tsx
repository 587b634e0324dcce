import { figureRule } from '../../shared/health/figures.ts';
import type { FigureView } from '../../shared/methods/health.ts';

const HEIGHT = 40;
const STEP = 4;
/** The dashed limit stands at five sixths of the height, unless something went far above it. */
const ABOVE = 1.2;
const ABOVE_MOST = 2.5;
const NEAR = 0.7;
const BARS = ['good', 'near', 'over'] as const;

interface MinuteBarsProps {
  figure: FigureView['figure'];
  limit: number;
  values: readonly (number | null)[];
  className: string;
  /** Bars of a figure that is near its limit say so. */
  near?: boolean;
}

/** One bar for each value, the newest last. Of a share the bar shows what is missing, so that high is always worse. What is not known has no bar. */
export function MinuteBars({ figure, limit, values, className, near = false }: MinuteBarsProps) {
  const share = figureRule(figure).unit === 'share';
  const shown = values.map((value) => (value === null ? null : share ? 100 - value : value));
  const most = share ? 100 - limit : limit;
  const highest = Math.max(...shown.map((value) => value ?? 0));
  const top = Math.min(Math.max(most * ABOVE, highest), Math.max(most * ABOVE_MOST, 1)) || 1;
  const y = (value: number) => HEIGHT - Math.max(value > 0 ? 4 : 1, Math.min(1, value / top) * (HEIGHT - 2));
  const kindOf = (value: number) => (value > most ? 'over' : near && value > most * NEAR ? 'near' : 'good');
  const bar = (value: number, place: number) => `M${place * STEP + 0.5} ${HEIGHT}V${y(value).toFixed(1)}h3V${HEIGHT}z`;
  const width = values.length * STEP;
  return (
    <svg className={className} viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <line className="hl-base" x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} vectorEffect="non-scaling-stroke" />
      {BARS.map((kind) => (
        <path
          key={kind}
          className={kind}
          d={shown.map((value, place) => (value !== null && kindOf(value) === kind ? bar(value, place) : '')).join('')}
        />
      ))}
      <line className="hl-lim" x1="0" x2={width} y1={y(most)} y2={y(most)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
