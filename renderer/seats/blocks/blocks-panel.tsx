import { useState } from 'react';
import type { SeatBlock } from '../../../shared/methods/seat-blocks.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { useSeats } from '../seat-store.ts';
import { BlockForm } from './block-form.tsx';
import { BlockedList } from './blocked-list.tsx';
import { FreeForm } from './free-form.tsx';
import { useBlocks } from './use-blocks.ts';
import './blocks-panel.css';

interface BlocksPanelProps {
  /** A flight whose seats are on the screen. */
  flightId: number;
  /** The seat that is typed at first, and the cabin of a column that is typed alone. */
  seat?: string;
  cabin?: Cabin | null;
  autoFocus?: boolean;
}

/** The blocked seats of a flight, as every desk sees them, and a form to block more or to free one. */
export function BlocksPanel({ flightId, seat = '', cabin = null, autoFocus = false }: BlocksPanelProps) {
  const { list, refusal } = useBlocks(flightId);
  const answer = useSeats(({ flights }) => flights[flightId]?.answer);
  const [freeing, setFreeing] = useState<SeatBlock | null>(null);
  const blocks = list?.blocks ?? [];
  return (
    <section className="blocks" aria-label="Blocked seats">
      <p className="bl-sum t2">
        {list === null ? '' : blocks.length === 0 ? 'No seat of this flight is blocked.' : `${list.notUsable} not usable`}
      </p>
      <RefusalLine refusal={refusal} />
      {blocks.length > 0 && answer ? (
        <div className="bl-scroll">
          <BlockedList blocks={blocks} zone={answer.flight.originZone} onFree={setFreeing} />
        </div>
      ) : null}
      {freeing ? (
        <FreeForm key={`${freeing.seat} ${freeing.code}`} flightId={flightId} block={freeing} onDone={() => setFreeing(null)} />
      ) : answer ? (
        <BlockForm answer={answer} seat={seat} cabin={cabin} autoFocus={autoFocus} />
      ) : null}
    </section>
  );
}
