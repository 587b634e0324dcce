import type { SalesState } from '../../shared/close-of-sales.ts';
import './sales-mark.css';

/** A word and a shape: an empty ring is open, a half one closing, a full one closed, a cross gone. */
export function SalesMark({ state, detail }: { state: SalesState; detail?: string }) {
  return (
    <span className={`sales-mark ${state}`}>
      <i aria-hidden="true" />
      <span>
        {state}
        {detail ? <span className="detail"> {detail}</span> : null}
      </span>
    </span>
  );
}
