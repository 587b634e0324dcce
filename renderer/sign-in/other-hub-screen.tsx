import { useEffect } from 'react';
import type { FarHub } from '../../shared/far-hub.ts';
import { fingerprintText } from '../../shared/fingerprint-text.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { AisleMark } from '../parts/own-icons.tsx';
import { leaveHub } from '../stores/pair-desk.ts';
import './door.css';
import './unreachable-screen.css';

/**
 * Shown over everything when another hub answers at the address of this desk's hub. Nothing was sent to it. Only a person can know whether the hub was
 * set up anew or somebody stands in between.
 */
export function OtherHubScreen({ hub: { address, fingerprint, other } }: { hub: FarHub }) {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      void leaveHub();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
  return (
    <div className="door" role="alertdialog" aria-labelledby="other-hub">
      <main className="unreachable">
        <div className="brand">
          <AisleMark size={26} />
          Aisle
        </div>
        <h1 id="other-hub">
          <Icon name="alert" size={20} />
          Another hub answers at {address}
        </h1>
        <p>
          Nothing was sent to it. Ask whoever looks after Aisle whether the hub was set up anew. If it was not, somebody stands between here
          and there.
        </p>
        <dl className="same">
          <dt>The hub of this desk</dt>
          <dd className="code">{fingerprint === null ? '' : fingerprintText(fingerprint)}</dd>
        </dl>
        <dl className="same">
          <dt>Who answers now</dt>
          <dd className="code">{other === null ? '' : fingerprintText(other)}</dd>
        </dl>
        <p className="t2">This page goes on by itself when the hub of this desk answers again.</p>
        <Button variant="danger" kbd="Ctrl Enter" onPress={() => void leaveHub()}>
          It was set up anew: pair this desk with it
        </Button>
      </main>
    </div>
  );
}
