import { useEffect } from 'react';
import { Icon } from '../parts/icon.tsx';
import { AisleMark } from '../parts/own-icons.tsx';
import './door.css';
import './unreachable-screen.css';

/** Shown when the hub has never answered: where it was looked for, and that it is tried again. `where` is an address or a sentence. `isOutOfTime`: it did answer. */
export function UnreachableScreen({ where, isOutOfTime = false }: { where: string; isOutOfTime?: boolean | undefined }) {
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
        {isOutOfTime ? 'The clock of this computer does not fit the hub' : 'The hub does not answer'}
      </h1>
      {isOutOfTime ? (
        <>
          <p role="status">
            <b>{where}</b> answers, and its certificate is not valid at the time of this computer:{' '}
            {new Date().toISOString().slice(0, 16).replace('T', ' ')}Z. It is tried again every few seconds; this page goes on by itself.
          </p>
          <ul>
            <li>Is that the time? If it is not, set the clock of this computer.</li>
            <li>
              If it is, look at the clock of the hub, in Admin, Settings on its own computer. Once it is right, the hub makes a new
              certificate by itself.
            </li>
            <li>Nothing needs to be paired again.</li>
          </ul>
        </>
      ) : (
        <>
          <p>
            Nothing was heard from <b>{where}</b>. It is tried again every few seconds; this page goes on by itself.
          </p>
          <ul>
            <li>Is Aisle running on that machine? It is started with npm start, or from its window.</li>
            <li>Does the network between here and there work?</li>
            <li>Nothing that was confirmed is lost. Holds at the hub run on and end at their time.</li>
          </ul>
        </>
      )}
    </main>
  );
}
