import { useEffect } from 'react';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { hearHealth, useHealth } from '../stores/health-store.ts';

/** How many alarms nobody has seen to, on the entry of the rail: for supervisors, who can see to them. */
export function HealthCount() {
  const count = useHealth(({ toSee }) => toSee);
  const watches = useSession(({ session, locked }) => session?.role === 'supervisor' && !locked);
  useEffect(() => {
    if (!watches) return;
    const load = () => void useHealth.getState().load();
    load();
    const stops = [onHeard(hearHealth), onResync(load)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [watches]);
  if (!watches || count === 0) return null;
  return (
    <span className="count" title={count === 1 ? '1 alarm to see to' : `${count} alarms to see to`}>
      {count}
      <span className="aside"> to see to</span>
    </span>
  );
}
