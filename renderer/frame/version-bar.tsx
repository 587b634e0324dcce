import { useSession } from '../client/session-store.ts';
import { Icon } from '../parts/icon.tsx';
import { useVersion } from '../stores/version-store.ts';
import { versionWords } from './version-words.ts';
import './trouble-bar.css';

/** Shows that the hub's Aisle is another one than this console's, and what to do. It stands above what is typed, and takes nothing of it away. */
export function VersionBar() {
  const words = versionWords(
    useVersion(),
    useSession(({ session }) => session !== null),
  );
  return words ? (
    <div className="trouble-bar prop" role="alert">
      <Icon name="again" size={16} />
      <p>{words}</p>
    </div>
  ) : null;
}
