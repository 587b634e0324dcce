import { useEffect } from 'react';
import { versionWords } from '../frame/version-words.ts';
import { Icon } from '../parts/icon.tsx';
import { AisleMark } from '../parts/own-icons.tsx';
import { useVersion } from '../stores/version-store.ts';
import './door.css';
import './unreachable-screen.css';

/** Shown when the first thing that is heard of a hub is that its Aisle is another one. */
export function OtherVersionScreen() {
  const version = useVersion();
  useEffect(() => {
    document.title = 'Another Aisle at the hub · Aisle';
  }, []);
  return (
    <main className="unreachable">
      <div className="brand">
        <AisleMark size={26} />
        Aisle
      </div>
      <h1>
        <Icon name="again" size={20} />
        {version.hubIs === 'too-old' ? 'This console waits for its hub' : 'This console is too old for its hub'}
      </h1>
      <p role="status">{versionWords(version, false)}</p>
    </main>
  );
}
