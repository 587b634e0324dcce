import { REASON_MAX } from '../../shared/bounds.ts';
import { TextField } from '../parts/text-field.tsx';
import { useSeats } from '../seats/seat-store.ts';
import { blockWords, fewSeats } from '../seats/seat-words.ts';
import { blockedPicks, OVERRIDE_FIELD } from './blocked-picks.ts';
import type { Sale } from './sale.ts';
import { holdSeats } from './sale-actions.ts';
import { dispatch } from './sale-store.ts';

/** Asks the supervisor who picked a blocked seat why it is sold all the same. Enter holds it. */
export function OverrideField({ sale }: { sale: Sale }) {
  // Blocks that come or go while it is shown count at once.
  useSeats(({ flights }) => flights);
  const picks = blockedPicks(sale);
  const [first] = picks;
  if (!first) return null;
  return (
    <TextField
      id={OVERRIDE_FIELD}
      label={`Reason to sell ${fewSeats(picks.map(({ seat }) => seat))}, ${blockWords(first.claim)}`}
      value={sale.override}
      maxLength={REASON_MAX}
      hint="The cabin sells no more seats by it."
      onChange={(reason) => dispatch({ do: 'override', reason })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        void holdSeats();
      }}
    />
  );
}
