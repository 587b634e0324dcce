import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { call } from '../../client/client.ts';
import { momentText } from '../../format/moment-text.ts';
import { serverNow } from '../../stores/clock-store.ts';

/** What was changed by hand about a flight before, the newest first. Nothing where nothing was. */
export function MadeChanges({ flightId, zone }: { flightId: number; zone: string }) {
  const [changes, setChanges] = useState<Output<'schedule.handChanges'>['changes']>([]);
  useEffect(() => {
    let shown = true;
    void call('schedule.handChanges', { flightId }).then((reply) => {
      if (shown && reply.ok) setChanges(reply.value.changes);
    });
    return () => {
      shown = false;
    };
  }, [flightId]);
  if (changes.length === 0) return null;
  return (
    <section className="hand-made" aria-label="Changed by hand before">
      <h3 className="s12 t3">Changed by hand before</h3>
      <ul>
        {changes.map(({ number, said, reason, user, at }) => (
          <li key={number}>
            <span>{said}</span>
            <span className="t2">
              {reason}, {user}, {momentText(at, serverNow(), zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
