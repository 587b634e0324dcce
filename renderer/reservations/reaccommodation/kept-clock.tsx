import './kept-clock.css';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { countdown, countdownSpoken } from '../../format/times.ts';
import { Icon } from '../../parts/icon.tsx';
import { Ring } from '../../parts/ring.tsx';
import { useNow } from '../../stores/clock-store.ts';

/** How long the seats of a way are kept in all. */
const KEPT_MS = 3 * MINUTE_MS;
/** In the last minute the ring becomes a glyph, as a hold's does. */
const LATE_MS = MINUTE_MS;

/** How long the seats of a way are kept still; that they are not any more once that is over. */
export function KeptClock({ until }: { until: number }) {
  // The ticking clock may be up to one tick late: seats must not show more time than they have.
  const left = Math.max(0, Math.min(until - useNow(), KEPT_MS));
  if (left === 0) return <span className="ra-kept late">not kept</span>;
  return (
    <span className={left < LATE_MS ? 'ra-kept late' : 'ra-kept'}>
      {left < LATE_MS ? <Icon name="alert" size={13} /> : <Ring part={left / KEPT_MS} />}
      <span aria-hidden="true">{countdown(left)}</span>
      <span className="aside">kept {countdownSpoken(left)}</span>
    </span>
  );
}
