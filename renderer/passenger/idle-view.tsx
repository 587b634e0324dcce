import { useEffect, useState } from 'react';
import { SECOND_MS } from '../../shared/instants.ts';
import { usePassenger } from './passenger-store.ts';

/** The time of the station, as it is now. */
function useTime(): number {
  const ahead = usePassenger((store) => store.ahead);
  const [time, setTime] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTime(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return time + ahead;
}

/** Nothing is sold here at the moment: the name of the airline, and the time. */
export function IdleView() {
  const { hub, company, zone } = usePassenger();
  const now = useTime();
  const said = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(now);
  if (hub === 'unpaired') {
    return (
      <main className="idle">
        <h1>This screen belongs to no desk yet</h1>
        <p className="idle-note">Pair the console of this computer with the hub. This screen then follows it.</p>
      </main>
    );
  }
  return (
    <main className="idle">
      <h1>{company || 'Welcome'}</h1>
      {hub === 'there' ? (
        <>
          <p className="idle-time">{said({ hour: '2-digit', minute: '2-digit' })}</p>
          <p className="idle-note">{said({ weekday: 'long', day: 'numeric', month: 'long' })}</p>
        </>
      ) : (
        <p className="idle-note">One moment, please</p>
      )}
    </main>
  );
}
