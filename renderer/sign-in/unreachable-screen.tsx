import { useEffect } from 'react';
import { Icon } from '../parts/icon.tsx';
import { AisleMark } from '../parts/own-icons.tsx';
import './door.css';
import './unreachable-screen.css';

/** Shown when the hub has never answered: where it was looked for, and that it is tried again. `where` is an address or a sentence. */
export function UnreachableScreen({ where }: { where: string }) {
  useEffect(() => {
    document.title = 'No hub · Aisle';
  }, []);
  return (
    <main className="unreachable">
      <div className="brand">
        <AisleMark size={26} />
        Aisle
      </div>
      <h1>
        <Icon name="unplugged" size={20} />
        The hub does not answer
      </h1>
      <p>
        Nothing was heard from <b>{where}</b>. It is tried again every few seconds; this page goes on by itself.
      </p>
      <ul>
        <li>Is Aisle running on that machine? It is started with npm start, or from its window.</li>
        <li>Does the network between here and there work?</li>
        <li>Nothing that was confirmed is lost. Holds at the hub run on and end at their time.</li>
      </ul>
    </main>
  );
}
