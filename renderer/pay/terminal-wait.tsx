import { useEffect, useState } from 'react';
import { countdown } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { notKnownWords } from '../sale/not-known-words.ts';
import { serverNow, useNow } from '../stores/clock-store.ts';
import { useConnection } from '../stores/connection-store.ts';
import { OutcomeLine } from './outcome-line.tsx';
import './terminal-wait.css';

/**
 * While a sale or a change is being confirmed: whether the terminal is asked, for how long already, that the seats are safe, and how to give
 * the terminal up. If the hub is away nobody knows whether it was made.
 */
export function TerminalWait({
  asksTerminal,
  what,
  onGiveUp,
}: {
  asksTerminal: boolean;
  what: 'sale' | 'change';
  onGiveUp: () => Promise<void>;
}) {
  const [since] = useState(serverNow);
  const now = useNow();
  const away = useConnection(({ status }) => status === 'stale');
  useEffect(() => {
    if (asksTerminal) announce('The terminal is asking for the card');
  }, [asksTerminal]);
  useEffect(() => {
    if (away) announce(notKnownWords(what));
  }, [away, what]);
  if (away) return <OutcomeLine outcome="unknown" what={what} />;
  return (
    <div className="terminal-wait">
      <p>
        <b className="str">{asksTerminal ? 'The terminal is asking for the card' : `Confirming the ${what}`}</b>{' '}
        <span className="t2">{countdown(Math.max(0, now - since))}</span>
      </p>
      <p className="s12 t2">{asksTerminal ? 'The seats stay held while it works.' : 'The hub writes it down.'}</p>
      <div className="working" role="progressbar" aria-label="Confirming">
        <i />
      </div>
      {asksTerminal ? (
        <Button kbd="Shift F9" onPress={() => void onGiveUp()}>
          Give up the terminal
        </Button>
      ) : null}
    </div>
  );
}
