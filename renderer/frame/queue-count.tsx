import { useEffect } from 'react';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { hearQueues, QUEUES_RENEWED_MS, queuesTotal, useQueues } from '../stores/queues-store.ts';

/** How much waits in the queues, on the entry of the rail. It stands there only while something does. */
export function QueueCount() {
  const count = useQueues(({ look }) => queuesTotal(look));
  const locked = useSession((state) => state.locked);
  useEffect(() => {
    if (locked) return;
    const load = () => void useQueues.getState().load();
    load();
    const renew = setInterval(load, QUEUES_RENEWED_MS);
    const stops = [onHeard(hearQueues), onResync(load), () => clearInterval(renew)];
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
