import { useSession } from '../client/session-store.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useHolds } from '../stores/holds-store.ts';
import { go, type Screen, type ScreenName, useNavigation } from '../stores/navigation-store.ts';
import './rail.css';

interface Entry {
  name: ScreenName;
  text: string;
  icon: IconName;
  key: string;
  supervisorsOnly?: true;
}

export const RAIL: readonly Entry[] = [
  { name: 'board', text: 'Board', icon: 'board', key: 'F1' },
  { name: 'flight', text: 'Flight', icon: 'flight', key: 'F2' },
  { name: 'reservations', text: 'Reservations', icon: 'booking', key: 'F3' },
  { name: 'admin', text: 'Admin', icon: 'admin', key: 'F7', supervisorsOnly: true },
];

/** Where a rail entry leads: the screen as it was left. Without a flight so far, to the most urgent hold; else nowhere. */
export function railTarget(name: ScreenName): Screen | undefined {
  const last = useNavigation.getState().last[name];
  if (name !== 'flight') return last ?? { name };
  const { holds } = useHolds.getState();
  // A hold that has ended meanwhile is not opened. Its flight is shown.
  if (last?.name === 'flight' && last.bookingId !== undefined && !holds.some(({ bookingId }) => bookingId === last.bookingId)) {
    const { name: screen, flightIds, cabin } = last;
    return { name: screen, flightIds, ...(cabin ? { cabin } : {}) };
  }
  if (last) return last;
  const [hold] = holds;
  return hold ? { name: 'flight', flightIds: hold.legs.map(({ flightId }) => flightId), bookingId: hold.bookingId } : undefined;
}

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
            onClick={() => {
              const target = railTarget(entry.name);
              if (target) go(target);
            }}
          >
            <span className="key" aria-hidden="true">
              {entry.key}
            </span>
            <Icon name={entry.icon} size={18} />
            <span>{entry.text}</span>
          </button>
        );
      })}
    </nav>
  );
}
