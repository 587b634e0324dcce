import { useState } from 'react';
import { STRATEGIES, type Strategy } from '../../shared/methods/pricing.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Segments } from '../parts/segments.tsx';
import { offerUndo } from '../parts/undo.tsx';
import type { SeatMapAnswer } from '../seats/seat-events.ts';

const CALLED: Readonly<Record<Strategy, string>> = { fixed: 'Fixed', demand: 'By demand' };
const MEANS: Readonly<Record<Strategy, string>> = {
  fixed: 'Every new hold pays the fixed fare of its cabin, at any load.',
  demand: 'New holds pay the base fare, and up to half of it more as the cabin fills.',
};

/** How this flight is priced, for supervisors: the change works at once, so what it does is said beside it. */
export function StrategyControl({ answer }: { answer: SeatMapAnswer }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const { flight, strategy } = answer;
  const set = async (wanted: Strategy, undoable = true): Promise<void> => {
    setBusy(true);
    const reply = await call('pricing.setStrategy', { requestId: newRequestId(), flightId: flight.flightId, strategy: wanted }, 'person');
    setBusy(false);
    setRefusal(reply.ok ? null : reply.refusal);
    if (!reply.ok || !undoable) return;
    const now = `${flight.flight} is priced ${wanted === 'fixed' ? 'at fixed fares' : 'by demand'} now`;
    offerUndo('pricing', now, () => void set(strategy, false));
  };
  return (
    <div className="strategy">
      <Segments
        label={`Pricing of ${flight.flight}`}
        value={strategy}
        choices={STRATEGIES.map((value) => ({ value, text: CALLED[value] }))}
        onChange={(wanted) => void set(wanted)}
        isDisabled={busy || answer.departed || flight.cancelled === true}
      />
      <p className="s12 t2">{MEANS[strategy]} Holds keep the price they were given.</p>
      <RefusalLine refusal={refusal} />
    </div>
  );
}
