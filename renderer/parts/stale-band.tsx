import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import { useConnection } from '../stores/connection-store.ts';
import { Icon } from './icon.tsx';
import './stale-band.css';

/** On the list or grid itself, while the hub does not answer: what stands there may be old. `what`: `seats`, `loads and prices`. */
export function StaleBand({ what }: { what: string }) {
  const { status, since, met } = useConnection();
  const home = useSession(({ state }) => state?.home);
  if (status !== 'stale' || !met) return null;
  return (
    <p className="stale-band">
      <Icon name="unplugged" size={14} />
      <span>
        <b>Not up to date:</b> the hub does not answer{since === null ? '' : ` since ${clockText(since, home?.zone ?? 'UTC')}`}. These{' '}
        {what} may have changed since.
      </span>
    </p>
  );
}
