import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import type { SystemKey } from './offer-store.ts';

/** The secret of another program, once. */
export function ShownSecret({ systemKey: { desk, key }, onDone }: { systemKey: SystemKey; onDone: () => void }) {
  const [copied, setCopied] = useState<'' | 'yes' | 'no'>('');
  const copy = (): void => {
    navigator.clipboard.writeText(key).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <div className="dk-secret">
      <p>
        <b className="prop">{desk}</b> is paired. This is its secret: it is shown this once, and Aisle keeps no copy. The program sends it
        with each request, as <span className="code">Authorization: Bearer</span>.
      </p>
      <output className="dk-key code" aria-label={`Secret of ${desk}`}>
        {key}
      </output>
      <div className="ad-deeds">
        <Button variant="go" autoFocus onPress={copy}>
          Copy
        </Button>
        <Button variant="quiet" onPress={onDone}>
          It is kept; take it away
        </Button>
        <span className="s12 t2" role="status">
          {copied === 'yes' ? 'Copied.' : copied === 'no' ? 'This browser does not copy. Select it and copy it by hand.' : ''}
        </span>
      </div>
    </div>
  );
}
