import { SECOND_MS } from '../../shared/instants.ts';
import { stopBusyCalls, useBusyCalls } from '../client/busy-calls.ts';
import { useEscFirst } from '../keys/use-esc-first.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../stores/clock-store.ts';
import './busy-bar.css';

/** It counts down for the eye. Read aloud it is once, with the sentence. */
function SecondsLeft({ at }: { at: number }) {
  useNow(SECOND_MS / 4);
  const left = Math.ceil((at - Date.now()) / SECOND_MS);
  return <span aria-live="off">{Math.max(1, left)} s</span>;
}

/**
 * Above the tray of every screen, while the hub is too busy for what was asked here: why, and when it is asked again. It takes no room from the screen. Esc
 * stops it first, before anything else that Esc does.
 */
export function BusyBar() {
  const [first, ...more] = useBusyCalls(({ waiting }) => waiting);
  useEscFirst(first !== undefined, stopBusyCalls);
  return (
    <div className="busy-place" role="status">
      {first ? (
        <div className="busy-bar">
          <Icon name="clock" size={15} />
          <p>
            <b>{first.why}.</b> It is sent again by itself in <SecondsLeft at={first.at} />
            {more.length > 0 ? `, and ${more.length} more with it` : ''}.
          </p>
          <Button kbd="Esc" onPress={stopBusyCalls}>
            Stop
          </Button>
        </div>
      ) : null}
    </div>
  );
}
