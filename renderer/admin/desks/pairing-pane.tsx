import { useEffect, useRef } from 'react';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { KeyHint, KeyHints } from '../../parts/key-hint.tsx';
import { NewDesk } from './new-desk.tsx';
import { useOffer } from './offer-store.ts';
import { ShownCode } from './shown-code.tsx';
import { ShownSecret } from './shown-secret.tsx';

interface PairingPaneProps {
  /** The name of a new desk is asked for. */
  isNaming: boolean;
  onName: () => void;
  onNamed: () => void;
}

const endWords = ({ kind, desk }: { kind: 'paired' | 'ended'; desk: string }): string =>
  kind === 'paired' ? `${desk} is paired.` : `The code for ${desk} has ended, and nothing was paired.`;

/** Where a desk is paired: its name, then its code, then what became of it. */
export function PairingPane({ isNaming, onName, onNamed }: PairingPaneProps) {
  const { offer, end, systemKey, clear } = useOffer();
  useEffect(() => {
    if (end) announce(endWords(end));
  }, [end]);
  const shown = useRef<HTMLDivElement>(null);
  const named = useRef(isNaming);
  // The form had the focus. What stands in its place gets it, so that Esc and the letters go on to work.
  useEffect(() => {
    if (named.current && !isNaming) (shown.current?.querySelector('button') ?? shown.current)?.focus();
    named.current = isNaming;
  }, [isNaming]);
  return (
    <section className="dk-pairing" aria-labelledby="dk-pairing">
      <div className="panel-h">
        <h2 id="dk-pairing">Pairing</h2>
        {offer ? <span className="s12 t3">type this code at the new desk</span> : null}
        {offer && !isNaming ? (
          <KeyHints>
            <KeyHint keys={['Esc']}>stop</KeyHint>
          </KeyHints>
        ) : null}
      </div>
      {isNaming ? (
        <NewDesk onClose={onNamed} />
      ) : (
        <div className="dk-shown" ref={shown} tabIndex={offer && !systemKey ? 0 : -1} {...ACTION_ROW}>
          {systemKey ? (
            <ShownSecret systemKey={systemKey} onDone={clear} />
          ) : offer ? (
            <ShownCode offer={offer} />
          ) : (
            <>
              <p className={end?.kind === 'paired' ? 'ok med' : 't2'}>
                {end ? endWords(end) : 'A new counter shows where to type a code. It is good for two minutes and five tries.'}
              </p>
              <Button variant="go" kbd="A" onPress={onName}>
                Pair a desk
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}
