import { useRef } from 'react';
import type { Output } from '../../shared/contract.ts';
import { FLIGHT_CURVE_DAYS } from '../../shared/pricing/curve-days.ts';
import { loadOf } from './flight-words.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 208;
const LEFT = 30;
const RIGHT = 36;
const TOP = 14;
const BOTTOM = 22;
/** Days that are shown, unless the flight is farther away. */
const DAYS = 60;

/** A step of 1, 2 or 5 times a power of ten, so that an axis has three to six of them. */
function stepFor(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
}

/** The curve of the chosen flight: sold, what is usual, and the way to the forecast with its band. The table beside it says the same. */
export function BigCurve({ look }: { look: Output<'pricing.flight'> }) {
  const box = useRef<SVGSVGElement>(null);
  const width = useWidth(box, 344);
  const { flight, ahead, band } = look;
  const { usual, forecast, curve } = flight;
  const load = loadOf(flight);
  const seats = load?.authorised ?? 0;
  const sold = load?.sold ?? 0;
  const today = Math.min(flight.daysLeft, FLIGHT_CURVE_DAYS[0] ?? 90);
  const first = today > DAYS ? (FLIGHT_CURVE_DAYS[0] ?? 90) : DAYS;
  const top = Math.max(1, seats, sold, forecast?.seats ?? 0, band?.high ?? 0, ...(usual?.high ?? []));
  const step = stepFor(top * 1.06);
  const most = Math.ceil((top * 1.06) / step) * step;
  const x = (day: number): number => LEFT + ((first - day) / first) * (width - LEFT - RIGHT);
  const y = (count: number): number => TOP + ((most - count) / most) * (HEIGHT - TOP - BOTTOM);
  const points = (counts: readonly (number | null)[]): string[] =>
    counts.flatMap((count, place) => {
      const day = FLIGHT_CURVE_DAYS[place] ?? 0;
      return count === null || day > first ? [] : [`${x(day).toFixed(1)},${y(count).toFixed(1)}`];
    });
  const here = `${x(today).toFixed(1)},${y(sold).toFixed(1)}`;
  const ticks = Array.from({ length: Math.round(most / step) + 1 }, (_, place) => place * step);
  const days = Array.from({ length: 5 }, (_, place) => Math.round((first * (4 - place)) / 4));
  const left = x(today) > width / 2;
  return (
    <svg ref={box} className="fl-big" height={HEIGHT} role="img" aria-label={curveWords(look)}>
      {ticks.map((count) => (
        <g key={count}>
          <line className="tick" x1={LEFT} x2={x(0)} y1={y(count)} y2={y(count)} />
          <text x={LEFT - 6} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {days.map((day) => (
        <text key={day} x={x(day)} y={HEIGHT - 5} textAnchor="middle">
          {day === 0 ? '0' : `${day} d`}
        </text>
      ))}
      {usual ? (
        <>
          <polygon className="band" points={[...points(usual.high), ...points(usual.low).reverse()].join(' ')} />
          <polyline className="usual" points={points(usual.middle).join(' ')} />
        </>
      ) : null}
      <line className="cap" x1={LEFT} x2={x(0)} y1={y(seats)} y2={y(seats)} />
      <text className="cap-text" x={LEFT + 4} y={y(seats) - 5}>
        {seats} seats
      </text>
      {forecast ? <polyline className="ahead" points={[here, ...points(ahead)].join(' ')} /> : null}
      {band ? <line className="reach" x1={x(0)} x2={x(0)} y1={y(band.low)} y2={y(band.high)} /> : null}
      <polyline className="this" points={[...points(curve), here].join(' ')} />
      <circle className="dot" cx={x(today)} cy={y(sold)} r={4} />
      <text className="now" x={x(today) + (left ? -9 : 9)} y={y(sold) - 8} textAnchor={left ? 'end' : 'start'}>
        {sold} sold
      </text>
      {forecast && forecast.seats !== sold ? (
        <text className="now" x={x(0) + 6} y={y(forecast.seats) + 4}>
          {forecast.seats}
        </text>
      ) : null}
    </svg>
  );
}

/** The chart in one sentence. */
function curveWords({ flight, band }: Output<'pricing.flight'>): string {
  const { usual, forecast, daysLeft } = flight;
  const load = loadOf(flight);
  const place = FLIGHT_CURVE_DAYS.indexOf(Math.min(daysLeft, 90));
  return [
    `Seats sold by days to departure: ${load?.sold ?? 0} of ${load?.authorised ?? 0} sold, ${daysLeft} days before`,
    ...(usual ? [`usual ${usual.low[place] ?? 0} to ${usual.high[place] ?? 0}`] : []),
    ...(forecast ? [`forecast ${forecast.seats}${band ? `, four in five between ${band.low} and ${band.high}` : ''}`] : []),
  ].join('; ');
}
