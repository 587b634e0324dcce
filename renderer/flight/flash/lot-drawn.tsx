import { useEffect, useState } from 'react';
import type { DrawnLot } from '../../../shared/methods/flash-sales.ts';
import { call } from '../../client/client.ts';
import { clockText } from '../../format/clock-text.ts';
import { countText } from '../../format/count-text.ts';
import { SCROLLS } from '../../keys/key-place.ts';

/** Who took part in the lot of a flash sale, in the order in which they were drawn, and what proves it. */
export function LotDrawn({ flightId, zone }: { flightId: number; zone: string }) {
  const [lot, setLot] = useState<DrawnLot | null>(null);
  useEffect(() => {
    let over = false;
    void call('flashSale.lot', { flightId }, 'person').then((reply) => {
      if (!over && reply.ok) setLot(reply.value.lot);
    });
    return () => {
      over = true;
    };
  }, [flightId]);
  if (!lot) return null;
  const { drawnAt, entrants, first, seed, seal } = lot;
  return (
    <section className="flash-lot" aria-labelledby="flash-lot">
      <h3 id="flash-lot" className="med">
        Drawn {clockText(drawnAt, zone)} among {entrants === 1 ? '1 request' : `${countText(entrants)} requests`}
      </h3>
      {first.length > 0 ? (
        <ol aria-label="In the order in which they were drawn" {...SCROLLS}>
          {[...first.keys()].map((place) => (
            <li key={place} className="prop">
              {first[place]}
            </li>
          ))}
        </ol>
      ) : null}
      {entrants > first.length ? <p className="s12 t2">and {countText(entrants - first.length)} more</p> : null}
      <dl className="s12">
        <dt className="t2">Seed</dt>
        <dd className="code">{seed}</dd>
        <dt className="t2">Its SHA-256, in the journal since the opening</dt>
        <dd className="code">{seal}</dd>
      </dl>
    </section>
  );
}
