import { memo } from 'react';
import type { PricedFlight } from '../../shared/methods/pricing-list.ts';
import { LIST_CURVE_DAYS } from '../../shared/pricing/curve-days.ts';
import { loadOf } from './flight-words.ts';

const WIDTH = 100;
const HEIGHT = 30;
const FIRST_DAY = LIST_CURVE_DAYS[0] ?? 60;

const x = (day: number): string => (((FIRST_DAY - day) / FIRST_DAY) * WIDTH).toFixed(1);

/** One booking curve on the usual band, as wide as its column: seats sold over the last 60 days, a mark where the flight stands now. */
export const SmallCurve = memo(function SmallCurve({ flight }: { flight: PricedFlight }) {
  const load = loadOf(flight);
  const most = Math.max(1, load?.authorised ?? 0, ...(flight.usual?.high ?? []));
  const y = (seats: number): string => (HEIGHT - 1 - (seats / most) * (HEIGHT - 3)).toFixed(1);
  const points = (seats: readonly (number | null)[]): string[] =>
    seats.flatMap((one, place) => (one === null ? [] : [`${x(LIST_CURVE_DAYS[place] ?? 0)},${y(one)}`]));
  const sold = points(flight.curve);
  const now = load ? [x(Math.min(FIRST_DAY, flight.daysLeft)), y(load.sold)] : undefined;
  return (
    <svg className="fl-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {flight.usual ? (
        <>
          <polygon className="band" points={[...points(flight.usual.high), ...points(flight.usual.low).reverse()].join(' ')} />
          <polyline className="usual" points={points(flight.usual.middle).join(' ')} />
        </>
      ) : null}
      <polyline className="this" points={[...sold, ...(now ? [now.join(',')] : [])].join(' ')} />
      {now ? <path className="this now" d={`M${now[0]} ${Number(now[1]) - 4}v8`} /> : null}
    </svg>
  );
});
