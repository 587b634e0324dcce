import { useSession } from '../client/session-store.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useHolds } from '../stores/holds-store.ts';
import { type ScreenName, useNavigation } from '../stores/navigation-store.ts';
import { goToScreen } from './go-to-screen.ts';
import { HealthCount } from './health-count.tsx';
import { QueueCount } from './queue-count.tsx';
import './rail.css';

interface Entry {
  name: ScreenName;
  text: string;
  icon: IconName;
  key: string;
  /** After `G` it does the same as the F-key, which a browser may own. */
  letter: string;
  supervisorsOnly?: true;
}

export const RAIL: readonly Entry[] = [
  { name: 'board', text: 'Board', icon: 'board', key: 'F1', letter: 'B' },
  { name: 'flight', text: 'Flight', icon: 'flight', key: 'F2', letter: 'F' },
  { name: 'reservations', text: 'Reservations', icon: 'booking', key: 'F3', letter: 'R' },
  { name: 'waitlist', text: 'Waitlist', icon: 'users', key: 'F4', letter: 'W' },
  { name: 'pricing', text: 'Pricing', icon: 'price', key: 'F5', letter: 'P' },
  { name: 'shift', text: 'Shift', icon: 'shift', key: 'F6', letter: 'S' },
  { name: 'admin', text: 'Admin', icon: 'admin', key: 'F7', letter: 'A', supervisorsOnly: true },
  { name: 'health', text: 'Health', icon: 'health', key: 'F8', letter: 'H' },
];

export function Rail() {
  const screen = useNavigation(({ screen }) => screen.name);
  const known = useNavigation(({ last }) => last.flight !== undefined);
  const holding = useHolds(({ holds }) => holds.length > 0);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  return (
    <nav className="rail" aria-label="Screens">
      {RAIL.filter((entry) => supervisor || !entry.supervisorsOnly).map((entry) => {
        const closed = entry.name === 'flight' && !known && !holding;
        return (
          <button
            key={entry.name}
            type="button"
            aria-current={entry.name === screen ? 'page' : undefined}
            aria-keyshortcuts={entry.key}
            aria-disabled={closed}
            title={closed ? 'Open a flight from the board first' : undefined}
            onClick={() => goToScreen(entry.name)}
          >
            <span className="key" aria-hidden="true">
              {entry.key}
            </span>
            <Icon name={entry.icon} size={18} />
            <span>{entry.text}</span>
            {entry.name === 'reservations' ? <QueueCount /> : null}
            {entry.name === 'health' ? <HealthCount /> : null}
          </button>
        );
      })}
    </nav>
  );
}
