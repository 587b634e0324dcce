import { offerUndo, withdrawUndo } from '../parts/undo.tsx';
import { dispatch, useSale } from './sale-store.ts';

const ABOUT = 'tender';

/** Takes a tender back. It can be undone while the same hold is being paid. `words`: how the tender is called. */
export function dropTender(index: number, words: string): void {
  const { sale } = useSale.getState();
  const tender = sale?.tenders[index];
  const bookingId = sale?.booking?.bookingId;
  dispatch({ do: 'dropTender', index });
  if (!tender || useSale.getState().sale === sale) return;
  offerUndo(ABOUT, `${words} taken back`, () => {
    const now = useSale.getState().sale;
    if (now?.booking?.bookingId === bookingId && now?.busy === null) dispatch({ do: 'addTender', tender });
  });
}

// Once the sale is being confirmed, or another one is open, the tender does not come back.
useSale.subscribe(({ sale }, before) => {
  if (sale === before.sale) return;
  if (sale?.busy === 'confirming' || sale?.stage !== 'details' || sale.booking?.bookingId !== before.sale?.booking?.bookingId)
    withdrawUndo(ABOUT);
});
