import { useEffect, useEffectEvent, useRef } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useConnection } from '../stores/connection-store.ts';
import { go } from '../stores/navigation-store.ts';
import './flight-trouble.css';

/** Shown when the hub does not answer. Only a flight was asked for, so nothing can be in doubt. */
const AWAY = { message: 'The hub does not answer, so this flight cannot be shown.', next: 'It is asked for again when the hub is back.' };

/** Why the flight is not shown. If the hub did not answer, the flight is asked for again when the hub is back, or when the button is pressed. */
export function FlightTrouble({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const away = refusal.code === 'HUB_UNREACHABLE';
  const live = useConnection(({ status }) => status === 'live');
  const before = useRef(live);
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    if (away && live && !before.current) retry();
    before.current = live;
  }, [away, live]);
  return (
    <div className="flight-trouble">
      <RefusalLine refusal={away ? { ...refusal, ...AWAY } : refusal} />
      <div className="flight-trouble-steps">
        <Button variant={away ? 'go' : 'plain'} onPress={onRetry}>
          Try again
        </Button>
        <Button variant={away ? 'plain' : 'go'} onPress={() => go({ name: 'board' })}>
          To the board
        </Button>
      </div>
    </div>
  );
}

/** Shown while the seats are loaded. When the hub does not answer, it says so. */
export function SeatsWaiting() {
  const stale = useConnection(({ status }) => status === 'stale');
  return (
    <div className="stage-waiting t2" role="status">
      {stale ? 'The hub does not answer, so its seats cannot be shown. They come as soon as it does.' : 'Loading the seats'}
    </div>
  );
}
