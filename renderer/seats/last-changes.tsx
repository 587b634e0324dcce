import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import type { SeatChange } from './seat-events.ts';
import { useSeats } from './seat-store.ts';
import { fewSeats } from './seat-words.ts';
import './last-changes.css';

const NONE: readonly SeatChange[] = [];

/** What happened to the seats of this flight while it was open, newest first. Only where the window is tall enough. */
export function LastChanges({ flightId }: { flightId: number }) {
  const changes = useSeats(({ flights }) => flights[flightId]?.changes ?? NONE);
  const ownDesk = useSession(({ session }) => session?.desk ?? '');
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  if (changes.length === 0) return null;
  return (
    <section className="last-changes">
      <h3>Last changes on this flight</h3>
      <table className="s12">
        <tbody>
          {changes.map((change) => (
            <tr key={change.event}>
              <td className="t3">{clockText(change.at, zone)}</td>
              <td>
                <b className="med">{fewSeats(change.seats)}</b> {change.code ? `${change.what}, ${change.code}` : change.what}
              </td>
              <td className={change.desk === ownDesk ? undefined : 'other prop'}>
                {change.desk === ownDesk ? 'this desk' : change.desk === '-' ? 'by itself' : `desk ${change.desk}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
