import { useEffect, useState } from 'react';
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
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    document.title = 'Another hub · Aisle';
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      // It cannot be undone: Enter alone does nothing here, not even on the button.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter' && event.ctrlKey && !event.repeat) setLeaving(true);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
  useEffect(() => {
    if (leaving) void leaveHub();
  }, [leaving]);
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
          Nothing was sent to it. Ask whoever looks after Aisle whether the hub was set up anew. If it was not, this may be a trap: leave it
          as it is, and sell at another desk.
        </p>
        <dl className="same">
          <dt>The hub of this desk</dt>
          <dd className="code">{fingerprint === null ? '' : fingerprintText(fingerprint)}</dd>
        </dl>
        <dl className="same">
          <dt>Who answers now</dt>
          <dd className="code">{other === null ? '' : fingerprintText(other)}</dd>
        </dl>
        <p className="t2" role="status">
          It is tried again every few seconds. When the hub of this desk answers, this page goes on by itself.
        </p>
        <Button variant="danger" kbd="Ctrl Enter" isPending={leaving} onPress={() => setLeaving(true)}>
          It was set up anew: pair this desk with it
        </Button>
      </main>
    </div>
  );
}
