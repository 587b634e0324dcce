import { useEffect, useState } from 'react';
import { countdown } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { serverNow, useNow } from '../stores/clock-store.ts';
import './terminal-wait.css';

/** While the sale is being confirmed: whether the terminal is asked, for how long already, and that the seats are safe. */
export function TerminalWait({ asksTerminal }: { asksTerminal: boolean }) {
  const [since] = useState(serverNow);
  const now = useNow();
  useEffect(() => {
    if (asksTerminal) announce('The terminal is asking for the card');
  }, [asksTerminal]);
  return (
    <div className="terminal-wait">
      <p>
        <b className="str">{asksTerminal ? 'The terminal is asking for the card' : 'Confirming the sale'}</b>{' '}
        <span className="t2">{countdown(Math.max(0, now - since))}</span>
      </p>
      <p className="s12 t2">{asksTerminal ? 'The seats stay held while it works.' : 'The hub writes it down.'}</p>
      <div className="working" role="progressbar" aria-label="Confirming">
        <i />
      </div>
    </div>
  );
}
