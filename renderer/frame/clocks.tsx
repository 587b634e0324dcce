import { localTime, zuluTime } from '../format/times.ts';
import { useNow } from '../stores/clock-store.ts';

interface Home {
  airport: string;
  zone: string;
}

/** The time at the desk's own airport, and UTC. */
export function Clocks({ home }: { home: Home }) {
  const now = useNow();
  return (
    <>
      <span>
        <b>{localTime(now, home.zone)}</b> {home.airport}
      </span>
      <span className="zulu-clock">
        <b>{zuluTime(now)}</b> Z
      </span>
    </>
  );
}
