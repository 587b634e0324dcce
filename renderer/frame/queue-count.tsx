import { useEffect } from 'react';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { hearCount, useQueues } from '../stores/queues-store.ts';

/** How much waits in the queues, on the entry of the rail. It stands there only while something does. */
export function QueueCount() {
  const count = useQueues((state) => state.count);
  const locked = useSession((state) => state.locked);
  useEffect(() => {
    if (locked) return;
    const load = () => void useQueues.getState().load();
    load();
    const stops = [onHeard(hearCount), onResync(load)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [locked]);
  if (count === 0) return null;
  return (
    <span className="count" title={`${count} in the queues`}>
      {count}
      <span className="aside"> to do</span>
    </span>
  );
}
